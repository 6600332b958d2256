package org.amends.cli.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells on the error stream how far a run is: one line that renews itself on a terminal, a line every ten seconds elsewhere. */
final class Progress {

    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final int BAR_WIDTH = 24;
    private static final String WIPE = "\r\u001b[K";

    private final @Nullable PrintWriter err;
    private final boolean terminal;
    private String phase = "";
    private long expected;
    private long done;
    private long begun;
    private long told;

    private Progress(@Nullable PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Progress on this writer. */
    static Progress on(PrintWriter err) {
        return new Progress(err, errorStreamIsTerminal() && !"dumb".equals(System.getenv("TERM")));
    }

    /** Java can tell of the input and the output only; where the system shows its open files, the error stream is looked at. */
    private static boolean errorStreamIsTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notShown) {
            return false;
        }
    }

    /** No word. */
    static Progress silent() {
        return new Progress(null, false);
    }

    /** A new phase begins; a terminal shows it at once. */
    synchronized void phase(String name, long expectedRows) {
        phase = name;
        expected = expectedRows;
        done = 0;
        begun = System.nanoTime();
        told = begun;
        if (terminal) {
            tell();
        }
    }

    /** So many rows more are done. */
    synchronized void rows(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - told >= (terminal ? NANOS_A_SECOND / 5 : 10 * NANOS_A_SECOND)) {
            told = now;
            tell();
        }
    }

    /** Clears the line. */
    synchronized void end() {
        if (err != null && terminal) {
            err.print(WIPE);
            err.flush();
        }
    }

    private void tell() {
        if (err == null) {
            return;
        }
        double seconds = (System.nanoTime() - begun) / (double) NANOS_A_SECOND;
        String rate = done == 0 || seconds == 0 ? "" : String.format(Locale.ROOT, ", %,.0f/s", done / seconds);
        String count = done == 0 ? "" : String.format(Locale.ROOT, " %,d", done);
        if (terminal) {
            err.print(WIPE + phase + bar() + count + rate);
        } else {
            err.println(phase + count + rate);
        }
        err.flush();
    }

    private String bar() {
        if (expected <= 0) {
            return " ...";
        }
        int full = (int) Math.min(BAR_WIDTH, done * BAR_WIDTH / expected);
        return " [" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "]";
    }
}
