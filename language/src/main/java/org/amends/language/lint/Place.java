package org.amends.language.lint;

/**
 * Where a finding stands in the letter. What is missing stands at the beginning and has no words.
 *
 * @param line the line, from 1
 * @param column the character in the line, from 1
 * @param start the first character in the text, from 0
 * @param end behind the last character
 * @param words the words between, cut where they are very long
 */
public record Place(int line, int column, int start, int end, String words) {}
