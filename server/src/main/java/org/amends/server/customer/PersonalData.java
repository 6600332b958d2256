package org.amends.server.customer;

import java.util.Collection;

/** Implemented by whatever keeps data of persons besides the log, the diagnoses and the outbox. */
public interface PersonalData {

    /**
     * Takes out what is kept of a person, within the transaction that erases them.
     *
     * @param customers the identifiers of the person
     * @param eventIds the ids of their events
     * @return how many things were taken out
     */
    int erase(Collection<String> customers, Collection<String> eventIds);

    /** Whether others find what they keep by what this one takes out, so that it comes after them. */
    default boolean last() {
        return false;
    }
}
