package org.amends.language.letter;

/** A title that stands before the family name in a formal greeting. */
public enum Title {
    NONE,
    DOCTOR,
    PROFESSOR
}
