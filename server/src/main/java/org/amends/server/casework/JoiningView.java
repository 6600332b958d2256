package org.amends.server.casework;

import org.jspecify.annotations.Nullable;

/**
 * Two cases that somebody thinks of making one, or of relating to each other.
 *
 * @param reference of the case that they came from
 * @param link to its page
 * @param version of it that they have seen
 * @param customer fit to be shown
 * @param stage in words
 * @param promises how many are open
 * @param other the reference that was asked for
 * @param found whether there is such a case, and another one
 * @param otherPerson whether the two are of different customers
 * @param mayMerge whether the one can go on in the other
 * @param flaw why not, in words, or null
 */
public record JoiningView(
        String reference,
        String link,
        int version,
        String subject,
        String customer,
        String stage,
        long promises,
        String other,
        boolean found,
        String otherSubject,
        String otherCustomer,
        String otherStage,
        boolean otherPerson,
        boolean mayMerge,
        @Nullable String flaw) {}
