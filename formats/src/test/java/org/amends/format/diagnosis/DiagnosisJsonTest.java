package org.amends.format.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.amends.event.EventId;
import org.amends.format.facts.FactsReading;
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

    @Test
    void aDiagnosisIsOneLineWithItsFieldsInOrder() {
        assertThat(JSON.write("\"c-7\"", diagnosis(0.1 + 0.2, BreakMode.ACUTE_FAILURE)))
                .isEqualTo("""
                {"id":"c-7","leave_probability":0.30000000000000004,"retaliation_risk":0.01,"complaint_propensity":1.0E-5,\
                "expectation":0.5,"recovery_power":0,"priority":12,"mode":"acute_failure","answer":"recover",\
                "avoidance":0.25,"paradox":{"possible":true,"satisfaction_lift":0.1,"loyalty_lift":0},\
                "silent_sufferer":false,"double_deviation":true,"neglected_loyal":false,\
                "contributions":[{"event":null,"cause":"habit","mode":null,"logit":-3.5},\
                {"event":"e\\"1","cause":"failed_recovery","mode":"acute_failure","logit":1}],\
                "policy_version":"shop-1","horizon_days":90}""");
    }

    @Test
    void withoutAnIdThereIsNoneAndNoModeIsNull() {
        assertThat(JSON.write(null, diagnosis(0.5, null)))
                .startsWith("{\"leave_probability\":0.5,")
                .contains("\"mode\":null,\"answer\"");
    }

    @Test
    void aNumberThatIsNoneIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> JSON.write(null, diagnosis(Double.NaN, null)))
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
