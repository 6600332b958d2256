package org.amends.server.complaint.key;

/** How much a key opens. */
public enum Reach {
    /**
     * How far the case is, and what came through the form. Whoever fills in a form may name anybody's address, so this is all
     * that they get where the address is somebody's who is known already.
     */
    CASE,
    /** All that concerns the customer: letters, promises, preferences. Such a key was sent to the customer themselves. */
    CUSTOMER
}
