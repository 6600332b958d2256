package org.amends.language.reading;

/**
 * Words of a message that show something.
 *
 * @param words as they stand in the message
 * @param start where they begin, in characters
 * @param end behind their last character
 */
public record Evidence(String words, int start, int end) {}
