package org.amends.format.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.amends.policy.Policy;

/** Whatever arrives as a policy is one or is refused with its place, and a policy that is read can be written and read again. */
class PolicyFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void readsOrRefuses(byte[] data) {
        switch (PolicyReader.read(data)) {
            case PolicyReading.Read(Policy policy) -> requireSame(policy);
            case PolicyReading.Flawed flawed -> {
                if (flawed.findings().isEmpty()) {
                    throw new AssertionError("Flawed, and nothing found");
                }
            }
            case PolicyReading.Unreadable ignored -> {
                // The declared refusal.
            }
        }
    }

    private static void requireSame(Policy policy) {
        if (!(PolicyReader.read(PolicyWriter.write(policy)) instanceof PolicyReading.Read(Policy again))
                || !PolicyDiff.between(policy, again).isEmpty()
                || !again.version().equals(policy.version())) {
            throw new AssertionError("A policy was written and is read as another: " + policy.version());
        }
    }
}
