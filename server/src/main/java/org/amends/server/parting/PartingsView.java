package org.amends.server.parting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of all partings.
 *
 * @param breaches what was sent to people who are to be left in peace
 * @param watched those who were parted from, by how likely they are to strike back
 */
public record PartingsView(List<Line> lines, List<Breach> breaches, List<Watched> watched) {

    /** One parting. */
    public record Line(
            String reference,
            String subject,
            String customer,
            String standing,
            String tone,
            Instant proposedAt,
            @Nullable Instant until,
            int done) {}

    /** What was sent all the same. */
    public record Breach(
            long relationship, String customer, String link, String event, String type, Instant at, boolean seen) {}

    /**
     * Somebody who was parted from.
     *
     * @param mentions how often they spoke against the company in public since
     * @param later retaliation and avoidance now, in a quarter and in a year, in words
     */
    public record Watched(
            String customer,
            String link,
            String brand,
            Instant since,
            long mentions,
            @Nullable Instant lastMention,
            List<Outlook> later) {}

    /** How likely they strike back, and how far they keep away, at one moment; in words. */
    public record Outlook(String when, String retaliation, String avoidance) {}
}
