package org.amends.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.amends.policy.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every relationship, whatever else is true of it: tried on thousands of random ones. */
class MonotonyTest {

    private static final Diagnostician DIAGNOSTICIAN = new Diagnostician(Policy.standard());
    private static final String[] KINDS = {
        "late_delivery", "wrong_item", "defective_product", "billing_error", "rude_contact", "ignored_contact",
        "broken_promise", "privacy_breach", "preference_violation", "service_outage", "unfair_policy", "safety"
    };

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            less                     | more                      | answer      | move
            trust=0.2                | trust=0.8                 | leave       | falls
            moments=1                | moments=6                 | leave       | falls
            orders=2                 | orders=30                 | leave       | falls
            cost=low                 | cost=high                 | leave       | falls
            substitutes=few          | substitutes=many          | leave       | rises
            substitutes=none         | substitutes=few           | leave       | rises
            attention=20             | attention=300             | leave       | rises
                                     | rival                     | leave       | rises
            issues=1                 | issues=5                  | leave       | rises
            issues=2 oldest=300      | issues=2 oldest=700       | leave       | rises
            hostility=0              | hostility=2               | leave       | rises
            complained response=1    | complained response=12    | leave       | rises
            response=9 promised=12   | response=9 promised=3     | leave       | rises
            loss=10 offer=0.3        | loss=10 offer=1.1         | leave       | falls
            fail=K:0.2:9:open:none   | fail=K:0.8:9:open:none    | leave       | rises
            fail=K:0.6:9:open:none   | fail=K:0.6:9:closed:good  | leave       | falls
            fail=K:0.6:9:closed:good | fail=K:0.6:9:closed:excellent | leave   | falls
            fail=K:0.6:9:open:none   | fail=K:0.6:9:open:poor    | leave       | rises
            fail=K:0.6:9:open:none:no | fail=K:0.6:9:open:none:yes | leave     | rises
            complained fail=K:0.3:99:open:none | complained fail=K:0.3:99:open:none fail=K:0.5:90:open:none | leave | rises
                                     | vulnerable                | leave       | stays
                                     | other                     | leave       | stays
            self=0.1                 | self=0.9                  | retaliation | rises
            trust=0.1                | trust=0.9                 | retaliation | falls
            moments=0                | moments=8                 | retaliation | falls
            hostility=0              | hostility=3               | retaliation | rises
            want=economic            | want=esteem               | retaliation | rises
            complained response=1    | complained response=12    | retaliation | rises
            fail=K:0.2:9:open:none   | fail=K:0.8:9:open:none    | retaliation | rises
            fail=K:0.6:9:open:none:no | fail=K:0.6:9:open:none:yes | retaliation | rises
            fail=K:0.6:9:open:none   | fail=K:0.6:9:open:poor    | retaliation | rises
            fail=K:0.6:9:open:none   | fail=K:0.6:9:closed:excellent | retaliation | falls
            success=0                | success=3                 | voice       | rises
            cost=low                 | cost=high                 | voice       | rises
            substitutes=many         | substitutes=none          | voice       | rises
                                     | vulnerable                | voice       | falls
            loss=5                   | loss=300                  | voice       | rises
            tier=none                | tier=gold                 | expectation | rises
            tenure=1                 | tenure=12                 | expectation | rises
            success=0                | success=2                 | expectation | rises
            fail=K:0.5:0:open:none   | fail=K:0.5:0:open:none hostility=3 | power | falls
            loss=10 offer=0.3        | loss=10 offer=1.1         | power       | rises
                                     | vulnerable                | priority    | rises
            hostility=0              | hostility=3               | priority    | rises
            value=100                | value=9000                | priority    | rises
            complained response=1    | complained response=12    | priority    | rises
            fail=K:0.2:9:open:none   | fail=K:0.8:9:open:none    | priority    | rises
            issues=1                 | issues=6                  | priority    | rises
                                     | other                     | priority    | stays
            """)
    void holdsWhateverElseIsTrue(String less, String more, String answer, String move) {
        SplittableRandom random = new SplittableRandom(20261122);
        ToDoubleFunction<Diagnosis> read = answer(answer);
        for (int i = 0; i < 600; i++) {
            String kind = KINDS[random.nextInt(KINDS.length)];
            String rest = someone(random);
            double before = read.applyAsDouble(diagnose(rest, less == null ? "" : less.replace("K", kind)));
            double after = read.applyAsDouble(diagnose(rest, more.replace("K", kind)));
            double rise = after - before;
            assertThat(
                            switch (move) {
                                case "rises" -> rise >= -1e-12;
                                case "falls" -> rise <= 1e-12;
                                default -> rise == 0;
                            })
                    .as("case %d: %s, %s -> %s: %s was %s, is %s", i, rest, less, more, answer, before, after)
                    .isTrue();
        }
    }

    private static Diagnosis diagnose(String rest, String change) {
        return DIAGNOSTICIAN.diagnose(Facts.of(rest + " " + change), Situation.QUARTER);
    }

    private static String someone(SplittableRandom random) {
        StringBuilder facts = new StringBuilder();
        facts.append(String.format(
                Locale.ROOT,
                "tenure=%.1f orders=%d trust=%.2f self=%.2f tier=%s moments=%d value=%d",
                random.nextDouble(15),
                random.nextInt(40),
                random.nextDouble(),
                random.nextDouble(),
                new String[] {"none", "silver", "gold"}[random.nextInt(3)],
                random.nextInt(6),
                random.nextInt(5000)));
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.append(String.format(
                    Locale.ROOT,
                    " fail=%s:%.2f:%d:%s:%s",
                    KINDS[random.nextInt(KINDS.length)],
                    random.nextDouble(),
                    random.nextInt(300),
                    random.nextBoolean() ? "open" : "closed",
                    new String[] {"none", "poor", "good", "excellent"}[random.nextInt(4)]));
        }
        facts.append(random.nextInt(3) == 0 ? " complained" : "");
        facts.append(random.nextInt(6) == 0 ? " left" : "");
        facts.append(random.nextInt(3) == 0 ? " issues=" + random.nextInt(5) + " oldest=" + random.nextInt(200) : "");
        facts.append(random.nextInt(4) == 0 ? " substitutes=many" : "");
        facts.append(random.nextInt(4) == 0 ? " cost=high" : "");
        return facts.toString();
    }

    private static ToDoubleFunction<Diagnosis> answer(String name) {
        return switch (name) {
            case "leave" -> Diagnosis::leaveProbability;
            case "retaliation" -> Diagnosis::retaliationRisk;
            case "voice" -> Diagnosis::complaintPropensity;
            case "expectation" -> Diagnosis::expectation;
            case "power" -> Diagnosis::recoveryPower;
            case "priority" -> Diagnosis::priority;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
