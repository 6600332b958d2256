package org.amends.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Another process that has a data folder open, to be killed. */
final class Holder implements AutoCloseable {

    private final Process process;

    private Holder(Process process) {
        this.process = process;
    }

    /** What the other process does. */
    public static void main(String[] arguments) throws IOException {
        DataFolder folder = DataFolder.serve(Path.of(arguments[0]));
        System.out.println("open " + folder.address().jdbcUrl());
        // Ends when it is told to, or is killed before.
        if (System.in.read() == 'q') {
            folder.close();
        }
    }

    /** Starts it and waits until it has the folder open. */
    static Holder of(Path data) throws IOException {
        Holder holder = begin(data);
        holder.awaitOpen();
        return holder;
    }

    static Holder begin(Path data) throws IOException {
        return new Holder(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start());
    }

    private void awaitOpen() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("open ")) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("It did not open the folder:\n" + said);
    }

    /** Lets it go on for a while. */
    void waitFor(Duration span) throws InterruptedException {
        boolean ended = process.waitFor(span.toMillis(), TimeUnit.MILLISECONDS);
        if (ended) {
            throw new IllegalStateException("It ended by itself.");
        }
    }

    /** Kills it as a machine does that runs out of memory: without a word. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    void quit() {
        try {
            process.getOutputStream().write('q');
            process.getOutputStream().flush();
            process.waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
