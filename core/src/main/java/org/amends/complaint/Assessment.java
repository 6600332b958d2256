package org.amends.complaint;

import java.util.List;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint says, as a machine read it or as a person corrected it.
 *
 * @param failures what went wrong, the chief failure first
 * @param want what the customer is after
 * @param severity 0 to 1: minor .2, moderate .45, serious .7, critical 1
 * @param hostility the tone
 * @param repeated the customer has written about it before, or it happened again
 * @param danger somebody may be in danger: a person reads it now, and no machine answers
 * @param vulnerable the customer or the person affected is vulnerable
 * @param legalThreat court, lawyer or authority is announced
 * @param publicThreat telling a wider public is announced
 * @param leaving the customer says that they leave
 * @param loss what the customer lost, or null when no sum is known
 * @param requested the remedies asked for, by their names
 */
public record Assessment(
        List<FailureKind> failures,
        Want want,
        double severity,
        Hostility hostility,
        boolean repeated,
        boolean danger,
        boolean vulnerable,
        boolean legalThreat,
        boolean publicThreat,
        boolean leaving,
        @Nullable Money loss,
        List<String> requested) {

    /** @throws IllegalArgumentException when the severity is not within 0 and 1 */
    public Assessment {
        if (!(severity >= 0 && severity <= 1)) {
            throw new IllegalArgumentException("severity must be between 0 and 1 but was %s.".formatted(severity));
        }
        failures = List.copyOf(failures);
        requested = List.copyOf(requested);
    }

    /** Of a complaint that nothing is known of yet. */
    public static final Assessment UNKNOWN = new Assessment(
            List.of(), Want.UNKNOWN, 0.3, Hostility.CALM, false, false, false, false, false, false, null, List.of());

    Assessment withDanger() {
        return new Assessment(
                failures,
                want,
                severity,
                hostility,
                repeated,
                true,
                vulnerable,
                legalThreat,
                publicThreat,
                leaving,
                loss,
                requested);
    }
}
