package org.amends.cli.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amends.format.policy.PolicyDiff;
import org.amends.format.policy.PolicyDiff.FieldChange;
import org.amends.format.policy.PolicyDiff.RowChange;
import org.amends.format.policy.PolicyDiff.ValueChange;
import org.amends.format.policy.PolicyDiffJson;
import org.amends.format.policy.PolicyNumber;
import org.amends.format.policy.PolicyReader;
import org.amends.format.policy.PolicySection;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a policy changes. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Says what a policy changes. With one file: from the built-in policy to this file. With two: from the"
                        + " first to the second.")
final class DiffCommand implements Callable<Integer> {

    private static final String BUILT_IN = "built in";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A policy file.")
    @SuppressWarnings("NullAway.Init") // required
    private Path first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "Another; with it, A is the older one.")
    private @Nullable Path second;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Path newer = second;
        Policy one = PolicyReader.load(first);
        Policy before = newer == null ? Policy.standard() : one;
        Policy after = newer == null ? one : PolicyReader.load(newer);
        PolicyDiff diff = PolicyDiff.between(before, after);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PolicyDiffJson.write(before.version(), after.version(), diff));
        } else {
            out.println("From %s (%s) to %s (%s): %d values, %d failure kinds and %d remedies differ."
                    .formatted(
                            before.version(),
                            newer == null ? BUILT_IN : first.toString(),
                            after.version(),
                            newer == null ? first : newer,
                            diff.values().size(),
                            diff.failures().size(),
                            diff.remedies().size()));
            diff.values().forEach(change -> print(out, change));
            diff.failures().forEach(change -> print(out, PolicySection.FAILURES, change));
            diff.remedies().forEach(change -> print(out, PolicySection.REMEDIES, change));
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, ValueChange change) {
        out.println("%s: %s -> %s (%s)"
                .formatted(
                        change.parameter().key(),
                        PolicyNumber.text(change.before()),
                        PolicyNumber.text(change.after()),
                        PolicyNumber.unit(change.parameter())));
        out.println("    evidence of the default %s (%s): %s"
                .formatted(
                        PolicyNumber.text(change.parameter().defaultValue()),
                        change.parameter().confidence().name().toLowerCase(Locale.ROOT),
                        change.parameter().evidence()));
    }

    private static void print(PrintWriter out, String section, RowChange change) {
        for (FieldChange field : change.fields()) {
            out.println("%s.%s.%s: %s"
                    .formatted(
                            section,
                            change.name(),
                            field.field().stableName(),
                            switch (change.way()) {
                                case ADDED -> field.afterText() + " (new)";
                                case REMOVED -> field.beforeText() + " (gone)";
                                case CHANGED -> field.beforeText() + " -> " + field.afterText();
                            }));
        }
    }
}
