package org.amends.cli.score;

import java.util.Arrays;

/**
 * Tells which ids one customer's history has had, in 8 to 16 bytes for each. An id stands for itself by 64 bits of a hash: among a
 * thousand events two different ids are taken for one with a probability below 1e-13.
 */
final class IdSet {

    private static final int SMALLEST = 64;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[SMALLEST];
    private int size;

    /** Adds an id; false when it is there already. */
    boolean add(String id) {
        if (size * 2 >= slots.length) {
            grow();
        }
        if (!put(slots, hash(id))) {
            return false;
        }
        size++;
        return true;
    }

    /** Forgets all. */
    void clear() {
        if (slots.length > 16 * SMALLEST) {
            slots = new long[SMALLEST];
        } else if (size > 0) {
            Arrays.fill(slots, 0);
        }
        size = 0;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long each : slots) {
            if (each != 0 && !put(larger, each)) {
                throw new IllegalStateException("The same hash was kept twice.");
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int mask = slots.length - 1;
        int at = (int) (hash >>> 32) & mask;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = hash;
        return true;
    }

    /** Never 0, which marks a free slot. */
    private static long hash(String id) {
        long hash = id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ (hash >>> 32)) * MULTIPLIER;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
