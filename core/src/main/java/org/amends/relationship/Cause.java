package org.amends.relationship;

import static org.amends.relationship.BreakMode.ACCUMULATION;
import static org.amends.relationship.BreakMode.ACUTE_FAILURE;
import static org.amends.relationship.BreakMode.BETRAYED_TRUST;
import static org.amends.relationship.BreakMode.COMPETITOR_PULL;
import static org.amends.relationship.BreakMode.FADING;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a contribution is there: one cause is one sentence of the relationship's story. */
public enum Cause {
    /** How customers of this age and habit live when nothing goes wrong. */
    HABIT(null),
    /** Good experiences hold. */
    GOODWILL(null),
    TRUST(null),
    /** The brand is part of who the customer is. */
    SELF_RELEVANCE(null),
    MEMBERSHIP(null),
    /** Alternatives and the cost of switching. */
    ALTERNATIVES(null),
    /** The customer has left; the question is whether they come back. */
    ABSENCE(null),

    FAILURE(ACUTE_FAILURE),
    REPEATED_FAILURE(ACUTE_FAILURE),
    /** A recovery was tried and failed: double deviation. */
    FAILED_RECOVERY(ACUTE_FAILURE),
    /** A recovery undid harm: negative. */
    RECOVERY(ACUTE_FAILURE),
    /** The offer that is being weighed would undo harm: negative. */
    OFFER(ACUTE_FAILURE),
    SLOW_REPLY(ACUTE_FAILURE),
    HOSTILITY(ACUTE_FAILURE),
    /** The customer suffered and said nothing. */
    UNVOICED(ACUTE_FAILURE),
    DEPARTURE_ANNOUNCED(ACUTE_FAILURE),

    OPEN_ISSUE(ACCUMULATION),
    REPEATED_CONTACT(ACCUMULATION),
    CANCELLATIONS(ACCUMULATION),

    /** The customer is silent for longer than their own rhythm. */
    SILENCE(FADING),
    /** The company has given no attention. */
    NEGLECT(FADING),

    COMPETITOR_SIGNAL(COMPETITOR_PULL),
    DEPARTURE_FOR_PRICE(COMPETITOR_PULL),

    BREACH_OF_TRUST(BETRAYED_TRUST),
    BROKEN_PROMISE(BETRAYED_TRUST),
    /** A recovery restored trust: negative. */
    TRUST_RESTORED(BETRAYED_TRUST);

    private final @Nullable BreakMode mode;
    private final String stableName;

    Cause(@Nullable BreakMode mode) {
        this.mode = mode;
        this.stableName = name().toLowerCase(Locale.ROOT);
    }

    /** The way of breaking that it belongs to, or null for what holds the relationship or is there from the start. */
    public @Nullable BreakMode mode() {
        return mode;
    }

    /** The name in files and APIs, for example {@code failed_recovery}. */
    public String stableName() {
        return stableName;
    }
}
