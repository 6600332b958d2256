package org.amends.format.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, counted from 1, which can be put back when they turn out to belong to the next row. */
public final class LineSource {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_LINE_BYTES = 64 << 20;

    private final InputStream in;
    private final int longestLine;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private byte[] partial = new byte[256];
    private long line;
    private final Deque<byte[]> putBack = new ArrayDeque<>();

    /** Lines of up to 64 MiB. */
    public LineSource(InputStream in) {
        this(in, LONGEST_LINE_BYTES);
    }

    /** Lines of up to so many bytes; a longer one ends reading. */
    public LineSource(InputStream in, int longestLine) {
        this.in = in;
        this.longestLine = longestLine;
    }

    /** The number of the line that was taken last. */
    public long line() {
        return line;
    }

    /** The next line without its end, or null at the end of the file. */
    public byte @Nullable [] next() throws IOException {
        byte[] again = putBack.poll();
        byte[] taken = again != null ? again : read();
        if (taken != null) {
            line++;
        }
        return taken;
    }

    /** Puts lines back, in their order; the next call gives the first of them. */
    public void putBack(List<byte[]> lines) {
        for (byte[] each : lines.reversed()) {
            putBack.push(each);
        }
        line -= lines.size();
    }

    private byte @Nullable [] read() throws IOException {
        int length = 0;
        while (true) {
            if (next == end) {
                end = in.read(buffer);
                next = 0;
                if (end < 0) {
                    end = 0;
                    return length == 0 ? null : Arrays.copyOf(partial, length);
                }
            }
            int at = next;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            length = keep(length, at);
            boolean complete = at < end;
            next = complete ? at + 1 : end;
            if (complete) {
                int whole = length > 0 && partial[length - 1] == '\r' ? length - 1 : length;
                return Arrays.copyOf(partial, whole);
            }
        }
    }

    private int keep(int length, int to) throws IOException {
        int more = to - next;
        if (length + more > longestLine) {
            throw new IOException("line %d is longer than %d bytes".formatted(line + 1, longestLine));
        }
        if (length + more > partial.length) {
            partial = Arrays.copyOf(partial, Math.max(partial.length * 2, length + more));
        }
        System.arraycopy(buffer, next, partial, length, more);
        return length + more;
    }
}
