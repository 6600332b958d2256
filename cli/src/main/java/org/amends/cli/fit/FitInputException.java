package org.amends.cli.fit;

/** A file or option that cannot be fitted to. The message names the place, what is there, and a remedy. */
final class FitInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A fault with its place.
     *
     * @param place file, or file:line, or option
     * @param fault what is wrong, with the value
     * @param remedy what to try, starting with "Maybe"
     */
    FitInputException(String place, String fault, String remedy) {
        super("%s: %s%n%s".formatted(place, fault, remedy));
    }
}
