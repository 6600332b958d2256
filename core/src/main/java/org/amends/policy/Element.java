package org.amends.policy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One thing that a company can do after a failure. What each does is told by its row of the remedy catalogue. */
public enum Element {
    /** What the law grants for the loss. */
    STATUTORY_REMEDY,
    /** Money back at once. */
    REFUND,
    /** The right or a sound thing. */
    REPLACEMENT,
    /** The thing is mended. */
    REPAIR,
    /** The service is performed again, or at last. */
    REDO_SERVICE,
    /** Part of the price back. */
    PRICE_REDUCTION,
    /** Money to be spent here: what serves where nothing matches. */
    CREDIT,
    /** A thing given for its meaning. */
    GIFT,
    /** Words of regret for what happened, without conditions. */
    APOLOGY,
    /** The same by a named person who is responsible, in their own words. */
    PERSONAL_APOLOGY,
    /** Why it happened, once. */
    EXPLANATION,
    /** The customer is heard: what happened in their words, what would put it right. */
    VOICE,
    /** Standing among members recognised. */
    STATUS_GESTURE,
    /** One person by name until it is done. */
    NAMED_CONTACT,
    /** A person calls, now. */
    HUMAN_CONTACT,
    /** The company speaks first to somebody who said nothing. */
    PROACTIVE_CONTACT,
    /** The need that was disregarded is put right in every system. */
    PREFERENCE_FIX,
    /** The notice that a data breach demands. */
    BREACH_NOTICE,
    /** Later: what was changed so that it does not happen again. */
    PROCESS_FIX_REPORT,
    /** Money for what the failure cost beyond the price. */
    COMPENSATION,
    /** Leaving without obstacles, with everything settled. */
    CLEAN_EXIT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name in files and APIs, for example {@code redo_service}. */
    public String word() {
        return word;
    }

    /** The element of this name, or null when there is none. */
    public static @Nullable Element named(String word) {
        for (Element element : values()) {
            if (element.word.equals(word)) {
                return element;
            }
        }
        return null;
    }

    /** Whether it can be owed: a law, a contract or a published policy can grant it. What is left is only ever given freely. */
    public boolean canBeOwed() {
        return switch (this) {
            case STATUTORY_REMEDY,
                    REFUND,
                    REPLACEMENT,
                    REPAIR,
                    REDO_SERVICE,
                    PRICE_REDUCTION,
                    EXPLANATION,
                    HUMAN_CONTACT,
                    PREFERENCE_FIX,
                    BREACH_NOTICE,
                    PROCESS_FIX_REPORT,
                    COMPENSATION,
                    CLEAN_EXIT -> true;
            case CREDIT, GIFT, APOLOGY, PERSONAL_APOLOGY, VOICE, STATUS_GESTURE, NAMED_CONTACT, PROACTIVE_CONTACT ->
                false;
        };
    }

    /** Whether a policy can leave it out of what is given freely. A relationship that ends, ends cleanly. */
    public boolean canBeWithheld() {
        return this != CLEAN_EXIT;
    }
}
