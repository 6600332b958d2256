package org.amends.language.cue;

/**
 * A pattern and the cue that it gives.
 *
 * @param cue the cue
 * @param phrase the pattern
 * @param places the pattern for all places at once
 * @param number its place among the patterns of its language
 */
record Sounding(Cue cue, Phrase phrase, Places places, int number) {}
