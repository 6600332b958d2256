package org.amends.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import org.amends.policy.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For each fact: which way the evidence says it moves each answer. Base, what the variant adds, and the move. */
class DirectionsTest {

    private static final Diagnostician DIAGNOSTICIAN = new Diagnostician(Policy.standard());

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            base                                                             | variant                                                          | answer | move
            tenure=1                                                         | tenure=10                                                        | leave | falls
            orders=2                                                         | orders=50                                                        | leave | falls
            trust=0.2                                                        | trust=0.9                                                        | leave | falls
            self=0.1                                                         | self=0.9                                                         | leave | falls
            moments=0                                                        | moments=5                                                        | leave | falls
            tier=none                                                        | tier=gold                                                        | leave | falls
            substitutes=none                                                 | substitutes=many                                                 | leave | rises
            cost=low                                                         | cost=high                                                        | leave | falls
            attention=10                                                     | attention=400                                                    | leave | rises
                                                                             | rival                                                            | leave | rises
                                                                             | issues=1                                                         | leave | rises
            issues=3                                                         | issues=6                                                         | leave | rises
            issues=3 oldest=5                                                | issues=3 oldest=200                                              | leave | rises
            fail=late_delivery:0.5:10:open:none oldest=10                    | fail=late_delivery:0.5:10:open:none oldest=120                   | leave | rises
                                                                             | fail=late_delivery:0.1:10:open:none                              | leave | rises
            fail=late_delivery:0.3:10:open:none                              | fail=late_delivery:0.9:10:open:none                              | leave | rises
            fail=late_delivery:0.6:10:open:none                              | fail=late_delivery:0.6:200:open:none                             | leave | falls
            fail=late_delivery:0.6:10:closed:good                            | fail=late_delivery:0.6:100:closed:good                           | leave | falls
            fail=late_delivery:0.6:10:open:none                              | fail=late_delivery:0.6:10:closed:none                            | leave | falls
            fail=late_delivery:0.6:10:closed:none                            | fail=late_delivery:0.6:10:closed:good                            | leave | falls
            fail=late_delivery:0.6:10:closed:good                            | fail=late_delivery:0.6:10:closed:excellent                       | leave | falls
            fail=late_delivery:0.6:10:open:none                              | fail=late_delivery:0.6:10:open:poor                              | leave | rises
            fail=late_delivery:0.6:10:open:none                              | fail=late_delivery:0.6:10:open:good                              | leave | falls
            fail=late_delivery:0.6:10:open:none:no                           | fail=late_delivery:0.6:10:open:none:yes                          | leave | rises
            fail=late_delivery:0.6:10:open:none                              | fail=late_delivery:0.6:10:open:none fail=late_delivery:0.6:40:open:none | leave | rises
            fail=late_delivery:0.6:10:open:none fail=missing_item:0.6:40:closed:good | fail=late_delivery:0.6:10:open:none fail=late_delivery:0.6:40:closed:good | leave | rises
            fail=late_delivery:0.6:10:open:none complained response=1        | fail=late_delivery:0.6:10:open:none complained response=9        | leave | rises
            fail=late_delivery:0.6:10:open:none complained response=9 promised=14 | fail=late_delivery:0.6:10:open:none complained response=9 promised=2 | leave | rises
            fail=late_delivery:0.6:10:open:none complained                   | fail=late_delivery:0.6:10:open:none complained hostility=3       | leave | rises
            fail=defective_product:0.6:12:open:none fail=billing_error:0.2:12:open:none | fail=defective_product:0.6:12:open:none fail=billing_error:0.2:12:open:none complained | voice | rises
            fail=defective_product:0.6:12:open:none fail=billing_error:0.2:12:open:none complained | fail=defective_product:0.6:12:open:none fail=billing_error:0.2:12:open:none complained promised=3 | retaliation | rises
            fail=defective_product:0.6:12:open:none complained               | fail=defective_product:0.6:12:open:none fail=billing_error:0.2:12:open:none complained | priority | rises
            fail=late_delivery:0.5:20:open:none                              | fail=late_delivery:0.5:20:open:none promised=3                   | leave | rises
            fail=late_delivery:0.5:20:open:none                              | fail=late_delivery:0.5:20:open:none promised=3                   | retaliation | rises
            fail=wrong_item:0.7:40:open:none complained promised=14          | fail=wrong_item:0.7:40:open:none fail=late_delivery:0.4:1:open:none complained promised=14 | leave | rises
            fail=wrong_item:0.5:40:open:none complained promised=14          | fail=wrong_item:0.5:40:open:none fail=late_delivery:0.9:1:open:none complained promised=14 | retaliation | rises
            fail=broken_promise:0.3:10:open:none:no fail=service_outage:0.7:20:open:poor complained loss=900 | fail=broken_promise:0.3:10:closed:good:no fail=service_outage:0.7:20:open:poor complained loss=900 | leave | falls
            fail=late_delivery:0.7:10:open:none tier=none                    | fail=late_delivery:0.7:10:open:none tier=gold                    | leave | rises
            fail=late_delivery:0.2:10:open:none:no self=0.1 trust=0.2        | fail=late_delivery:0.2:10:open:none:no self=0.9 trust=0.9        | leave | falls
            fail=preference_violation:0.7:10:open:none tenure=1              | fail=preference_violation:0.7:10:open:none tenure=10             | leave | rises
            fail=preference_violation:0.7:10:open:none self=0.1              | fail=preference_violation:0.7:10:open:none self=0.9              | leave | rises
            fail=late_delivery:0.6:10:open:none                              | fail=preference_violation:0.6:10:open:none                       | leave | rises
            fail=billing_error:0.6:10:open:none complained loss=100 offer=0.2 | fail=billing_error:0.6:10:open:none complained loss=100 offer=1 | leave | falls
            fail=billing_error:0.6:10:open:none complained loss=100 offer=0.6 | fail=billing_error:0.6:10:open:none complained loss=100 offer=1.2 | power | rises
            fail=billing_error:0.6:10:open:none complained loss=100 offer=1.5 | fail=billing_error:0.6:10:open:none complained loss=100 offer=3  | power | falls
            fail=privacy_breach:0.6:10:open:none complained loss=100 offer=1 | fail=privacy_breach:0.6:10:open:none complained loss=100 offer=2 | power | falls
            fail=privacy_breach:0.6:10:open:none complained loss=100 offer=1 | fail=privacy_breach:0.6:10:open:none complained loss=100 offer=0.5 | power | falls
            fail=billing_error:0.6:10:open:none:yes complained loss=100 offer=1 | fail=billing_error:0.6:10:open:none:no complained loss=100 offer=1 | power | falls
            fail=late_delivery:0.3:10:open:none                              | fail=late_delivery:0.9:10:open:none                              | power | falls
            fail=late_delivery:0.5:1:open:none                               | fail=late_delivery:0.5:60:open:none                              | power | falls
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:open:poor                              | power | falls
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:open:none fail=late_delivery:0.5:30:closed:poor | power | falls
            fail=late_delivery:0.5:10:open:none                              | fail=preference_violation:0.5:10:open:none                       | power | falls
            fail=late_delivery:0.5:10:open:none trust=0.2                    | fail=late_delivery:0.5:10:open:none trust=0.9                    | power | rises
            fail=late_delivery:0.5:10:open:none substitutes=none             | fail=late_delivery:0.5:10:open:none substitutes=many             | power | rises
            fail=late_delivery:0.3:10:open:none:yes                          | fail=late_delivery:0.3:10:open:none:no                           | power | rises
            fail=late_delivery:0.5:10:open:none complained                   | fail=late_delivery:0.5:10:open:none complained hostility=3       | power | falls
            fail=late_delivery:0.5:10:open:none complained response=1        | fail=late_delivery:0.5:10:open:none complained response=30       | power | falls
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:open:none left                         | leave | rises
            fail=billing_error:0.6:10:open:none loss=5                       | fail=billing_error:0.6:10:open:none loss=500                     | leave | rises
            fail=billing_error:0.6:10:open:none offer=1 want=economic        | fail=billing_error:0.6:10:open:none offer=1 want=esteem          | power | falls
            left self=0.1                                                    | left self=0.9                                                    | leave | rises
            left self=0.1                                                    | left self=0.9                                                    | retaliation | rises
            self=0.1                                                         | self=0.9                                                         | retaliation | rises
            left self=0.1 trust=0.1                                          | left self=0.1 trust=0.9                                          | retaliation | falls
            fail=late_delivery:0.6:10:open:none                              | fail=late_delivery:0.6:10:open:poor                              | retaliation | rises
            fail=late_delivery:0.6:10:open:none                              | fail=late_delivery:0.6:10:closed:excellent                       | retaliation | falls
            fail=late_delivery:0.6:10:open:none:no                           | fail=late_delivery:0.6:10:open:none:yes                          | retaliation | rises
            fail=late_delivery:0.6:10:open:none                              | fail=late_delivery:0.6:120:open:none                             | retaliation | falls
            fail=preference_violation:0.6:10:open:none self=0.1              | fail=preference_violation:0.6:10:open:none self=0.9              | retaliation | rises
            fail=preference_violation:0.6:10:open:none tenure=1              | fail=preference_violation:0.6:10:open:none tenure=10             | retaliation | rises
            fail=late_delivery:0.6:10:open:none complained                   | fail=late_delivery:0.6:10:open:none complained hostility=2       | retaliation | rises
            fail=late_delivery:0.6:10:open:none complained want=economic     | fail=late_delivery:0.6:10:open:none complained want=esteem       | retaliation | rises
            fail=late_delivery:0.6:10:open:none complained response=1        | fail=late_delivery:0.6:10:open:none complained response=20       | retaliation | rises
            fail=late_delivery:0.6:10:open:none moments=0                    | fail=late_delivery:0.6:10:open:none moments=6                    | retaliation | falls
            fail=late_delivery:0.6:10:open:none cost=low                     | fail=late_delivery:0.6:10:open:none cost=high                    | retaliation | rises
            fail=late_delivery:0.3:10:open:none                              | fail=late_delivery:0.9:10:open:none                              | voice | rises
            fail=late_delivery:0.5:10:open:none loss=10                      | fail=late_delivery:0.5:10:open:none loss=500                     | voice | rises
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:open:none success=3                    | voice | rises
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:open:none vulnerable                   | voice | falls
            fail=late_delivery:0.5:10:open:none substitutes=many             | fail=late_delivery:0.5:10:open:none substitutes=none             | voice | rises
            fail=late_delivery:0.5:10:open:none cost=low                     | fail=late_delivery:0.5:10:open:none cost=high                    | voice | rises
            fail=late_delivery:0.5:10:open:none tenure=0 trust=0.2           | fail=late_delivery:0.5:10:open:none tenure=10 trust=0.8          | voice | rises
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:open:none complained                   | voice | rises
            tier=none                                                        | tier=gold                                                        | expectation | rises
            tenure=1                                                         | tenure=10                                                        | expectation | rises
            success=0                                                        | success=2                                                        | expectation | rises
            fail=late_delivery:0.5:10:closed:none fail=late_delivery:0.5:100:closed:none | fail=late_delivery:0.5:10:closed:none fail=late_delivery:0.5:100:closed:excellent | expectation | rises
            fail=late_delivery:0.3:10:open:none                              | fail=late_delivery:0.9:10:open:none                              | expectation | rises
            fail=late_delivery:0.5:10:open:none complained response=1        | fail=late_delivery:0.5:10:open:none complained response=15       | expectation | rises
            fail=late_delivery:0.5:10:open:none complained response=30       | fail=late_delivery:0.5:10:open:none complained response=150      | expectation | falls
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:open:none vulnerable                   | priority | rises
            fail=late_delivery:0.5:10:open:none                              | fail=safety:0.5:10:open:none                                     | priority | rises
            fail=late_delivery:0.3:10:open:none                              | fail=late_delivery:0.9:10:open:none                              | priority | rises
            fail=late_delivery:0.5:10:open:none complained                   | fail=late_delivery:0.5:10:open:none complained hostility=3       | priority | rises
            fail=late_delivery:0.5:10:open:none complained response=1        | fail=late_delivery:0.5:10:open:none complained response=10       | priority | rises
            fail=late_delivery:0.5:10:open:none value=100                    | fail=late_delivery:0.5:10:open:none value=5000                   | priority | rises
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:open:none other                        | priority | stays
            fail=late_delivery:0.5:10:open:none                              | fail=late_delivery:0.5:10:closed:good                            | priority | falls
            issues=1                                                         | issues=8                                                         | priority | rises
            """)
    void moves(String base, String variant, String answer, String move) {
        double before = answer(base == null ? "" : base, answer);

        double after = answer(variant, answer);

        switch (move) {
            case "rises" -> assertThat(after).isGreaterThan(before + 1e-6);
            case "falls" -> assertThat(after).isLessThan(before - 1e-6);
            case "stays" -> assertThat(after).isEqualTo(before);
            default -> throw new IllegalArgumentException(move);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            facts                                                             | mode
            moments=3                                                         | none
            fail=late_delivery:0.8:10:open:poor complained                    | ACUTE_FAILURE
            fail=defective_product:0.5:5:open:none                            | ACUTE_FAILURE
            issues=4 oldest=60                                                | ACCUMULATION
            fail=late_delivery:0.2:9:open:none fail=late_delivery:0.2:30:open:none fail=missing_item:0.15:50:open:none fail=long_wait:0.2:70:open:none | ACCUMULATION
            attention=365                                                     | FADING
            rival                                                             | COMPETITOR_PULL
            rival attention=120                                               | COMPETITOR_PULL
            tenure=10 fail=preference_violation:0.6:5:open:none               | BETRAYED_TRUST
            fail=privacy_breach:0.7:5:open:none                               | BETRAYED_TRUST
            fail=broken_promise:0.5:5:open:none                               | BETRAYED_TRUST
            fail=late_delivery:0.7:400:closed:excellent                       | none
            """)
    void namesTheWayOfBreaking(String facts, BreakMode mode) {
        assertThat(DIAGNOSTICIAN.diagnose(Facts.of(facts), Situation.QUARTER).mode())
                .isEqualTo(mode);
    }

    private static double answer(String facts, String answer) {
        Diagnosis diagnosis = DIAGNOSTICIAN.diagnose(Facts.of(facts), Situation.QUARTER);
        return switch (answer) {
            case "leave" -> diagnosis.leaveProbability();
            case "retaliation" -> diagnosis.retaliationRisk();
            case "voice" -> diagnosis.complaintPropensity();
            case "expectation" -> diagnosis.expectation();
            case "power" -> diagnosis.recoveryPower();
            case "priority" -> diagnosis.priority();
            default -> throw new IllegalArgumentException(answer);
        };
    }
}
