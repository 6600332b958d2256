package org.amends.server.intake;

import org.amends.language.reading.Reader;
import org.springframework.stereotype.Component;

/** The reader of messages, which is loaded when it is first needed and once for the whole process. */
@Component
public final class LoadedReader {

    private static final class Held {
        private static final Reader READER = Reader.standard();
    }

    /** The reader; the first call waits until it is loaded. */
    public Reader reader() {
        return Held.READER;
    }
}
