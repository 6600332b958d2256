package org.amends.language.text;

/**
 * One word of a text.
 *
 * @param form in small letters, without accents
 * @param start where it begins in the text, in characters
 * @param end behind its last character
 * @param sentence which sentence it stands in, from 0
 * @param afterPause whether a comma, a bracket, a dash or the like stands between it and the word before
 */
public record Word(String form, int start, int end, int sentence, boolean afterPause) {}
