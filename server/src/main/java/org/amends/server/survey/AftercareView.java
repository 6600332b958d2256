package org.amends.server.survey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages about the time after closing show, in words. */
public final class AftercareView {

    private AftercareView() {}

    /**
     * Whom to ask again.
     *
     * @param flaw whether the last form lacked something
     */
    public record Asking(
            String asked, String answered, String satisfaction, String resolved, List<Again> lines, boolean flaw) {}

    /** One of them. */
    public record Again(
            String reference, String subject, String customer, Instant since, String satisfaction, boolean resolved) {}

    /** Causes by how many they harmed. */
    public record Learning(List<Cause> lines, boolean flaw) {}

    /** One cause. */
    public record Cause(
            String brand,
            String cause,
            String relationships,
            String cases,
            String value,
            @Nullable String fix,
            @Nullable String fixedOn,
            String drafts) {}

    /**
     * Those whom nobody hears of.
     *
     * @param kind {@code silent} or {@code loyal}
     * @param opened the case that was opened just now, or null
     * @param drafted whether a letter was drafted in it
     */
    public record Turning(
            String kind, List<Somebody> lines, @Nullable String opened, boolean drafted, boolean flaw) {}

    /** One of them: what for, in words. */
    public record Somebody(long relationship, String customer, String link, String what, String value, String risk) {}
}
