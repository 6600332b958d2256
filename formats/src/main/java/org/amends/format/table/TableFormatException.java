package org.amends.format.table;

/** A table that cannot be read as a whole. The file is at fault, so the message names the place, the value and the remedy. */
public final class TableFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String place;
    private final String found;
    private final String remedy;

    /**
     * A fault of the whole file.
     *
     * @param place the file, with the line where one is known
     * @param found what is wrong there
     * @param remedy what to do about it
     */
    public TableFormatException(String place, String found, String remedy) {
        super("%s: %s%n%s".formatted(place, found, remedy));
        this.place = place;
        this.found = found;
        this.remedy = remedy;
    }

    /** The file, with the line where one is known. */
    public String place() {
        return place;
    }

    /** What is wrong there. */
    public String found() {
        return found;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
