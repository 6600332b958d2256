package org.amends.language.letter;

/** What came of a point that the customer raised. */
public enum Outcome {
    /** A question was answered. */
    ANSWERED,
    /** What was asked for is done. */
    GRANTED,
    /** What was asked for is refused; the answer gives the reason. */
    DECLINED
}
