package org.amends.format.state;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/** Puts values one after another into bytes. Numbers take as few bytes as they need. */
final class ByteWriter {

    private byte[] bytes = new byte[256];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }

    /** Seven bits a byte, the lowest first; a set eighth bit says that more follow. */
    void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    void real(double value) {
        fixed(Double.doubleToRawLongBits(value));
    }

    void truth(boolean value) {
        octet(value ? 1 : 0);
    }

    /** Char by char, so that even text that is no valid Unicode comes back as it was. */
    void text(String value) {
        unsigned(value.length());
        for (int i = 0; i < value.length(); i++) {
            unsigned(value.charAt(i));
        }
    }

    void id(EventId id) {
        text(id.value());
    }

    void instant(Instant value) {
        signed(value.getEpochSecond());
        unsigned(value.getNano());
    }

    void constant(Enum<?> value) {
        octet(value.ordinal());
    }

    <T> void maybe(@Nullable T value, BiConsumer<ByteWriter, T> write) {
        truth(value != null);
        if (value != null) {
            write.accept(this, value);
        }
    }

    <T> void all(Collection<T> values, BiConsumer<ByteWriter, T> write) {
        unsigned(values.size());
        for (T value : values) {
            write.accept(this, value);
        }
    }
}
