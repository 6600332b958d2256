package org.amends.cli.decide;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.amends.cli.lines.LineFiles;
import org.amends.format.policy.PolicyReader;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Diagnoses relationships that are told in a few facts: one JSON object a line in, one out, in the same order. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Diagnoses relationships told in a few facts: one JSON object a line in, one out, in the same order. A line"
                        + " that cannot be read is answered with its error, and the exit code is 2.")
public final class DecideCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--facts",
            required = true,
            paramLabel = "FILE.jsonl",
            description = "Relationship facts, one JSON object a line; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // required
    private String facts;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy to judge by; the built-in one by default.")
    private @Nullable Path policy;

    @Option(
            names = "--horizon",
            paramLabel = "SPAN",
            defaultValue = "90d",
            converter = Horizon.class,
            description =
                    "How far ahead leaving is asked for: 90d, 12w, 6m, 1y or ISO 8601. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // has a default
    private Duration horizon;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the answers go; standard output by default.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Policy numbers = policy == null ? Policy.standard() : PolicyReader.load(policy);
        return LineFiles.answer(
                spec,
                facts,
                "facts",
                out,
                (in, name, answers) ->
                        new Deciding(numbers, horizon, name, spec.commandLine().getErr()).answer(in, answers));
    }
}
