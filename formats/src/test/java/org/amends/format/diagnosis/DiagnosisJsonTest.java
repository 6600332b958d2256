package org.amends.format.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.amends.event.EventId;
import org.amends.format.facts.FactsReading;
import org.amends.policy.Element;
import org.amends.recovery.Excluded;
import org.amends.recovery.Exclusion;
import org.amends.recovery.Plan;
import org.amends.recovery.PlanEffect;
import org.amends.recovery.PlanElement;
import org.amends.recovery.PlanReason;
import org.amends.relationship.Answer;
import org.amends.relationship.Bond;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.relationship.Contribution;
import org.amends.relationship.Diagnosis;
import org.amends.relationship.Paradox;
import org.junit.jupiter.api.Test;

class DiagnosisJsonTest {

    private static final DiagnosisJson JSON = new DiagnosisJson("shop-1", Duration.ofDays(90));

    private static final Plan PLAN = new Plan(
            false,
            List.of(
                    new PlanElement(Element.REFUND, 12.5, true, PlanReason.OWED),
                    new PlanElement(Element.APOLOGY, null, false, PlanReason.WORDS_WITH_MONEY)),
            new PlanEffect(1, 0.5, 0, 0.75, 0.02, 0.01, 0.03, 0, 40),
            List.of(PlanReason.OWED),
            List.of(),
            List.of(),
            List.of(new Excluded(Exclusion.MARKETING_CONTACT, PlanReason.SOMETHING_OPEN)));

    @Test
    void aDiagnosisIsOneLineWithItsFieldsInOrder() {
        assertThat(JSON.write("\"c-7\"", diagnosis(0.1 + 0.2, BreakMode.ACUTE_FAILURE), PLAN))
                .isEqualTo("""
                {"id":"c-7","leave_probability":0.30000000000000004,"retaliation_risk":0.01,"complaint_propensity":1.0E-5,\
                "expectation":0.5,"recovery_power":0,"priority":12,"mode":"acute_failure","answer":"recover",\
                "avoidance":0.25,"paradox":{"possible":true,"satisfaction_lift":0.1,"loyalty_lift":0},\
                "silent_sufferer":false,"double_deviation":true,"neglected_loyal":false,\
                "contributions":[{"event":null,"cause":"habit","mode":null,"logit":-3.5},\
                {"event":"e\\"1","cause":"failed_recovery","mode":"acute_failure","logit":1}],\
                "plan":[{"element":"refund","amount":12.5,"owed":true,"because":"owed"},\
                {"element":"apology","owed":false,"because":"words_with_money"}],"plan_cost":12.5,"apology_rank":2,\
                "part_or_recover":"recover","plan_effect":{"distributive":1,"interactional":0.5,"procedural":0,"quality":0.75,\
                "stays":0.02,"stays_interval":[0.01,0.03],"calms":0,"worth":40},\
                "excluded":[{"element":"marketing_contact","because":"something_open"}],"reasons_for":["owed"],\
                "reasons_against":[],"rejected":[],\
                "policy_version":"shop-1","horizon_days":90}""");
    }

    @Test
    void withoutAnIdThereIsNoneAndNoModeIsNull() {
        assertThat(JSON.write(null, diagnosis(0.5, null), PLAN))
                .startsWith("{\"leave_probability\":0.5,")
                .contains("\"mode\":null,\"answer\"");
    }

    @Test
    void aNumberThatIsNoneIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> JSON.write(null, diagnosis(Double.NaN, null), PLAN))
                .hasMessage("leave_probability must be a number but was NaN.");
    }

    @Test
    void aRefusalSaysLinePlaceReasonAndRemedy() {
        FactsReading.Refused refused = new FactsReading.Refused("7", "trust", "trust is \"x\"", "Maybe a number.");

        assertThat(DiagnosisJson.write(3, refused)).isEqualTo("""
                {"line":3,"id":7,"error":{"place":"trust","reason":"trust is \\"x\\"","remedy":"Maybe a number."}}""");
    }

    private static Diagnosis diagnosis(double leaving, BreakMode mode) {
        return new Diagnosis(
                leaving,
                mode,
                List.of(
                        new Contribution(null, Cause.HABIT, -3.5),
                        new Contribution(new EventId("e\"1"), Cause.FAILED_RECOVERY, 1)),
                0.01,
                0.25,
                0.00001,
                0.5,
                0,
                12,
                new Paradox(true, 0.1, 0),
                false,
                true,
                false,
                0,
                new Bond(0.3, 0.5),
                1,
                0.9,
                3,
                100,
                50,
                Answer.RECOVER);
    }
}
