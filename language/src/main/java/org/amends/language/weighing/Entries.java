package org.amends.language.weighing;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What features speak for, by their names. Most features of a text are not known, so that they are looked up in one row of hashes:
 * what is not there costs one look into memory.
 */
final class Entries {

    /** So many times more places than entries. */
    private static final int ROOM = 2;

    /** Spreads hashes over the places: 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private final int[] hashes;
    private final String[] names;
    private final LinearModel.Entry[] entries;
    private final int shift;

    Entries(Map<String, LinearModel.Entry> of) {
        this(of.size());
        of.forEach(this::put);
    }

    /** Room for so many entries. */
    Entries(int count) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count * ROOM - 1)));
        this.shift = Integer.SIZE - bits;
        this.hashes = new int[1 << bits];
        this.names = new String[1 << bits];
        this.entries = new LinearModel.Entry[1 << bits];
    }

    /** Never 0, which marks a place as free. */
    private static int hash(String name) {
        int hash = name.hashCode() * SPREAD;
        return hash == 0 ? 1 : hash;
    }

    /** Enters what a feature speaks for. */
    void put(String name, LinearModel.Entry entry) {
        int hash = hash(name);
        int place = place(name, hash);
        hashes[place] = hash;
        names[place] = name;
        entries[place] = entry;
    }

    /** What a feature speaks for, if it is known. */
    LinearModel.@Nullable Entry get(String name) {
        int hash = hash(name);
        int place = place(name, hash);
        return hashes[place] == 0 ? null : entries[place];
    }

    /** Where a name stands or would stand. */
    private int place(String name, int hash) {
        int place = hash >>> shift;
        while (hashes[place] != 0 && !(hashes[place] == hash && names[place].equals(name))) {
            place = (place + 1) & (hashes.length - 1);
        }
        return place;
    }

    /** All of them, in the order of their names. */
    Map<String, LinearModel.Entry> sorted() {
        Map<String, LinearModel.Entry> all = new TreeMap<>();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                all.put(names[i], entries[i]);
            }
        }
        return all;
    }
}
