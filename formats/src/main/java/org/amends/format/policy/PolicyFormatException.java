package org.amends.format.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A policy file that cannot be used. The file is at fault, so the message names every place in it and the remedy. */
public final class PolicyFormatException extends RuntimeException {

    private final transient List<PolicyFinding> findings;

    /** What is wrong inside the file. */
    public PolicyFormatException(Path file, List<PolicyFinding> findings) {
        super(findings.stream().map(finding -> finding.text(file.toString())).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** The file cannot be opened at all. */
    public PolicyFormatException(Path file, String found, String remedy) {
        super("%s: %s.\n%s".formatted(file, found, remedy));
        this.findings = List.of();
    }

    /** What is wrong inside the file; empty when it could not be opened. */
    public List<PolicyFinding> findings() {
        return findings;
    }
}
