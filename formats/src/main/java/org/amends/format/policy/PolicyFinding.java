package org.amends.format.policy;

/**
 * One thing that is wrong in a policy file.
 *
 * @param line where, counted from 1
 * @param column where in the line, counted from 1 in characters
 * @param found what stands there, without a full stop
 * @param remedy what to do about it: a sentence or two
 */
public record PolicyFinding(int line, int column, String found, String remedy) {

    /** Two lines for a person: the place with what was found, and the remedy. */
    public String text(String file) {
        return "%s:%d:%d: found %s.\n%s".formatted(file, line, column, found, remedy);
    }
}
