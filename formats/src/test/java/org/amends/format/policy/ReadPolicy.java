package org.amends.format.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.amends.policy.Policy;

/** What comes of reading a policy file. */
final class ReadPolicy {

    /** All that a failure kind that is added must give. */
    static final String COMPLETE = "{type: product, severity: 0.3, controllable: true, stable: false, "
            + "betrayal: 0, unfairness: 0.2, confidence: chosen, evidence: own cases}";

    private ReadPolicy() {}

    /** The policy that this is. */
    static Policy policy(String yaml) {
        PolicyReading reading = PolicyReader.read(yaml);
        assertThat(reading).as(reading.toString()).isInstanceOf(PolicyReading.Read.class);
        return ((PolicyReading.Read) reading).policy();
    }

    /** Everything that is wrong with this, as a person is told. */
    static String errors(String yaml) {
        PolicyReading reading = PolicyReader.read(yaml);
        assertThat(reading).as(reading.toString()).isInstanceOf(PolicyReading.Flawed.class);
        return ((PolicyReading.Flawed) reading)
                .findings().stream().map(finding -> finding.text("p.yaml")).collect(Collectors.joining("\n"));
    }
}
