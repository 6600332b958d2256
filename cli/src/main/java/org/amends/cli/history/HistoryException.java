package org.amends.cli.history;

/** Input that cannot be read as a whole. The input is at fault, so the message names the place, the value and the remedy. */
public final class HistoryException extends RuntimeException {

    /**
     * @param place the file, with the line where one is known, or the option
     * @param found what is wrong there
     * @param remedy what to do about it
     */
    public HistoryException(String place, String found, String remedy) {
        super("%s: %s%n%s".formatted(place, found, remedy));
    }
}
