package org.amends.cli.lines;

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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Opens what a command reads and what it writes, and says in two lines why it cannot. */
public final class LineFiles {

    /** The exit code of bad input. */
    public static final int BAD_INPUT = 2;

    private static final String STANDARD_INPUT = "-";

    private LineFiles() {}

    /** Answers lines. */
    public interface Answering {

        /**
         * Answers every line.
         *
         * @param in the lines
         * @param name what to call them in messages
         * @param out where the answers go
         * @return the exit code
         */
        int answer(InputStream in, String name, Writer out) throws IOException;
    }

    /**
     * Answers a file, or standard input where it is "-".
     *
     * @param what what the file holds, for example "requests"
     * @param out where the answers go; null for standard output
     * @return the exit code
     */
    public static int answer(CommandSpec spec, String from, String what, @Nullable Path out, Answering answering)
            throws IOException {
        if (from.equals(STANDARD_INPUT)) {
            return answer(spec, System.in, "standard input", out, answering);
        }
        Path file = Path.of(from);
        if (Files.isDirectory(file)) {
            return refused(spec, from, "this is a folder", "Maybe name the file in it.");
        }
        if (out != null && Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
            return refused(
                    spec, from, "the answers would overwrite the " + what, "Maybe name another file with --out.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return answer(spec, in, from, out, answering);
        } catch (NoSuchFileException missing) {
            return refused(spec, from, "there is no such file", "Maybe check the path, or use - for standard input.");
        } catch (AccessDeniedException denied) {
            return refused(spec, from, "the file cannot be read", "Maybe check its permissions.");
        }
    }

    /**
     * Answers what is read already, or read elsewhere.
     *
     * @param name what to call it in messages
     * @param out where the answers go; null for standard output
     * @return the exit code
     */
    public static int answer(CommandSpec spec, InputStream in, String name, @Nullable Path out, Answering answering)
            throws IOException {
        if (out == null) {
            PrintWriter standard = spec.commandLine().getOut();
            int code = answering.answer(in, name, standard);
            standard.flush();
            if (standard.checkError()) {
                throw new IOException("standard output was closed");
            }
            return code;
        }
        try (Writer writer = writer(out)) {
            return answering.answer(in, name, writer);
        }
    }

    /** Opens a file for writing, and makes its folder. */
    public static BufferedWriter writer(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    /** Says why something cannot be used, and what to do. */
    public static int refused(CommandSpec spec, String name, String reason, String remedy) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("%s: %s.\n%s".formatted(name, reason, remedy));
        err.flush();
        return BAD_INPUT;
    }
}
