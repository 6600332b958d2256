package org.amends.language.cue;

/**
 * A pattern and the cue that it gives.
 *
 * @param number its place among the patterns of its language
 */
record Sounding(Cue cue, Phrase phrase, int number) {}
