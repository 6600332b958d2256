package org.amends.guard.label;

/**
 * One item of a list, between separators.
 *
 * @param from where it begins in the text
 * @param to where it ends, exclusively
 * @param depth how many brackets it stands in
 * @param parent the number of the item whose brackets it stands in; -1 at the outside
 * @param sentence the number of its sentence
 * @param opens whether a colon or a bracket follows: what comes next belongs to it
 */
record Segment(int from, int to, int depth, int parent, int sentence, boolean opens) {

    /** Whether this character ended it. */
    boolean endsIn(String text, char c) {
        return to < text.length() && text.charAt(to) == c;
    }
}
