package org.amends.cli.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.amends.format.policy.PolicyDiff;
import org.amends.format.policy.PolicyFinding;
import org.amends.format.policy.PolicyReader;
import org.amends.format.policy.PolicyReading;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with a policy file, at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Says everything that is wrong with a policy file, each with its place and a remedy. Exit code: 0 clean, 1"
                        + " findings, 2 the file cannot be read as YAML.")
final class CheckCommand implements Callable<Integer> {

    private static final int CLEAN = 0;
    private static final int FINDINGS = 1;
    private static final int UNREADABLE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The policy file.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int code = switch (PolicyReader.read(PolicyReader.bytes(file))) {
            case PolicyReading.Read(Policy policy) -> {
                out.println("%s: clean. %s".formatted(file, summary(policy)));
                yield CLEAN;
            }
            case PolicyReading.Flawed(List<PolicyFinding> findings) -> {
                findings.forEach(finding -> out.println(finding.text(file.toString())));
                out.println(findings.size() == 1 ? "1 finding." : findings.size() + " findings.");
                yield FINDINGS;
            }
            case PolicyReading.Unreadable(PolicyFinding finding) -> {
                err.println(finding.text(file.toString()));
                yield UNREADABLE;
            }
        };
        out.flush();
        err.flush();
        return code;
    }

    private static String summary(Policy policy) {
        PolicyDiff diff = PolicyDiff.between(Policy.standard(), policy);
        long added = diff.failures().stream()
                .filter(change -> change.way() == PolicyDiff.Way.ADDED)
                .count();
        String name = policy.version().startsWith(Policy.DEFAULT_VERSION + "+")
                ? " It kept the built-in's name and is recorded as %s; maybe give it a name of its own."
                        .formatted(policy.version())
                : "";
        return ("Policy %s: %d of %d values differ from the built-in policy; %d failure kinds changed, %d added;"
                        + " %d remedies changed.%s")
                .formatted(
                        policy.version(),
                        diff.values().size(),
                        Parameter.values().length,
                        diff.failures().size() - added,
                        added,
                        diff.remedies().size(),
                        name);
    }
}
