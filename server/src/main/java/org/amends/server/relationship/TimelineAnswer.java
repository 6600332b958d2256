package org.amends.server.relationship;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.amends.event.EventRow;
import org.amends.store.log.LoggedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of a history, the latest event first.
 *
 * @param items the events
 * @param next what continues behind the last one, or null at the end
 */
record TimelineAnswer(List<Item> items, @Nullable String next) {

    /**
     * One event: its columns, its place in the log and when it was stored. {@code customer} is who it arrived with.
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Item(
            long position,
            Instant recordedAt,
            @Nullable String eventId,
            @Nullable String customer,
            @Nullable String brand,
            @Nullable Instant time,
            @Nullable String type,
            @Nullable String ref,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String kind,
            @Nullable Double severity,
            @Nullable String text,
            Map<String, String> attributes) {

        private static final String TEXT = "text";

        static Item of(LoggedEvent event) {
            EventRow row = event.row();
            BigDecimal amount = row.amount();
            Map<String, String> attributes = new TreeMap<>(row.attributes());
            String text = attributes.remove(TEXT);
            return new Item(
                    event.position(),
                    event.recordedAt(),
                    row.eventId(),
                    row.customer(),
                    row.brand(),
                    row.time(),
                    row.type(),
                    row.ref(),
                    amount == null ? null : amount.toPlainString(),
                    row.currency(),
                    row.kind(),
                    row.severity(),
                    text,
                    attributes);
        }
    }
}
