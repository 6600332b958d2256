package org.amends.language.cue;

/**
 * A place where a message gives a cue.
 *
 * @param cue what is said there
 * @param first the first of its words, by its place in the row of words
 * @param last the last of its words
 * @param stance how the writer stands to it
 */
public record CueHit(Cue cue, int first, int last, Stance stance) {}
