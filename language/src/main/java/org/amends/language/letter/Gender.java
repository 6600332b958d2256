package org.amends.language.letter;

/** How a person is addressed and spoken of; unknown asks for wording that fits everyone. */
public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN
}
