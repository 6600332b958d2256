package org.amends.server.relationship;

import org.jspecify.annotations.Nullable;

/**
 * A relationship as the store knows it.
 *
 * @param id the store's own number
 * @param brand empty where the company has one only
 * @param customer the company's own identifier
 * @param state the fold's snapshot; null while it is merged into another, or has no event
 * @param mergedInto the relationship that its events are folded into, or null
 * @param restricted its events are stored, and nothing else may be done with them
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, compared never.
record KnownRelationship(
        long id,
        String brand,
        String customer,
        byte @Nullable [] state,
        @Nullable Long mergedInto,
        boolean restricted) {}
