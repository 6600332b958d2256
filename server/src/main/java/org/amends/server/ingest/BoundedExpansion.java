package org.amends.server.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A compressed stream that may grow only so far. Text of events grows five- to thirtyfold; a few bytes that become gigabytes are
 * an attack.
 */
final class BoundedExpansion extends FilterInputStream {

    private static final long FREE_BYTES = 16L << 20;
    private static final long MOST_FOLD = 200;

    private final Counted packed;
    private long unpacked;

    /** Makes a decompressing stream of a compressed one. */
    interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    BoundedExpansion(InputStream packed, Unpacking unpacking) throws IOException {
        this(new Counted(packed), unpacking);
    }

    private BoundedExpansion(Counted packed, Unpacking unpacking) throws IOException {
        super(unpacking.of(packed));
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : (int) counted(1, read);
    }

    @Override
    public int read(byte @Nullable [] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        return read < 0 ? read : (int) counted(read, read);
    }

    private long counted(int more, int result) throws IOException {
        unpacked += more;
        if (unpacked > FREE_BYTES && unpacked > MOST_FOLD * packed.count) {
            throw new IOException("it grows more than %d times".formatted(MOST_FOLD));
        }
        return result;
    }

    /** Counts what is taken from a stream. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte @Nullable [] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
