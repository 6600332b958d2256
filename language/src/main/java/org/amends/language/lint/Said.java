package org.amends.language.lint;

/**
 * A place where a letter says something that a group knows.
 *
 * @param first the first word, by its place in the row of words
 * @param last the last word
 * @param sentence which sentence it stands in
 */
record Said(Group group, int first, int last, int sentence) {}
