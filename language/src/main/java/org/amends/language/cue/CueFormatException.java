package org.amends.language.cue;

/** A cue file that cannot be read. The file is at fault, so the message names the place and the remedy. */
public final class CueFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CueFormatException(String file, int line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
    }

    CueFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
