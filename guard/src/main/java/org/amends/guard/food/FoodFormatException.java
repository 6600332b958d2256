package org.amends.guard.food;

/** Food files cannot be used: the message lists each fault with file, line, value and remedy. */
public final class FoodFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FoodFormatException(String message) {
        super(message);
    }
}
