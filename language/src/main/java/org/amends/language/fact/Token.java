package org.amends.language.fact;

/**
 * The smallest piece of a text.
 *
 * @param kind what it is made of
 * @param form a word in small letters without accents, a number in digits, or the sign
 * @param start its first character
 * @param end behind its last character
 * @param gap what stands between it and the piece before
 */
record Token(Kind kind, String form, int start, int end, Gap gap) {

    /** What a piece is made of. */
    enum Kind {
        WORD,
        NUMBER,
        SIGN
    }

    /** What stands before a piece. */
    enum Gap {
        NONE,
        SPACE,
        LINE
    }
}
