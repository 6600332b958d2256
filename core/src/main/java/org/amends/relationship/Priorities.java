package org.amends.relationship;

import java.util.List;
import org.amends.event.FailureKind;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The order of handling, in points. Every reason adds; none takes away. That another, more valuable case waits is no reason, and
 * the customer's own value is a small one.
 */
final class Priorities {

    /** Worth a year at which two thirds of the points for value are reached, in the currency's main unit. */
    private static final double NOTABLE_VALUE = 2_000;

    private final Circumstances circumstances;

    Priorities(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    double points(
            List<Injury> injuries,
            double leaving,
            double retaliation,
            double yearlyValue,
            @Nullable Double promisedDays) {
        Relationship relationship = circumstances.relationship();
        double points = get(Parameter.PRIORITY_LEAVING) * leaving
                + get(Parameter.PRIORITY_RETALIATION) * retaliation
                + get(Parameter.PRIORITY_VALUE) * Decay.saturating(yearlyValue, NOTABLE_VALUE)
                + get(Parameter.PRIORITY_ISSUES)
                        * Decay.saturating(relationship.smallIssues().size(), 4);
        double gravest = 0;
        boolean danger = false;
        for (Injury injury : injuries) {
            double urgency = injury.open() ? 1 : 0.4 * (1 - injury.undone());
            gravest = Math.max(gravest, injury.severity() * urgency);
            danger |= injury.open() && injury.profile().kind().equals(FailureKind.SAFETY);
        }
        boolean something = gravest > 0 || !relationship.smallIssues().isEmpty();
        points += get(Parameter.PRIORITY_SEVERITY) * gravest
                + (danger ? get(Parameter.PRIORITY_SAFETY) : 0)
                + (relationship.vulnerable() ? get(Parameter.PRIORITY_VULNERABLE) * (something ? 1 : 0.2) : 0);
        Injury current = Injuries.current(injuries);
        return current == null ? points : points + waiting(current, promisedDays);
    }

    private double waiting(Injury current, @Nullable Double promisedDays) {
        double open = current.open() ? 1 : 0.4 * (1 - current.undone());
        double points = get(Parameter.PRIORITY_HOSTILITY) * current.rage() * open;
        if (!current.unvoiced()) {
            points += get(Parameter.PRIORITY_VOICED) * open;
        }
        Double waited = current.waitedDays();
        if (waited != null) {
            points += get(Parameter.PRIORITY_WAIT) * Decay.saturating(waited, 7) * open;
            if (promisedDays != null && waited > promisedDays) {
                points += get(Parameter.PRIORITY_PROMISE) * open;
            }
        }
        return points;
    }

    private double get(Parameter parameter) {
        return circumstances.get(parameter);
    }
}
