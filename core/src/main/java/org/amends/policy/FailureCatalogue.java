package org.amends.policy;

import static org.amends.policy.Element.BREACH_NOTICE;
import static org.amends.policy.Element.CLEAN_EXIT;
import static org.amends.policy.Element.HUMAN_CONTACT;
import static org.amends.policy.Element.PREFERENCE_FIX;
import static org.amends.policy.Element.PRICE_REDUCTION;
import static org.amends.policy.Element.REDO_SERVICE;
import static org.amends.policy.Element.REFUND;
import static org.amends.policy.Element.REPAIR;
import static org.amends.policy.Element.REPLACEMENT;
import static org.amends.policy.Element.STATUTORY_REMEDY;
import static org.amends.policy.FailureType.ATTENTION;
import static org.amends.policy.FailureType.MONETARY;
import static org.amends.policy.FailureType.PRODUCT;
import static org.amends.policy.FailureType.SERVICE;

import java.util.List;
import org.amends.event.FailureKind;

/** The failure kinds that every policy knows. A policy may change their numbers and add kinds; it cannot drop one. */
public final class FailureCatalogue {

    private static final String KEAVENEY =
            "Keaveney 1995: core failure 44 %, encounter 34 %, pricing 30 % of switching reasons";
    private static final String GREGOIRE = "Gregoire and Fisher 2008: a fairness violation is felt as betrayal";
    private static final String HESS = "Hess, Ganesan and Klein 2003: unstable, uncontrolled causes are forgiven";
    private static final String BITNER =
            "Bitner, Booms and Tetreault 1990: response to failure is 43 % of dissatisfying incidents";
    private static final String GOODE = "Goode et al. 2017: data breach, expectation must be met";
    private static final String HOMBURG = "Homburg and Fuerst 2007: defensive behaviour";

    private FailureCatalogue() {}

    /** The built-in rows, in the order of the vocabulary. */
    public static List<FailureProfile> defaults() {
        // A table reads best with one row a line.
        // spotless:off
        return List.of(
                row(FailureKind.LATE_DELIVERY, SERVICE, 0.35, true, false, 0.0, 0.3, List.of(REDO_SERVICE, PRICE_REDUCTION), HESS, Confidence.SIGN),
                row(FailureKind.WRONG_ITEM, PRODUCT, 0.4, true, false, 0.05, 0.35, List.of(REPLACEMENT), KEAVENEY, Confidence.ORDER),
                row(FailureKind.MISSING_ITEM, PRODUCT, 0.35, true, false, 0.0, 0.3, List.of(REPLACEMENT), KEAVENEY, Confidence.ORDER),
                row(FailureKind.DEFECTIVE_PRODUCT, PRODUCT, 0.5, true, false, 0.0, 0.35, List.of(REPAIR, REPLACEMENT), KEAVENEY, Confidence.ORDER),
                row(FailureKind.BILLING_ERROR, MONETARY, 0.45, true, false, 0.15, 0.55, List.of(REFUND), KEAVENEY, Confidence.ORDER),
                row(FailureKind.RUDE_CONTACT, ATTENTION, 0.55, true, false, 0.25, 0.75, List.of(), BITNER, Confidence.ORDER),
                row(FailureKind.LONG_WAIT, SERVICE, 0.3, true, true, 0.0, 0.35, List.of(REDO_SERVICE, PRICE_REDUCTION), KEAVENEY, Confidence.ORDER),
                row(FailureKind.IGNORED_CONTACT, ATTENTION, 0.5, true, true, 0.2, 0.7, List.of(), HOMBURG, Confidence.SIGN),
                row(FailureKind.BROKEN_PROMISE, ATTENTION, 0.55, true, false, 0.65, 0.75, List.of(REDO_SERVICE), GREGOIRE, Confidence.SIGN),
                row(FailureKind.PRIVACY_BREACH, ATTENTION, 0.75, true, false, 0.85, 0.85, List.of(BREACH_NOTICE), GOODE, Confidence.SIGN),
                row(FailureKind.PREFERENCE_VIOLATION, ATTENTION, 0.6, true, false, 0.9, 0.8, List.of(PREFERENCE_FIX), GREGOIRE, Confidence.SIGN),
                row(FailureKind.SERVICE_OUTAGE, SERVICE, 0.45, false, false, 0.0, 0.25, List.of(REDO_SERVICE, PRICE_REDUCTION), HESS, Confidence.SIGN),
                row(FailureKind.UNFAIR_POLICY, ATTENTION, 0.5, true, true, 0.3, 0.9, List.of(), GREGOIRE, Confidence.SIGN),
                row(FailureKind.MISLEADING_INFORMATION, ATTENTION, 0.5, true, true, 0.55, 0.8, List.of(PRICE_REDUCTION), GREGOIRE, Confidence.SIGN),
                row(FailureKind.QUALITY_DECLINE, PRODUCT, 0.4, true, true, 0.15, 0.4, List.of(PRICE_REDUCTION), KEAVENEY, Confidence.ORDER),
                row(FailureKind.CANCELLATION_OBSTACLE, SERVICE, 0.55, true, true, 0.45, 0.85, List.of(STATUTORY_REMEDY, CLEAN_EXIT), GREGOIRE, Confidence.SIGN),
                row(FailureKind.SAFETY, SERVICE, 0.9, true, false, 0.25, 0.8, List.of(HUMAN_CONTACT), KEAVENEY, Confidence.CHOSEN));
        // spotless:on
    }

    private static FailureProfile row(
            FailureKind kind,
            FailureType type,
            double severity,
            boolean controllable,
            boolean stable,
            double betrayal,
            double unfairness,
            List<Element> owed,
            String evidence,
            Confidence confidence) {
        return new FailureProfile(
                kind, type, severity, controllable, stable, betrayal, unfairness, owed, evidence, confidence);
    }
}
