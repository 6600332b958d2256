package org.amends.format.facts;

import org.amends.relationship.RelationshipFacts;
import org.jspecify.annotations.Nullable;

/** What came of reading one object of relationship facts. */
public sealed interface FactsReading {

    /** The caller's own name for the object, as JSON (a text in quotes, or a number), or null when it has none. */
    @Nullable
    String id();

    /** The object is these facts. */
    record Read(@Nullable String id, RelationshipFacts facts) implements FactsReading {}

    /**
     * The object cannot be facts.
     *
     * @param place the field at fault, for example {@code failures[1].severity}, or the column where JSON ends to be JSON
     * @param reason what was found there, without a full stop
     * @param remedy what to do about it
     */
    record Refused(@Nullable String id, String place, String reason, String remedy) implements FactsReading {}
}
