package org.amends.cli.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amends demo}: simulates a grocer, scores the history and opens the report, by the commands that a person would type. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Simulates a grocer with customers in four languages, scores them and opens the report.")
public final class DemoCommand implements Callable<Integer> {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ru");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "The language of the report: en, fr, es or ru. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "amends-demo",
            description = "The folder for everything. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("amends-demo");

    @Option(names = "--no-open", description = "Do not open the report; only say where it is.")
    private boolean closed;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many customers. Default: ${DEFAULT-VALUE}.")
    private int customers = 20_000;

    @Override
    public Integer call() {
        if (!LANGUAGES.contains(language)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--lang is \"%s\". Maybe one of %s.".formatted(language, String.join(", ", LANGUAGES)));
        }
        PrintWriter said = spec.commandLine().getOut();
        Path history = out.resolve("history");
        Path diagnosis = out.resolve("diagnosis");
        int simulated = simulate(history);
        if (simulated != 0) {
            return simulated;
        }
        int scored = score(history, diagnosis);
        if (scored != 0) {
            return scored;
        }
        Path report = diagnosis.resolve("report.html").toAbsolutePath().normalize();
        boolean opened = !closed && open(report);
        said.printf("%nThe report%s: %s%n", opened ? " is open in your browser" : "", report);
        said.print(next(history, diagnosis));
        said.flush();
        return 0;
    }

    private int simulate(Path history) {
        return run(
                "A grocer who delivers, three years of " + customers + " made-up customers:",
                List.of(
                        "simulate",
                        "--scenario",
                        "grocery-delivery",
                        "--customers",
                        Integer.toString(customers),
                        "--format",
                        "parquet",
                        "--out",
                        history.toString()));
    }

    private int score(Path history, Path diagnosis) {
        return run(
                "What is the matter with each of them, and what fits:",
                List.of(
                        "score",
                        "--events",
                        history.resolve("events.parquet").toString(),
                        "--lang",
                        language,
                        "--out",
                        diagnosis.toString()));
    }

    /** Says and runs one command, as it would be typed. */
    private int run(String why, List<String> arguments) {
        PrintWriter said = spec.commandLine().getOut();
        said.printf("%n%s%n  ./amends %s%n%n", why, String.join(" ", arguments));
        said.flush();
        CommandLine typed = spec.root().commandLine();
        return new CommandLine(spec.root().userObject())
                .setOut(said)
                .setErr(typed.getErr())
                .setParameterExceptionHandler(typed.getParameterExceptionHandler())
                .setExecutionExceptionHandler(typed.getExecutionExceptionHandler())
                .execute(arguments.toArray(String[]::new));
    }

    private static String next(Path history, Path diagnosis) {
        return """

                Three things to try next:
                  1. See who really left and why, which no company knows: %s
                     beside what was found: %s
                  2. Score a history of your own: ./amends score --events yours.csv --out diagnosis
                     (its columns are not these? examples/ maps three companies' files)
                  3. Ask about one relationship without any history:
                     echo '{"tenure_years": 6, "failures": [{"kind": "privacy_breach", "days_ago": 3}]}' > facts.jsonl
                     ./amends decide --facts facts.jsonl
                """.formatted(history.resolve("truth.parquet"), diagnosis.resolve("relationships.csv"));
    }

    /** Opens a page where there is a desktop to open it on. */
    private static boolean open(Path page) {
        String system = System.getProperty("os.name", "");
        List<String> command;
        if (system.startsWith("Mac")) {
            command = List.of("open", page.toString());
        } else if (system.startsWith("Windows")) {
            command = List.of("cmd", "/c", "start", "", page.toString());
        } else if (System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null) {
            command = List.of("xdg-open", page.toString());
        } else {
            return false;
        }
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return started.isAlive() || started.exitValue() == 0;
        } catch (IOException nothingToOpenItWith) {
            return false;
        }
    }
}
