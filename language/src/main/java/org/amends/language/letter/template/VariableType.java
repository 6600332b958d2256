package org.amends.language.letter.template;

import java.util.Locale;

/** What a variable of a template holds, and so how it is written in the language. */
public enum VariableType {
    TEXT,
    DATE,
    MONEY,
    /** A whole number that chooses among plural forms. */
    PLURAL,
    /** A word that chooses among wordings. */
    CHOICE;

    /** The name in files; a text has none. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
