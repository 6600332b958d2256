package org.amends.recovery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.amends.policy.Element;
import org.amends.policy.FailureType;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Grievance;
import org.amends.relationship.Plight;
import org.jspecify.annotations.Nullable;

/** What is given beyond what is owed: words, persons, recognition, and money on top. */
final class Gestures {

    /** Open small issues from which they need a person of their own. */
    private static final int MANY_ISSUES = 3;

    /** Need from which money on top is given: a middling failure that the company could have prevented, where redress is wanted. */
    private static final double CALLED_FOR = 0.4;

    private final Policy policy;
    private final Plight plight;
    private final List<Grievance> grievances;
    private final @Nullable Grievance current;
    private final Map<Element, PlanElement> chosen = new EnumMap<>(Element.class);

    Gestures(Policy policy, Plight plight) {
        this.policy = policy;
        this.plight = plight;
        this.grievances = plight.grievances();
        this.current = plight.current();
    }

    /** All gestures that fit, but for money. */
    List<PlanElement> withoutMoney() {
        chosen.clear();
        persons();
        words();
        repairs();
        attention();
        return new ArrayList<>(chosen.values());
    }

    private void persons() {
        if (any(FailureKind.SAFETY)) {
            give(Element.HUMAN_CONTACT, PlanReason.SAFETY);
        }
        if (somethingWrong() && plight.vulnerable()) {
            give(Element.HUMAN_CONTACT, PlanReason.VULNERABLE);
            give(Element.NAMED_CONTACT, PlanReason.VULNERABLE);
        }
        if (current != null && current.hostility() == Hostility.RAGING) {
            give(Element.HUMAN_CONTACT, PlanReason.RAGE);
        }
        if (deviated()) {
            boolean tooLate = current != null && current.late();
            give(Element.NAMED_CONTACT, tooLate ? PlanReason.WORD_BROKEN : PlanReason.DOUBLE_DEVIATION);
        }
        if (any(FailureKind.BROKEN_PROMISE)) {
            give(Element.NAMED_CONTACT, PlanReason.WORD_BROKEN);
        }
        if (any(FailureKind.IGNORED_CONTACT)) {
            give(Element.NAMED_CONTACT, PlanReason.MATCHES_LOSS);
        }
        if (plight.diagnosis().silentSufferer()) {
            give(Element.PROACTIVE_CONTACT, PlanReason.SILENT);
        }
    }

    /** One apology: the personal one where something is grave, betrayed, failed twice, or said to the person. */
    private void words() {
        if (grievances.isEmpty()) {
            if (plight.smallIssues() > 0) {
                give(Element.APOLOGY, PlanReason.MANY_ISSUES);
            }
            if (plight.smallIssues() >= MANY_ISSUES) {
                give(Element.EXPLANATION, PlanReason.MANY_ISSUES);
            }
            return;
        }
        PlanReason personal = personal();
        if (personal == null) {
            give(Element.APOLOGY, wants(Want.ESTEEM) ? PlanReason.RESPECT_WANTED : PlanReason.WORDS_WITH_MONEY);
        } else {
            give(Element.PERSONAL_APOLOGY, personal);
        }
        give(Element.EXPLANATION, PlanReason.MATCHES_LOSS);
        if (wants(Want.ESTEEM) || type(FailureType.ATTENTION)) {
            give(Element.VOICE, PlanReason.RESPECT_WANTED);
        }
    }

    private @Nullable PlanReason personal() {
        if (deviated()) {
            return PlanReason.DOUBLE_DEVIATION;
        }
        for (Grievance grievance : grievances) {
            if (grievance.betrayal() >= 0.5) {
                return PlanReason.TRUST_BETRAYED;
            }
            if (grievance.severity() >= policy.get(Parameter.PERSONAL_SEVERITY)) {
                return PlanReason.GRAVE;
            }
        }
        boolean insulted = any(FailureKind.RUDE_CONTACT);
        return insulted || (wants(Want.ESTEEM) && type(FailureType.ATTENTION)) ? PlanReason.RESPECT_WANTED : null;
    }

    private void repairs() {
        for (Grievance grievance : grievances) {
            boolean again = grievance.likeness() >= 0.3 || grievance.failedRecovery();
            if (grievance.stable()
                    || again
                    || grievance.betrayal() >= 0.5
                    || grievance.kind().equals(FailureKind.SAFETY)) {
                give(Element.PROCESS_FIX_REPORT, PlanReason.CAUSE_REMAINS);
            }
        }
        if (plight.smallIssues() >= MANY_ISSUES) {
            give(Element.NAMED_CONTACT, PlanReason.MANY_ISSUES);
            give(Element.VOICE, PlanReason.MANY_ISSUES);
            give(Element.PROCESS_FIX_REPORT, PlanReason.MANY_ISSUES);
        } else if (plight.smallIssues() > 0) {
            give(Element.VOICE, PlanReason.MANY_ISSUES);
        }
    }

