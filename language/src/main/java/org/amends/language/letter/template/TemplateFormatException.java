package org.amends.language.letter.template;

/** A template file that cannot be used. The file is at fault, so the message names the place and the remedy. */
public final class TemplateFormatException extends RuntimeException {

    /**
     * A fault of a file.
     *
     * @param file the file's name
     * @param line counted from 1
     * @param reason what was found there, without a full stop
     * @param remedy what to do about it
     */
    public TemplateFormatException(String file, int line, String reason, String remedy) {
        super("%s:%d: %s.%n%s".formatted(file, line, reason, remedy));
    }
}
