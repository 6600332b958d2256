package org.amends.format.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.amends.event.EventId;
import org.jspecify.annotations.Nullable;

/** Takes values out of the bytes that a {@link ByteWriter} put there. */
final class ByteReader {

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    int octet() {
        if (at == bytes.length) {
            throw new UnreadableStateException("it ends after %d bytes, in the middle".formatted(at));
        }
        return bytes[at++] & 0xFF;
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (next & 0x7FL) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new UnreadableStateException("byte %d belongs to a number without an end".formatted(at));
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    double real() {
        return Double.longBitsToDouble(fixed());
    }

    boolean truth() {
        return octet() == 1;
    }

    /** A count of things of which each takes a byte at least. */
    int count() {
        long count = unsigned();
        if (count < 0 || count > bytes.length - at) {
            throw new UnreadableStateException("at byte %d it counts %d more".formatted(at, count));
        }
        return (int) count;
    }

    String text() {
        char[] chars = new char[count()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) unsigned();
        }
        return new String(chars);
    }

    EventId id() {
        return new EventId(text());
    }

    Instant instant() {
        return Instant.ofEpochSecond(signed(), unsigned());
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        int ordinal = octet();
        E[] constants = type.getEnumConstants();
        if (ordinal >= constants.length) {
            throw new UnreadableStateException(
                    "byte %d names a %s that there is not: %d".formatted(at, type.getSimpleName(), ordinal));
        }
        return constants[ordinal];
    }

    <T> @Nullable T maybe(Function<ByteReader, T> read) {
        return truth() ? read.apply(this) : null;
    }

    <T> List<T> all(Function<ByteReader, T> read) {
        int count = count();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(read.apply(this));
        }
        return values;
    }
}
