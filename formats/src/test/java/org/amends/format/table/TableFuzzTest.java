package org.amends.format.table;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import org.amends.event.Event;
import org.amends.event.EventRow;
import org.amends.event.EventRowReader;
import org.amends.event.RowReading;
import org.amends.format.event.EventLimits;

/** A table of any bytes is refused as a whole, or each of its rows is read or told; rows come in their order. */
class TableFuzzTest {

    private static final int LONGEST_ROW = 4096;

    @FuzzTest(maxDuration = "1m")
    void readsOrRefuses(byte[] data) throws IOException {
        String name = data.length % 2 == 0 ? "a.csv" : "a.tsv";
        if (data.length > LONGEST_ROW) {
            return;
        }
        try (DelimitedRows rows = DelimitedRows.open(new ByteArrayInputStream(data), name, LONGEST_ROW)) {
            EventRowMaker maker = new EventRowMaker(EventMapping.suggested(rows.columns()), ZoneOffset.UTC);
            long last = 1;
            TextRow row = rows.next();
            while (row != null) {
                if (row.line() <= last && last > 1) {
                    throw new AssertionError("Line " + row.line() + " after line " + last);
                }
                last = row.line();
                if (row instanceof TextRow.Fields fields) {
                    make(maker, fields);
                }
                row = rows.next();
            }
        } catch (TableFormatException refused) {
            // The declared refusal.
        }
    }

    private static void make(EventRowMaker maker, TextRow.Fields fields) {
        if (maker.row(fields.values()) instanceof EventRowMaker.Reading.Row(EventRow row)
                && EventLimits.exceeded(row) == null
                && EventRowReader.read(row) instanceof RowReading.Accepted(Event event)
                && !event.customer().value().equals(row.customer())) {
            throw new AssertionError("The customer of " + row + " is read as " + event.customer());
        }
    }
}
