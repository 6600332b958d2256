package org.amends.language.weighing;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Reads the entries of a model from bytes, without making objects of them. */
final class EntryReader {

    private final ByteBuffer bytes;
    private final int known;
    private final int[] slots;
    private final short[] steps;

    /**
     * A reader.
     *
     * @param bytes the entries, one after another
     * @param known how many slots the questions of the model have
     */
    EntryReader(byte[] bytes, int known) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.known = known;
        this.slots = new int[known];
        this.steps = new short[known];
    }

    /**
     * Enters so many entries.
     *
     * @throws IOException if these are not the bytes of so many entries
     */
    void read(int count, Entries entries) throws IOException {
        try {
            for (int i = 0; i < count; i++) {
                byte[] name = new byte[Short.toUnsignedInt(bytes.getShort())];
                bytes.get(name);
                int size = Short.toUnsignedInt(bytes.getShort());
                if (size > known) {
                    throw new IOException("the model answers what it does not ask; maybe train it again");
                }
                weights(size);
                entries.put(name, slots, steps, size);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException brokenOff) {
            throw new IOException("the model breaks off; maybe train it again", brokenOff);
        }
        if (bytes.hasRemaining()) {
            throw new IOException("the model goes on behind its end; maybe train it again");
        }
    }

    private void weights(int size) throws IOException {
        for (int i = 0; i < size; i++) {
            slots[i] = Short.toUnsignedInt(bytes.getShort());
            steps[i] = bytes.getShort();
            if (slots[i] >= known) {
                throw new IOException("the model answers what it does not ask; maybe train it again");
            }
            if (i > 0 && slots[i] <= slots[i - 1]) {
                throw new IOException("the model has answers out of order; maybe train it again");
            }
        }
    }
}
