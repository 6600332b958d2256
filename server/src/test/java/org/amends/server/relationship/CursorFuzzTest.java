package org.amends.server.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.amends.server.problem.Problem;
import org.amends.store.log.LogReader;

/** Whatever comes back as a cursor is a place in a list or history that the database can be asked for, or refused. */
class CursorFuzzTest {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @FuzzTest(maxDuration = "1m")
    void aPlaceInAListOrRefused(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        for (RelationshipSort sort : RelationshipSort.values()) {
            listed(text, sort);
            // As it lies within: otherwise few attempts get beyond the encoding and the head.
            String head = "%s%s\u001f"
                    .formatted(sort.stableName(), Integer.toHexString(RelationshipFilter.CURRENT.fingerprint()));
            listed(encoded(head + text), sort);
        }
    }

    private static void listed(String text, RelationshipSort sort) {
        ListCursor cursor;
        try {
            cursor = ListCursor.decoded(text, sort, RelationshipFilter.CURRENT);
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(400);
            return;
        }
        assertThat(ListCursor.decoded(cursor.encoded(), sort, RelationshipFilter.CURRENT))
                .isEqualTo(cursor);
        switch (sort) {
            case RISK, VALUE_AT_RISK, PRIORITY -> assertThat(cursor.number()).isFinite();
            case LAST_SEEN -> assertThat(cursor.moment()).isBetween(EARLIEST, LATEST);
            case CUSTOMER -> assertThat(cursor.value() + cursor.tie()).doesNotContain("\0");
        }
    }

    @FuzzTest(maxDuration = "1m")
    void aPlaceInAHistoryOrRefused(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        inHistory(text);
        inHistory(encoded("timeline\u001f" + text));
    }

    private static void inHistory(String text) {
        LogReader.Cursor place;
        try {
            place = TimelineCursor.decoded(text);
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(400);
            return;
        }
        assertThat(TimelineCursor.decoded(TimelineCursor.encoded(place))).isEqualTo(place);
        assertThat(place.occurredAt()).isBetween(EARLIEST, LATEST);
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
