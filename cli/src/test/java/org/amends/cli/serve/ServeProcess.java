package org.amends.cli.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code amends serve} in a process of its own, which tests may kill. */
final class ServeProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Amends is ready at (http://\\S+?)/?");

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private String address = "";

    private ServeProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it says where it listens, or has ended. */
    static ServeProcess start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.amends.cli.Amends",
                "serve",
                "--port=0"));
        command.addAll(List.of(options));
        ServeProcess serve = new ServeProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        serve.listen();
        return serve;
    }

    private void listen() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            keep(line);
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                address = ready.group(1);
                Thread.ofVirtual().start(() -> out.lines().forEach(this::keep));
                return;
            }
        }
    }

    private synchronized void keep(String line) {
        said.add(line);
    }

    /** All it has printed so far. */
    synchronized String said() {
        return String.join("\n", said);
    }

    /** For example {@code http://127.0.0.1:40123}; empty if it never listened. */
    String address() {
        return address;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, as a terminal or a supervisor does, and gives its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("It did not stop:\n" + said());
        }
        return process.exitValue();
    }

    /** Waits for it to end by itself, and gives its exit code. */
    int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
