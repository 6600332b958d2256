package org.amends.server.automation.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is kept.
 *
 * @param brand of the cases that it acts on; empty for all
 * @param place rules are tried in the order of their places
 * @param version of its definition, from 1
 * @param onSince since when it is switched on, or null while it is off
 */
public record KeptRule(
        String name,
        String brand,
        int place,
        int version,
        @Nullable Instant onSince,
        Rule rule,
        String changedBy,
        Instant changedAt) {

    /** By what the actors of all rules begin. */
    public static final String ACTOR = "rule:";

    /** Whether it acts. */
    public boolean on() {
        return onSince != null;
    }

    /** As the log of a case names it. */
    public String actor() {
        return ACTOR + name + "@" + version;
    }

    /** Whether it is for cases of this brand. */
    public boolean concerns(String caseBrand) {
        return brand.isEmpty() || brand.equals(caseBrand);
    }
}
