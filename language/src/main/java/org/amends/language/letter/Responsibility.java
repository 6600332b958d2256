package org.amends.language.letter;

/** Whose fault it was, as far as is known. */
public enum Responsibility {
    /** The company's: it takes responsibility and apologises without conditions. */
    OURS,
    /** Not the company's: it says so, with the reason, and blames nobody. */
    NOT_OURS,
    /** Not yet found out: nothing is admitted and nothing is denied. */
    OPEN
}
