package org.amends.format.policy;

import static org.amends.format.policy.ReadPolicy.COMPLETE;
import static org.amends.format.policy.ReadPolicy.errors;
import static org.amends.format.policy.ReadPolicy.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amends.event.FailureKind;
import org.amends.policy.Confidence;
import org.amends.policy.Element;
import org.amends.policy.FailureProfile;
import org.amends.policy.FailureType;
import org.amends.policy.Policy;
import org.amends.policy.RemedyProfile;
import org.junit.jupiter.api.Test;

/** The failure catalogue and the remedy catalogue of a policy file. */
class CatalogueReaderTest {

    @Test
    void aBuiltInKindMayChangeInPart() {
        Policy read = policy("version: a\nfailures:\n  late_delivery:\n    severity: 0.6\n    stable: true\n");

        FailureProfile row = read.failure(FailureKind.LATE_DELIVERY);
        FailureProfile builtIn = Policy.standard().failure(FailureKind.LATE_DELIVERY);
        assertThat(row.severity()).isEqualTo(0.6);
        assertThat(row.stable()).isTrue();
        assertThat(row.type()).isEqualTo(builtIn.type());
        assertThat(row.evidence()).isEqualTo(builtIn.evidence());
    }

    @Test
    void aKindMayBeAdded() {
        Policy read = policy("version: a\nfailures:\n  cold_food: " + COMPLETE + "\n");

        assertThat(read.failure(new FailureKind("cold_food")))
                .isEqualTo(new FailureProfile(
                        new FailureKind("cold_food"),
                        FailureType.PRODUCT,
                        0.3,
                        true,
                        false,
                        0,
                        0.2,
                        List.of(),
                        "own cases",
                        Confidence.CHOSEN));
    }

    @Test
    void aKindMaySayWhatIsOwedForIt() {
        String owed = "owed: [redo_service, price_reduction]";
        Policy read = policy("""
                version: a
                failures:
                  late_delivery: {owed: [refund]}
                  defective_product: {owed: []}
                  cold_food: %s
                """.formatted(COMPLETE.replace("confidence", owed + ", confidence")));

        assertThat(read.failure(FailureKind.LATE_DELIVERY).owed()).containsExactly(Element.REFUND);
        assertThat(read.failure(FailureKind.DEFECTIVE_PRODUCT).owed()).isEmpty();
        assertThat(read.failure(new FailureKind("cold_food")).owed())
                .containsExactly(Element.REDO_SERVICE, Element.PRICE_REDUCTION);
        assertThat(read.failure(FailureKind.BILLING_ERROR))
                .isEqualTo(Policy.standard().failure(FailureKind.BILLING_ERROR));
    }

    @Test
    void whatIsOwedIsReadWithCare() {
        assertThat(errors("""
                version: a
                failures:
                  late_delivery: {owed: [refnd, gift, refund, refund]}
                  wrong_item: {owed: replacement}
                  long_wait: {owed: }
                  safety: {owed: [[refund], 3]}
                """)).isEqualTo("""
                p.yaml:3:26: found failures.late_delivery.owed: refnd.
                Maybe refund.
                p.yaml:3:33: found failures.late_delivery.owed: gift.
                It is a gesture and cannot be owed. Maybe one of statutory_remedy, refund, replacement, repair, \
                redo_service, price_reduction, explanation, human_contact, preference_fix, breach_notice, \
                process_fix_report, compensation, clean_exit.
                p.yaml:3:47: found failures.late_delivery.owed: refund a second time.
                Maybe delete one of them.
                p.yaml:4:22: found failures.wrong_item.owed: replacement.
                Maybe write a list, for example [refund]; [] is nothing.
                p.yaml:5:20: found failures.long_wait.owed without a value.
                Maybe write a list, for example [refund]; [] is nothing.
                p.yaml:6:19: found failures.safety.owed: a list.
                Maybe refund.
                p.yaml:6:29: found failures.safety.owed: 3.
                Maybe refund.\
                """);
    }

    @Test
    void aRemedyMayChangeInPart() {
        Policy read = policy("version: a\nremedies:\n  gift:\n    offered: false\n  voice: {procedural: 0.5}\n");

        RemedyProfile gift = Policy.standard().remedy(Element.GIFT);
        assertThat(read.remedy(Element.GIFT))
                .isEqualTo(new RemedyProfile(
                        Element.GIFT,
                        false,
                        gift.distributive(),
                        gift.interactional(),
                        gift.procedural(),
                        gift.evidence(),
                        gift.confidence()));
        assertThat(read.remedy(Element.VOICE).procedural()).isEqualTo(0.5);
        assertThat(read.remedy(Element.REFUND)).isEqualTo(Policy.standard().remedy(Element.REFUND));
    }

    @Test
    void remediesAreReadWithCare() {
        assertThat(errors("""
                version: a
                remedies:
                  gifts: {offered: false}
                  gift: {offered: maybe}
                  voice: {procedual: 0.5, interactional: 1.5}
                  credit: none
                  clean_exit: {offered: false}
                remedy: {}
                """)).isEqualTo("""
                p.yaml:3:3: found the unknown remedy "gifts".
                Maybe gift.
                p.yaml:4:19: found remedies.gift.offered: maybe.
                Maybe write true or false, without quotes.
                p.yaml:5:11: found the unknown key "remedies.voice.procedual".
                Maybe procedural.
                p.yaml:5:42: found remedies.voice.interactional: 1.5.
                Maybe a number from 0 to 1.
                p.yaml:6:11: found remedies.credit: none.
                Maybe write its fields below it, for example "offered: false", indented by four spaces.
                p.yaml:7:3: found remedies.clean_exit with offered: false.
                A relationship that ends, ends cleanly. Maybe delete the line.
                p.yaml:8:1: found the unknown section "remedy".
                Maybe remedies.\
                """);
    }

    @Test
    void failureKindsAreReadWithCare() {
        assertThat(errors("""
                version: a
                failures:
                  Late Delivery: {severity: 0.2}
                  late_delivry: {severity: 0.2}
                  cold_food: {type: product}
                  safety: grave
                  wrong_item:
                    severity: 1.5
                    controllable: yes
                    type: Product
                """)).isEqualTo(Defaults.in("""
                p.yaml:3:3: found the failure kind "Late Delivery".
                Maybe write it in lower-case words joined by underscores, for example late_delivery.
                p.yaml:4:3: found the new failure kind "late_delivry" without type, controllable, stable, betrayal, \
                unfairness, confidence, evidence.
                Maybe late_delivery. Maybe add what is missing: only built-in kinds have defaults.
                p.yaml:5:3: found the new failure kind "cold_food" without severity, controllable, stable, betrayal, \
                unfairness, confidence, evidence.
                Maybe add what is missing: only built-in kinds have defaults.
                p.yaml:6:11: found failures.safety: grave.
                Maybe write its fields below it, for example "severity: 0.5", indented by four spaces.
                p.yaml:8:15: found failures.wrong_item.severity: 1.5.
                Maybe a number from 0 to 1.
                p.yaml:9:19: found failures.wrong_item.controllable: yes.
                Maybe write true or false, without quotes.
                p.yaml:10:11: found failures.wrong_item.type: Product.
                Maybe write one of monetary, product, service, attention.
                """.strip()));
    }
}
