package org.amends.server.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.event.RowReading.Rejected;
import org.amends.format.event.EventLimits;
import org.amends.store.log.IncomingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what would become of events, and stores nothing. For one file; confined to one thread. */
final class DryIntake implements TableImport.Taking {

    /** Keys of a file that are remembered, so that repetitions within it are told; beyond that they count as new. */
    private static final int MOST_REMEMBERED = 1_000_000;

    private final JdbcClient database;
    private final Instant now;
    private final Set<UUID> seen = new HashSet<>();

    DryIntake(JdbcClient database, Instant now) {
        this.database = database;
        this.now = now;
    }

    @Override
    public Outcomes take(List<Sent> sent) {
        Set<UUID> known = known(sent);
        List<Outcome> outcomes = new ArrayList<>(sent.size());
        for (Sent each : sent) {
            outcomes.add(
                    switch (each) {
                        case Sent.Refused(String id, Rejected why) -> new Outcome.Refused(id, why);
                        case Sent.Nothing(String id, String why) -> new Outcome.Ignored(id, why);
                        case Sent.Events(String id, List<IncomingEvent> events) ->
                            outcome(id, events.getFirst(), known);
                    });
        }
        return Outcomes.of(outcomes);
    }

    private Outcome outcome(@Nullable String id, IncomingEvent event, Set<UUID> known) {
        Rejected ahead = EventLimits.ahead(event.event().time(), now);
        if (ahead != null) {
            return new Outcome.Refused(id, ahead);
        }
        UUID key = key(event);
        boolean repeated = known.contains(key) || seen.contains(key);
        if (!repeated && seen.size() < MOST_REMEMBERED) {
            seen.add(key);
        }
        return repeated ? new Outcome.Duplicate(id, 0) : new Outcome.Accepted(id, 0);
    }

    private Set<UUID> known(List<Sent> sent) {
        List<UUID> keys = new ArrayList<>(sent.size());
        for (Sent each : sent) {
            if (each instanceof Sent.Events(String ignored, List<IncomingEvent> events)) {
                events.forEach(event -> keys.add(key(event)));
            }
        }
        return new HashSet<>(database.sql("select key from event_key where key = any(:keys)")
                .param("keys", keys.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private static UUID key(IncomingEvent event) {
        return IncomingEvent.keyOf(event.event().id().value());
    }
}
