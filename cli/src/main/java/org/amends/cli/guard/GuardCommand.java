package org.amends.cli.guard;

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
import java.util.List;
import java.util.concurrent.Callable;
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

    private static final int BAD_INPUT = 2;
    private static final String STANDARD_INPUT = "-";

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
        if (requests.equals(STANDARD_INPUT)) {
            return answer(System.in, "standard input");
        }
        Path file = Path.of(requests);
        if (Files.isDirectory(file)) {
            return refused("this is a folder", "Maybe name the file in it.");
        }
        if (out != null && Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
            return refused("the answers would overwrite the requests", "Maybe name another file with --out.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return answer(in, requests);
        } catch (NoSuchFileException missing) {
            return refused("there is no such file", "Maybe check the path, or use - for standard input.");
        } catch (AccessDeniedException denied) {
            return refused("the file cannot be read", "Maybe check its permissions.");
        }
    }

    private int answer(InputStream in, String name) throws IOException {
        Guarding guarding = new Guarding(
                new Guard(FoodKnowledge.standardAnd(food)),
                name,
                spec.commandLine().getErr());
        Path file = out;
        if (file == null) {
            PrintWriter standard = spec.commandLine().getOut();
            int code = guarding.answer(in, standard);
            if (standard.checkError()) {
                throw new IOException("standard output was closed");
            }
            return code;
        }
        try (Writer writer = writer(file)) {
            return guarding.answer(in, writer);
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
        err.println("%s: %s.\n%s".formatted(requests, reason, remedy));
        err.flush();
        return BAD_INPUT;
    }
}
