package org.amends.relationship;

import java.util.ArrayList;
import java.util.List;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.amends.failure.FeltRecovery;

/**
 * Reads facts from one short line, so that a test can put two relationships beside each other: {@code "tenure=10 fail=late_delivery:0.6:20:open:none"}.
 * A failure is kind:severity:days ago:open or closed:recovery, optionally :yes or :no for controllable.
 */
public final class Facts {

    private Facts() {}

    /** The facts of this line. */
    public static RelationshipFacts of(String line) {
        RelationshipFacts n = RelationshipFacts.neutral();
        double tenure = n.tenureYears();
        double orders = n.ordersPerYear();
        double value = n.annualValue();
        Tier tier = n.tier();
        double self = n.selfRelevance();
        double trust = n.trust();
        int moments = 0;
        List<FailureFact> failures = new ArrayList<>();
        int issues = 0;
        double oldest = 0;
        boolean complained = false;
        int success = 0;
        Want want = Want.UNKNOWN;
        Hostility hostility = Hostility.CALM;
        Double response = null;
        Double promised = null;
        Substitutes substitutes = n.substitutes();
        SwitchingCost cost = n.switchingCost();
        boolean rival = false;
        double attention = n.companyAttentionLastDays();
        double loss = 0;
        Double offer = null;
        boolean left = false;
        boolean vulnerable = false;
        boolean other = false;
        for (String word : line.strip().split("\\s+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            String[] pair = word.split("=", 2);
            String v = pair.length > 1 ? pair[1] : "";
            switch (pair[0]) {
                case "tenure" -> tenure = Double.parseDouble(v);
                case "orders" -> orders = Double.parseDouble(v);
                case "value" -> value = Double.parseDouble(v);
                case "tier" -> tier = Tier.valueOf(v.toUpperCase(java.util.Locale.ROOT));
                case "self" -> self = Double.parseDouble(v);
                case "trust" -> trust = Double.parseDouble(v);
                case "moments" -> moments = Integer.parseInt(v);
                case "fail" -> failures.add(failure(v));
                case "issues" -> issues = Integer.parseInt(v);
                case "oldest" -> oldest = Double.parseDouble(v);
                case "complained" -> complained = true;
                case "success" -> success = Integer.parseInt(v);
                case "want" -> want = Want.valueOf(v.toUpperCase(java.util.Locale.ROOT));
                case "hostility" -> hostility = Hostility.values()[Integer.parseInt(v)];
                case "response" -> response = Double.valueOf(v);
                case "promised" -> promised = Double.valueOf(v);
                case "substitutes" -> substitutes = Substitutes.valueOf(v.toUpperCase(java.util.Locale.ROOT));
                case "cost" -> cost = SwitchingCost.valueOf(v.toUpperCase(java.util.Locale.ROOT));
                case "rival" -> rival = true;
                case "attention" -> attention = Double.parseDouble(v);
                case "loss" -> loss = Double.parseDouble(v);
                case "offer" -> offer = Double.valueOf(v);
                case "left" -> left = true;
                case "vulnerable" -> vulnerable = true;
                case "other" -> other = true;
                default -> throw new IllegalArgumentException("No fact is called " + pair[0]);
            }
        }
        return new RelationshipFacts(
                tenure,
                orders,
                value,
                tier,
                self,
                trust,
                moments,
                failures,
                issues,
                oldest,
                complained,
                success,
                want,
                hostility,
                response,
                promised,
                substitutes,
                cost,
                rival,
                attention,
                loss,
                offer,
                left,
                vulnerable,
                other);
    }

    private static FailureFact failure(String text) {
        String[] parts = text.split(":", -1);
        return new FailureFact(
                new FailureKind(parts[0]),
                Double.valueOf(parts[1]),
                Double.parseDouble(parts[2]),
                parts[3].equals("closed"),
                FeltRecovery.valueOf(parts[4].toUpperCase(java.util.Locale.ROOT)),
                parts.length > 5 ? parts[5].equals("yes") : null);
    }
}