    private void attention() {
        boolean member = plight.tier() != Tier.NONE;
        if (somethingWrong() && member) {
            give(Element.STATUS_GESTURE, PlanReason.STANDING);
        }
        if (plight.over()) {
            if (!any(FailureKind.CANCELLATION_OBSTACLE)) {
                give(Element.VOICE, PlanReason.INVITATION);
                give(Element.STATUS_GESTURE, PlanReason.INVITATION);
            }
            return;
        }
        if (plight.diagnosis().neglectedLoyal()) {
            give(Element.PROACTIVE_CONTACT, PlanReason.NEGLECT);
            give(Element.STATUS_GESTURE, PlanReason.NEGLECT);
        } else if (plight.diagnosis().mode() == BreakMode.FADING) {
            give(Element.PROACTIVE_CONTACT, PlanReason.NEGLECT);
        }
        if (plight.rival()) {
            give(Element.VOICE, PlanReason.RIVAL);
            give(Element.NAMED_CONTACT, PlanReason.RIVAL);
        }
    }

    /**
     * Money on top, or null when none fits: sized by how grave it is, by what was lost and by what a calm customer would expect, never
     * by what they are worth nor by how loud they are. After a data breach there is none, since compensation must meet the loss and
     * not exceed it; after a failed recovery there always is, since words alone are worn out. Nor is there any where the policy does
     * not offer the kind of money that fits.
     */
    @Nullable
    PlanElement money() {
        double need = 0;
        double loss = 0;
        boolean breach = false;
        for (Grievance grievance : grievances) {
            need = Math.max(need, need(grievance));
            loss += grievance.loss();
            breach |= grievance.kind().equals(FailureKind.PRIVACY_BREACH);
        }
        if (deviated()) {
            need = Math.max(need, CALLED_FOR);
        } else if (need < CALLED_FOR || plight.over()) {
            return null;
        }
        double unit = policy.get(Parameter.GESTURE_AMOUNT);
        double most = loss > 0 ? (policy.get(Parameter.OFFER_CAP) - 1) * loss : 2 * unit;
        double asked = need * (unit + policy.get(Parameter.GESTURE_SHARE) * loss);
        double amount = breach ? 0 : StrictMath.floor(100 * Math.min(most, asked)) / 100;
        Element given = offered(policy, moneyElement(loss));
        if (amount <= 0 || given == null) {
            return null;
        }
        PlanReason reason = deviated() ? PlanReason.DOUBLE_DEVIATION : PlanReason.EXPECTATION;
        return new PlanElement(given, amount, false, reason);
    }

    /** Compensation where a loss or a failed recovery stands; a gift where respect is wanted; credit where nothing else matches. */
    private Element moneyElement(double loss) {
        boolean onlyRespect = current != null && current.want() == Want.ESTEEM;
        if (deviated() || (loss > 0 && !onlyRespect)) {
            return Element.COMPENSATION;
        }
        return wants(Want.ESTEEM) || type(FailureType.ATTENTION) ? Element.GIFT : Element.CREDIT;
    }

    /** 0 to about 3: how much a gesture of money is called for. */
    private double need(Grievance grievance) {
        double wanted = switch (grievance.want()) {
            case ECONOMIC -> 1;
            case BOTH -> 0.8;
            case UNKNOWN -> grievance.type() == FailureType.ATTENTION ? 0.5 : 0.8;
            case ESTEEM -> policy.get(Parameter.ESTEEM_OFFER) * 0.6;
        };
        double responsible = grievance.controllable() ? 1 : policy.get(Parameter.UNCONTROLLABLE_OFFER);
        return grievance.severity()
                * (0.5 + plight.dueExpectation())
                * responsible
                * (grievance.failedRecovery() ? Math.max(wanted, 0.8) * 1.6 : wanted)
                * (1 + 0.4 * grievance.likeness())
                * (grievance.late() ? 1.25 : 1);
    }

    private void give(Element wanted, PlanReason reason) {
        Element given = offered(policy, wanted);
        if (given != null) {
            chosen.putIfAbsent(given, new PlanElement(given, null, false, reason));
        }
    }

    /** What the policy offers where this is wanted: the element itself, of the two apologies the other, or null. */
    static @Nullable Element offered(Policy policy, Element wanted) {
        if (policy.remedy(wanted).offered()) {
            return wanted;
        }
        Element other = wanted == Element.APOLOGY
                ? Element.PERSONAL_APOLOGY
                : wanted == Element.PERSONAL_APOLOGY ? Element.APOLOGY : wanted;
        return policy.remedy(other).offered() ? other : null;
    }

    private boolean somethingWrong() {
        return !grievances.isEmpty() || plight.smallIssues() > 0;
    }

    private boolean any(FailureKind kind) {
        return grievances.stream().anyMatch(each -> each.kind().equals(kind));
    }

    private boolean type(FailureType type) {
        return current != null && current.type() == type;
    }

    private boolean wants(Want want) {
        return current != null && (current.want() == want || current.want() == Want.BOTH);
    }

    private boolean deviated() {
        return grievances.stream().anyMatch(Grievance::deviated);
    }
}
