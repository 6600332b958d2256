package org.amends.store.log;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format, which needs no parsing on either side.
 * <a href="https://www.postgresql.org/docs/current/sql-copy.html">The format</a>.
 */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    /** 2000-01-01, from which PostgreSQL counts, in seconds since 1970. */
    private static final long EPOCH_SECOND = 946_684_800;

    private static final int PIECE = 1 << 16;

    private byte[] bytes;
    private int size;

    BinaryCopy(int expectedBytes) {
        bytes = new byte[expectedBytes + 64];
        put(SIGNATURE);
        int32(0);
        int32(0);
    }

    /** Begins a row of this many columns, which follow in order. */
    void row(int columns) {
        int16(columns);
    }

    void number(long value) {
        int32(Long.BYTES);
        int64(value);
    }

    void uuid(UUID value) {
        int32(2 * Long.BYTES);
        int64(value.getMostSignificantBits());
        int64(value.getLeastSignificantBits());
    }

    void time(Instant value) {
        number(micros(value));
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] value) {
        int32(value.length);
        put(value);
    }

    /** Sends all rows; to be called once. */
    void send(Connection connection, String sql) throws SQLException {
        int16(-1);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            for (int from = 0; from < size; from += PIECE) {
                copy.writeToCopy(bytes, from, Math.min(PIECE, size - from));
            }
            long rows = copy.endCopy();
            assert rows >= 0;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Microseconds since 2000. */
    static long micros(Instant value) {
        return (value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1_000;
    }

    private void put(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void int16(int value) {
        ensure(Short.BYTES);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void int32(int value) {
        ensure(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void int64(long value) {
        ensure(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
