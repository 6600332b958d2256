package org.amends.format.deadline;

/** A file of regimes, calendars or days off that cannot be used. The file is at fault, so the message names the place and the remedy. */
public final class PackFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    PackFormatException(String file, int line, int column, String found, String remedy) {
        super("%s:%d:%d: found %s.\n%s".formatted(file, line, column, found, remedy));
        this.line = line;
    }

    /** Where in the file, counted from 1. */
    public int line() {
        return line;
    }
}
