package org.amends.cli.simulate;

import java.io.PrintWriter;

/** A bar on the terminal, redrawn when a further hundredth is done; nothing where no person looks on. */
final class Progress {

    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final String what;
    private final long whole;
    private final boolean shown;
    private long hundredths = -1;

    // Where Java gives a console though nobody looks on (22 to 24), a bar in a log file is the worst that comes of it.
    @SuppressWarnings("SystemConsoleNull")
    Progress(PrintWriter out, String what, long whole) {
        this.out = out;
        this.what = what;
        this.whole = whole;
        this.shown = System.console() != null;
    }

    void show(long done) {
        long now = 100 * done / whole;
        if (!shown || now == hundredths) {
            return;
        }
        hundredths = now;
        int filled = (int) (WIDTH * done / whole);
        out.print("\r%s [%s%s] %3d %%".formatted(what, "#".repeat(filled), ".".repeat(WIDTH - filled), now));
        out.print(done == whole ? "\n" : "");
        out.flush();
    }
}
