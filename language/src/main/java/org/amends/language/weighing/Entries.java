package org.amends.language.weighing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What features speak for, by their names. Most features of a text are not known, so that they are looked up in one row of hashes:
 * what is not there costs one look into memory. What is there stands together in one row of bytes: the length of the name, the
 * name, the slots for or against which it speaks as bits of a number (or of several), and for each of them a weight in steps of
 * {@link #STEP}.
 */
final class Entries {

    /** Weights are kept in steps of this: nothing that is decided depends on finer ones. */
    static final float STEP = 1 / 512f;

    /** The bits of a hash from here on, below those of the place, tell names apart whose places are near. */
    private static final int MIDDLE = 4;

    /** Stands for "no name has this place". */
    private static final byte FREE = 0;

    /** Stands for "not known". */
    static final int NONE = -1;

    /** So many times more places than entries. */
    private static final int ROOM = 2;

    /** Spreads hashes over the places: 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private static final int USUAL_BYTES = 64;
    private static final int MANY = 50_000;

    /** By place, some bits of the hash of a name; what is not there is mostly told by them alone. */
    private final byte[] tags;

    /** By place, where an entry stands, plus one; 0 where a place is free. */
    private final int[] places;

    private final int shift;
    private final int numbers;
    private ByteBuffer rows;

    /**
     * No entries yet.
     *
     * @param count room for so many
     * @param slots how many slots there are
     */
    Entries(int count, int slots) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count * ROOM - 1)));
        this.shift = Integer.SIZE - bits;
        this.tags = new byte[1 << bits];
        this.places = new int[1 << bits];
        this.numbers = Math.max(1, (slots + Long.SIZE - 1) / Long.SIZE);
        // A broken file must not ask for all memory.
        this.rows = ByteBuffer.allocate(Math.min(count + 1, MANY) * USUAL_BYTES);
    }

    /** Enters what a feature speaks for. */
    void put(String name, LinearModel.Entry entry) {
        put(NameBytes.of(name), entry.slots(), entry.steps(), entry.slots().length);
    }

    /**
     * Enters what a feature speaks for.
     *
     * @param name as in {@link NameBytes}
     * @param slots in ascending order
     * @param count how many of the slots and steps count
     */
    void put(byte[] name, int[] slots, short[] steps, int count) {
        int row = rows.position();
        int needed = Short.BYTES + name.length + numbers * Long.BYTES + count * Short.BYTES;
        if (rows.remaining() < needed) {
            rows = ByteBuffer.allocate(row + Math.max(needed, row / 2)).put(rows.flip());
        }
        rows.putShort((short) name.length).put(name);
        int next = 0;
        for (int number = 0; number < numbers; number++) {
            long bits = 0;
            while (next < count && slots[next] < (number + 1) * Long.SIZE) {
                bits |= 1L << slots[next++];
            }
            rows.putLong(bits);
        }
        for (int i = 0; i < count; i++) {
            rows.putShort(steps[i]);
        }
        int hash = NameBytes.hash(name) * SPREAD;
        int place = hash >>> shift;
        while (places[place] != 0) {
            place = (place + 1) & (places.length - 1);
        }
        tags[place] = tag(hash);
        places[place] = row + 1;
    }

    /** Gives back the room that no entry took. */
    void close() {
        rows = ByteBuffer.wrap(Arrays.copyOf(rows.array(), rows.position()));
    }

    private static int hash(String name) {
        return name.hashCode() * SPREAD;
    }

    /**
     * Where stands what features speak for; {@link #NONE} for each that is not known. All are looked up before the first is
     * compared: the looks into memory do not wait for one another then.
     */
    int[] find(List<Feature> features) {
        int[] rowsFound = new int[features.size()];
        for (int i = 0; i < rowsFound.length; i++) {
            rowsFound[i] = row(hash(features.get(i).name()));
        }
        int[] found = new int[rowsFound.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = rowsFound[i] == NONE ? NONE : rowsFound[i] + Short.BYTES + length(rowsFound[i]);
        }
        for (int i = 0; i < found.length; i++) {
            String name = features.get(i).name();
            if (found[i] != NONE && !NameBytes.are(rows, rowsFound[i] + Short.BYTES, found[i], name)) {
                found[i] = find(name);
            }
        }
        return found;
    }

    /** The first row whose name may have a hash. */
    private int row(int hash) {
        int place = hash >>> shift;
        byte tag = tag(hash);
        while (tags[place] != FREE) {
            if (tags[place] == tag) {
                return places[place] - 1;
            }
            place = (place + 1) & (places.length - 1);
        }
        return NONE;
    }

    /** Bits of a hash, which do not say its place; never {@link #FREE}. */
    private static byte tag(int hash) {
        return (byte) (hash >>> MIDDLE | 1);
    }

    /** The same for one feature, whatever other names have its hash. */
    private int find(String name) {
        int hash = hash(name);
        int place = hash >>> shift;
        while (tags[place] != FREE) {
            if (tags[place] == tag(hash)) {
                int from = places[place] - 1 + Short.BYTES;
                int to = from + length(from - Short.BYTES);
                if (NameBytes.are(rows, from, to, name)) {
                    return to;
                }
            }
            place = (place + 1) & (places.length - 1);
        }
        return NONE;
    }

    private int length(int row) {
        return Short.toUnsignedInt(rows.getShort(row));
    }

    private String name(int row) {
        int from = row + Short.BYTES;
        return NameBytes.name(rows.array(), from, from + length(row));
    }

    /** The first slots of an entry, as bits of a number: few entries speak for any one answer. */
    long firstSlots(int entry) {
        return rows.getLong(entry);
    }

    /** Slots from one to before another, as bits of such a number; 0 if it does not reach so far. */
    static long among(int from, int to) {
        return to > Long.SIZE ? 0 : -1L << from & -1L >>> (Long.SIZE - to);
    }

    /** Adds what an entry weighs to the sums by slot. */
    void addTo(float[] sums, int entry, float value) {
        int weight = entry + numbers * Long.BYTES;
        for (int number = 0; number < numbers; number++) {
            long bits = rows.getLong(entry + number * Long.BYTES);
            while (bits != 0) {
                int slot = number * Long.SIZE + Long.numberOfTrailingZeros(bits);
                sums[slot] += rows.getShort(weight) * STEP * value;
                weight += Short.BYTES;
                bits &= bits - 1;
            }
        }
    }

    /**
     * How much an entry speaks for a slot against the mean of others.
     *
     * @param from the first of the slots that are compared
     * @param to behind the last of them; where there is only one, it is compared with nothing
     * @param slot the slot that is spoken for; outside of these, what speaks against them counts
     */
    double lead(int entry, int from, int to, int slot) {
        double lead = 0;
        int others = Math.max(1, to - from - 1);
        int weight = NONE;
        for (int i = from; i < to; i++) {
            long bits = rows.getLong(entry + i / Long.SIZE * Long.BYTES);
            if ((bits >>> i & 1) != 0) {
                weight = weight == NONE ? weight(entry, i) : weight + Short.BYTES;
                float of = rows.getShort(weight) * STEP;
                lead += i == slot ? of : -of / others;
            }
        }
        return lead;
    }

    /** Where the weight of a slot that an entry has stands: behind those of the slots before it. */
    private int weight(int entry, int slot) {
        int before = 0;
        for (int number = 0; number < slot / Long.SIZE; number++) {
            before += Long.bitCount(rows.getLong(entry + number * Long.BYTES));
        }
        long bits = rows.getLong(entry + slot / Long.SIZE * Long.BYTES);
        before += Long.bitCount(bits & ((1L << slot) - 1));
        return entry + numbers * Long.BYTES + before * Short.BYTES;
    }

    /** All of them, in the order of their names. */
    Map<String, LinearModel.Entry> sorted() {
        Map<String, LinearModel.Entry> all = new TreeMap<>();
        for (int place : places) {
            if (place != 0) {
                int row = place - 1;
                all.put(name(row), entry(row + Short.BYTES + length(row)));
            }
        }
        return all;
    }

    private LinearModel.Entry entry(int at) {
        int[] slots = new int[numbers * Long.SIZE];
        int count = 0;
        for (int i = 0; i < slots.length; i++) {
            if ((rows.getLong(at + i / Long.SIZE * Long.BYTES) >>> i & 1) != 0) {
                slots[count++] = i;
            }
        }
        short[] steps = new short[count];
        for (int i = 0; i < count; i++) {
            steps[i] = rows.getShort(at + numbers * Long.BYTES + i * Short.BYTES);
        }
        return new LinearModel.Entry(Arrays.copyOf(slots, count), steps);
    }
}
