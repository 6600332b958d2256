package org.amends.cli.decide;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
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

    private static final int BAD_INPUT = 2;
    private static final String STANDARD_INPUT = "-";

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
        if (facts.equals(STANDARD_INPUT)) {
            return answer(numbers, System.in, "standard input");
        }
        Path file = Path.of(facts);
        if (Files.isDirectory(file)) {
            return refused("this is a folder", "Maybe name the file in it.");
        }
        if (out != null && Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
            return refused("the answers would overwrite the facts", "Maybe name another file with --out.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return answer(numbers, in, facts);
        } catch (NoSuchFileException missing) {
            return refused("there is no such file", "Maybe check the path, or use - for standard input.");
        } catch (AccessDeniedException denied) {
            return refused("the file cannot be read", "Maybe check its permissions.");
        }
    }

    private int answer(Policy numbers, InputStream in, String name) throws IOException {
        Deciding deciding =
                new Deciding(numbers, horizon, name, spec.commandLine().getErr());
        Path file = out;
        if (file == null) {
            PrintWriter standard = spec.commandLine().getOut();
            int code = deciding.answer(in, standard);
            if (standard.checkError()) {
                throw new IOException("standard output was closed");
            }
            return code;
        }
        try (Writer writer = writer(file)) {
            return deciding.answer(in, writer);
        }
    }

    private static BufferedWriter writer(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    private int refused(String reason, String remedy) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("%s: %s.\n%s".formatted(facts, reason, remedy));
        err.flush();
        return BAD_INPUT;
    }
}
