package org.amends.language.cue;

/**
 * A pattern and the cue that it gives.
 *
 * @param cue the cue
 * @param phrase the pattern
 * @param places where the pattern stands among the {@link Places} of its language
 */
record Sounding(Cue cue, Phrase phrase, int places) {}
