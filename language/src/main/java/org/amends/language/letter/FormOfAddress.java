package org.amends.language.letter;

/** Which second person is used: vous, usted and Вы, or tu and tú. Russian letters say Вы in either case; English has one form. */
public enum FormOfAddress {
    FORMAL,
    FAMILIAR
}
