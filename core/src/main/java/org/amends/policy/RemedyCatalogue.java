package org.amends.policy;

import java.util.List;

/**
 * What every policy knows of the elements of a recovery. A policy may change their numbers and withhold them; it cannot add any.
 */
public final class RemedyCatalogue {

    private static final String JUSTICE =
            "Gelbrich and Roschk 2011: compensation is distributive, behaviour interactional, procedures procedural";
    private static final String MATCH =
            "Roschk and Gelbrich 2014: money for money, exchange for a flawed thing, performing again for a service";
    private static final String AT_ONCE = "Roschk and Gelbrich 2014: money at once is generally better than later";
    private static final String WORDS = "Roschk and Kaiser 2013: empathy before intensity before timing";
    private static final String AFTER = "Van Vaerenbergh et al. 2014: what was changed is told well after";
    private static final String BREACH = "GDPR, art. 33 and 34; no measured size";
    private static final String LEAVING = "Johnson, Matear and Thomson 2011: win-back may exacerbate";

    private RemedyCatalogue() {}

    /** The built-in rows, one for each element, in their order. */
    public static List<RemedyProfile> defaults() {
        return List.of(
                row(Element.STATUTORY_REMEDY, 1, 0, 0.1, JUSTICE, Confidence.SIGN),
                row(Element.REFUND, 1, 0, 0.1, MATCH, Confidence.ORDER),
                row(Element.REPLACEMENT, 0.9, 0, 0.1, MATCH, Confidence.ORDER),
                row(Element.REPAIR, 0.7, 0, 0.1, JUSTICE, Confidence.SIGN),
                row(Element.REDO_SERVICE, 0.9, 0, 0.1, MATCH, Confidence.ORDER),
                row(Element.PRICE_REDUCTION, 0.8, 0, 0.1, JUSTICE, Confidence.SIGN),
                row(Element.CREDIT, 0.4, 0, 0, AT_ONCE, Confidence.ORDER),
                row(Element.GIFT, 0.3, 0.2, 0, JUSTICE, Confidence.CHOSEN),
                row(Element.APOLOGY, 0, 0.5, 0, WORDS, Confidence.SIGN),
                row(Element.PERSONAL_APOLOGY, 0, 0.7, 0.05, WORDS, Confidence.SIGN),
                row(Element.EXPLANATION, 0, 0.15, 0.3, JUSTICE, Confidence.SIGN),
                row(Element.VOICE, 0, 0.15, 0.25, JUSTICE, Confidence.SIGN),
                row(Element.STATUS_GESTURE, 0.1, 0.2, 0, JUSTICE, Confidence.CHOSEN),
                row(Element.NAMED_CONTACT, 0, 0.15, 0.3, JUSTICE, Confidence.SIGN),
                row(Element.HUMAN_CONTACT, 0, 0.25, 0.2, JUSTICE, Confidence.SIGN),
                row(Element.PROACTIVE_CONTACT, 0, 0.25, 0.2, JUSTICE, Confidence.CHOSEN),
                row(Element.PREFERENCE_FIX, 0.1, 0.2, 0.4, JUSTICE, Confidence.CHOSEN),
                row(Element.BREACH_NOTICE, 0, 0.1, 0.4, BREACH, Confidence.CHOSEN),
                row(Element.PROCESS_FIX_REPORT, 0, 0.1, 0.3, AFTER, Confidence.SIGN),
                row(Element.COMPENSATION, 0.6, 0, 0, JUSTICE, Confidence.SIGN),
                row(Element.CLEAN_EXIT, 0, 0.1, 0.4, LEAVING, Confidence.CHOSEN));
    }

    private static RemedyProfile row(
            Element element,
            double distributive,
            double interactional,
            double procedural,
            String evidence,
            Confidence confidence) {
        return new RemedyProfile(element, true, distributive, interactional, procedural, evidence, confidence);
    }
}
