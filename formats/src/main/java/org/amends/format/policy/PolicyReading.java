package org.amends.format.policy;

import java.util.List;
import org.amends.policy.Policy;

/** What came of reading a policy file. */
public sealed interface PolicyReading {

    /** The file is this policy. */
    record Read(Policy policy) implements PolicyReading {}

    /**
     * The file is YAML, and what it says cannot be a policy.
     *
     * @param findings everything that is wrong, in the order of the file; at least one
     */
    record Flawed(List<PolicyFinding> findings) implements PolicyReading {
        public Flawed {
            findings = List.copyOf(findings);
        }
    }

    /** The file is empty, no text, or no YAML: nothing in it can be judged. */
    record Unreadable(PolicyFinding finding) implements PolicyReading {}
}
