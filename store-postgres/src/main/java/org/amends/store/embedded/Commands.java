package org.amends.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the short programs that stand beside PostgreSQL, in an environment that cannot change what they do. */
final class Commands {

    /**
     * What a program left behind.
     *
     * @param exit its exit code, 127 if there is no such program
     * @param output what it printed, to either stream
     */
    record Outcome(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    private Commands() {}

    /** Runs a program to its end. */
    static Outcome run(List<String> command, String input) {
        try {
            Process process =
                    clean(new ProcessBuilder(command)).redirectErrorStream(true).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream out = process.getInputStream()) {
                String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                return new Outcome(process.waitFor(), output);
            }
        } catch (IOException missing) {
            return new Outcome(127, String.valueOf(missing.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(130, "interrupted");
        }
    }

    static boolean succeeds(String... command) {
        return run(List.of(command), "").succeeded();
    }

    /** Takes away what would send PostgreSQL's programs elsewhere or make them speak another language. */
    static ProcessBuilder clean(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }
}
