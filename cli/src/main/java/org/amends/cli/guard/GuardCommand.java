package org.amends.cli.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.amends.cli.lines.LineFiles;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.substitution.Guard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether products may be sent instead of what was ordered: one request a line in, one answer a line out. */
@Command(
        name = "guard",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Says whether products may be sent instead of what was ordered, and whether an act may be done: one request a"
                        + " line in, one answer a line out, in the same order, each as soon as it is known. A line that"
                        + " cannot be read is answered with ASK and its error, and the exit code is 2.")
public final class GuardCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--requests",
            required = true,
            paramLabel = "FILE.jsonl",
            description = "Requests, one JSON object a line; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // required
    private String requests;

    @Option(
            names = "--food",
            paramLabel = "FILE.food",
            description =
                    "A food file, or a folder of them, to load beside the ones that come with Amends; may be repeated.")
    private List<Path> food = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the answers go; standard output by default.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        FoodKnowledge knowledge = FoodKnowledge.standardAnd(food);
        return LineFiles.answer(
                spec,
                requests,
                "requests",
                out,
                (in, name, answers) -> new Guarding(
                                new Guard(knowledge), name, spec.commandLine().getErr())
                        .answer(in, answers));
    }
}
