package org.amends.format.facts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.amends.policy.Policy;
import org.amends.relationship.Diagnostician;
import org.amends.relationship.RelationshipFacts;
import org.amends.relationship.Situation;

/** Whatever arrives as facts is read or refused, and what is read can be diagnosed. */
class FactsFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void readsOrRefuses(byte[] data) {
        if (new FactsReader(Policy.standard()).read(new String(data, StandardCharsets.UTF_8))
                instanceof FactsReading.Read(String ignored, RelationshipFacts facts)) {
            double leaving = new Diagnostician(Policy.standard())
                    .diagnose(facts, Situation.QUARTER)
                    .leaveProbability();
            if (!(leaving >= 0 && leaving <= 1)) {
                throw new AssertionError("leave_probability is " + leaving);
            }
        }
    }
}
