package org.amends.language.lint;

/** A file of phrases that cannot be read. The file is at fault, so the message names the place and the remedy. */
public final class LintFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LintFormatException(String file, int line, String problem, String remedy) {
        super("%s, line %d: %s.%n%s".formatted(file, line, problem, remedy));
    }
}
