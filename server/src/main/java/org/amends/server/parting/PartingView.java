package org.amends.server.parting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one parting.
 *
 * @param customerLink to the relationship
 * @param state {@code none}, {@code proposed}, {@code waiting} for the cooling-off, {@code steps} or {@code done}
 * @param next the step to be done, by its stable name, or null
 * @param mine whether the reader proposed it, and so cannot be the second person
 * @param open whether the case is open
 * @param owed names of what is owed and open
 * @param alternatives that fit the customer
 * @param farewellSent whether the farewell has left
 * @param flaw why the last act was refused, or empty
 */
public record PartingView(
        String reference,
        String subject,
        String customer,
        String customerLink,
        String state,
        @Nullable String reason,
        @Nullable Instant coolingOffUntil,
        @Nullable String next,
        boolean mine,
        boolean open,
        List<Step> steps,
        List<Sign> signs,
        List<String> owed,
        List<Other> alternatives,
        List<Burdened> burdens,
        boolean farewellSent,
        String flaw) {

    /** A step with what showed that it was done, or null while it is not. */
    public record Step(
            String name, @Nullable String proof, @Nullable Instant at) {}

    /**
     * Something that speaks for parting or against it.
     *
     * @param key of its text
     * @param value a number in words, or empty
     * @param tone {@code good} speaks for it, {@code bad} against
     */
    public record Sign(String key, String value, String tone) {}

    /** Another provider and what the customer valued of it. */
    public record Other(String name, String address, String matched) {}

    /** A group and how parting falls on it, in words. */
    public record Burdened(
            String group, String cases, String share, String interval, String others, String finding, String tone) {}
}
