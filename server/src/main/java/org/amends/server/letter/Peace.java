package org.amends.server.letter;

/** Tells who is to be left in peace: whoever the company parted from, until they come back by themselves. */
public interface Peace {

    /** Whether this relationship, or one with the same person, is to be left in peace. */
    boolean inForce(long relationship);
}
