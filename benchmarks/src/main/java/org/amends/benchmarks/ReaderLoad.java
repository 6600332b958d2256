package org.amends.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.amends.language.reading.Reader;

/** How long the reader of messages takes to load in a fresh process, and the heap that it holds then. */
public final class ReaderLoad {

    private static final double MEBIBYTE = 1 << 20;

    private ReaderLoad() {}

    /** Loads the reader once and prints what it took. */
    public static void main(String[] arguments) {
        double before = heap();
        Spent spent = Spent.now();
        long start = System.nanoTime();
        Reader reader = Reader.standard();
        double seconds = (System.nanoTime() - start) / 1e9;
        Spent since = Spent.now().since(spent);
        double after = heap();
        Objects.requireNonNull(reader);
        System.out.printf(
                "loaded in %.2f s, %.2f s of processor time; holds %.1f MiB of heap%n",
                seconds, since.own(), (after - before) / MEBIBYTE);
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
