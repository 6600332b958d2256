package org.amends.language.weighing;

/**
 * Something that a message has, and where.
 *
 * @param name what it is, for example {@code cue:not_arrived} or {@code en:parcel}
 * @param value how strongly, mostly 1
 * @param first the first of its words, by its place in the row of words; -1 where no words show it
 * @param last the last of its words
 */
public record Feature(String name, float value, int first, int last) {}
