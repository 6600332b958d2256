package org.amends.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param sequence its place in the log, from 1 on without a gap
 * @param at when, to the microsecond
 * @param actor who did it: {@code person:ID}, {@code token:ID}, {@code command} or {@code system}
 * @param action what was done, such as {@code token.created}
 * @param subject what it was done to, such as {@code customer:BRAND/ID}; null once that person was erased
 * @param details more about it as canonical JSON; null once that person was erased
 * @param hash of this entry, which the next one builds on, in hexadecimal digits
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String actor,
        String action,
        @Nullable String subject,
        @Nullable String details,
        String hash) {}
