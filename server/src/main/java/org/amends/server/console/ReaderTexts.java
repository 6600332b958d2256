package org.amends.server.console;

/**
 * The words in the language of whoever sent a request; a method that answers one may ask for it as an argument.
 *
 * @param texts the words
 */
public record ReaderTexts(Texts texts) {}
