package org.amends.language.letter;

/** How a letter sounds: the language of a formal letter, or that of a plain one between adults who respect each other. */
public enum Register {
    FORMAL,
    PLAIN
}
