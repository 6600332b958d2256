package org.amends.format.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a text file, one after the other. */
public interface TextRows extends AutoCloseable {

    /** The next row, or null after the last. */
    @Nullable
    TextRow next() throws IOException;

    @Override
    void close() throws IOException;
}
