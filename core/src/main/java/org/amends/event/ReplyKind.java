package org.amends.event;

/** What an answer of the company was. */
public enum ReplyKind {
    /** A receipt or an empty answer: no real answer. */
    AUTOMATIC,
    /** Where things stand, without more. */
    STATUS_UPDATE,
    /** Why it happened. */
    EXPLANATION,
    /** An answer to the matter. */
    ANSWER
}
