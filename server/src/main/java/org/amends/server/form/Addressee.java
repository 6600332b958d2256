package org.amends.server.form;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The company that the form goes to, as far as a page tells of it.
 *
 * @param name or null where nobody set it
 * @param telephone or null
 * @param mail or null
 * @param answerDays within how many days an answer is promised
 * @param zone in which its days are counted
 * @param privacy where it says what it does with personal data, or null
 */
public record Addressee(
        @Nullable String name,
        @Nullable String telephone,
        @Nullable String mail,
        int answerDays,
        ZoneId zone,
        @Nullable URI privacy) {

    /** A moment moved so that its day in UTC is the company's day: pages write days in UTC. */
    Instant day(Instant moment) {
        return moment.atZone(zone).toLocalDate().atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
