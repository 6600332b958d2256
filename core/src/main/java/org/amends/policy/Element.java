package org.amends.policy;

import java.util.Locale;

/**
 * One thing that a company can do after a failure. What it does for the three dimensions of justice follows Tax, Brown and
 * Chandrashekaran 1998 and Gelbrich and Roschk 2011: compensation is distributive, favourable behaviour interactional, procedures
 * procedural.
 */
public enum Element {
    /** What the law grants for the loss. */
    STATUTORY_REMEDY(1, 0, 0.1),
    /** Money back at once. */
    REFUND(1, 0, 0.1),
    /** The right or a sound thing. */
    REPLACEMENT(0.9, 0, 0.1),
    /** The thing is mended. */
    REPAIR(0.7, 0, 0.1),
    /** The service is performed again, or at last. */
    REDO_SERVICE(0.9, 0, 0.1),
    /** Part of the price back. */
    PRICE_REDUCTION(0.8, 0, 0.1),
    /** Money to be spent here: what serves where nothing matches. */
    CREDIT(0.4, 0, 0),
    /** A thing given for its meaning. */
    GIFT(0.3, 0.2, 0),
    /** Words of regret for what happened, without conditions. */
    APOLOGY(0, 0.5, 0),
    /** The same by a named person who is responsible, in their own words. */
    PERSONAL_APOLOGY(0, 0.7, 0.05),
    /** Why it happened, once. */
    EXPLANATION(0, 0.15, 0.3),
    /** The customer is heard: what happened in their words, what would put it right. */
    VOICE(0, 0.15, 0.25),
    /** Standing among members recognised. */
    STATUS_GESTURE(0.1, 0.2, 0),
    /** One person by name until it is done. */
    NAMED_CONTACT(0, 0.15, 0.3),
    /** A person calls, now. */
    HUMAN_CONTACT(0, 0.25, 0.2),
    /** The company speaks first to somebody who said nothing. */
    PROACTIVE_CONTACT(0, 0.25, 0.2),
    /** The need that was disregarded is put right in every system. */
    PREFERENCE_FIX(0.1, 0.2, 0.4),
    /** The notice that a data breach demands. */
    BREACH_NOTICE(0, 0.1, 0.4),
    /** Later: what was changed so that it does not happen again. */
    PROCESS_FIX_REPORT(0, 0.1, 0.3),
    /** Money for what the failure cost beyond the price. */
    COMPENSATION(0.6, 0, 0),
    /** Leaving without obstacles, with everything settled. */
    CLEAN_EXIT(0, 0.1, 0.4);

    private final String word = name().toLowerCase(Locale.ROOT);
    private final double distributive;
    private final double interactional;
    private final double procedural;

    Element(double distributive, double interactional, double procedural) {
        this.distributive = distributive;
        this.interactional = interactional;
        this.procedural = procedural;
    }

    /** The name in files and APIs, for example {@code redo_service}. */
    public String word() {
        return word;
    }

    /** 0 to 1: what the customer gets. */
    public double distributive() {
        return distributive;
    }

    /** 0 to 1: how the customer is treated. */
    public double interactional() {
        return interactional;
    }

    /** 0 to 1: how it is handled. */
    public double procedural() {
        return procedural;
    }
}
