package org.amends.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that would justify a decision: a fact, a date, a name, a document.
 *
 * @param id its own within the case
 * @param kind what it is: {@code fact}, {@code date}, {@code name}, {@code amount}, {@code document}
 * @param text what it says, or what is missing
 * @param standing how sure it is
 * @param askedOf who was asked for it, or null
 * @param due by when it is needed, or null
 */
public record Evidence(
        String id,
        String kind,
        String text,
        EvidenceStanding standing,
        @Nullable String askedOf,
        @Nullable Instant due) {}
