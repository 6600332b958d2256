package org.amends.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.policy.FailureType;
import org.amends.relationship.Grievance;
import org.amends.relationship.Plight;

/**
 * The order in which a plan is carried out: people before paper, then respect or money first by what the customer wants, and the
 * report of what was mended last, well after (Van Vaerenbergh et al. 2014).
 */
final class Sequence {

    private Sequence() {}

    static List<PlanElement> of(Plight plight, List<PlanElement> elements) {
        boolean respectFirst = respectFirst(plight);
        List<PlanElement> ordered = new ArrayList<>(elements);
        ordered.sort(Comparator.comparingInt((PlanElement each) -> place(each, respectFirst))
                .thenComparingInt(each -> each.element().ordinal()));
        return ordered;
    }

    /**
     * Whether respect comes before money. Where nobody knows what is wanted, a rude or faithless act asks for respect first, and so
     * does anger: hostile messages are more often about self-respect (Krapfel 1985).
     */
    static boolean respectFirst(Plight plight) {
        Grievance current = plight.current();
        if (current == null) {
            return true;
        }
        return switch (current.want()) {
            case ESTEEM, BOTH -> true;
            case ECONOMIC ->
                current.betrayal() >= 0.5 || current.failedRecovery() || current.hostility() == Hostility.RAGING;
            case UNKNOWN ->
                current.type() == FailureType.ATTENTION
                        || current.failedRecovery()
                        || current.hostility().compareTo(Hostility.CONTEMPTUOUS) >= 0;
        };
    }

    private static int place(PlanElement each, boolean respectFirst) {
        return switch (each.element()) {
            case HUMAN_CONTACT -> each.owed() || !respectFirst ? 0 : 4;
            case PROACTIVE_CONTACT -> 1;
            case BREACH_NOTICE -> 2;
            case APOLOGY, PERSONAL_APOLOGY -> respectFirst ? 3 : 13;
            case EXPLANATION -> respectFirst ? 5 : 14;
            case VOICE -> respectFirst ? 5 : 15;
            case PREFERENCE_FIX -> 6;
            case REPLACEMENT, REPAIR, REDO_SERVICE -> 7;
            case STATUTORY_REMEDY, REFUND, PRICE_REDUCTION -> 8;
            case COMPENSATION, CREDIT -> 9;
            case GIFT -> 16;
            case STATUS_GESTURE -> 17;
            case NAMED_CONTACT -> 18;
            case CLEAN_EXIT -> 19;
            case PROCESS_FIX_REPORT -> 20;
        };
    }

    /** Whether the customer wants nothing but redress. */
    static boolean onlyRedress(Plight plight) {
        Grievance current = plight.current();
        return current != null && current.want() == Want.ECONOMIC;
    }
}
