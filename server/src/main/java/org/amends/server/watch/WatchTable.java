package org.amends.server.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the one {@link WatchCursor}. */
@Component
final class WatchTable {

    private final JdbcClient database;

    WatchTable(JdbcClient database) {
        this.database = database;
    }

    /** The cursor, held until the transaction ends; empty when another server holds it. */
    Optional<WatchCursor> take() {
        return database.sql("select * from watch for update skip locked")
                .query(WatchTable::read)
                .optional();
    }

    /** The cursor, held until the transaction ends, once nobody else holds it. */
    WatchCursor held() {
        return database.sql("select * from watch for update")
                .query(WatchTable::read)
                .single();
    }

    /** The cursor as it was committed last. */
    WatchCursor seen() {
        return database.sql("select * from watch").query(WatchTable::read).single();
    }

    void keep(WatchCursor cursor) {
        int ignored = database.sql("""
                        update watch set position = ?, round_started_at = ?, round_after = ?, round_ended_at = ?,
                            round_policy = ?, round_base_model = ?, pictured_at = ?, past_events = ?, past_drawn_at = ?""")
                .param(cursor.position())
                .param(moment(cursor.roundStartedAt()))
                .param(cursor.roundAfter())
                .param(moment(cursor.roundEndedAt()))
                .param(cursor.roundPolicy())
                .param(cursor.roundBaseModel())
                .param(moment(cursor.picturedAt()))
                .param(cursor.pastEvents())
                .param(moment(cursor.pastDrawnAt()))
                .update();
    }

    /** Has a round over all relationships begin with the next step, whatever was diagnosed today. */
    void forgetRound() {
        int ignored = database.sql("update watch set round_started_at = null, round_ended_at = null")
                .update();
    }

    /** The past has been drawn as of a moment when so many old events were known. */
    void pastDrawn(Instant now, long pastEvents) {
        int ignored = database.sql("update watch set past_drawn_at = ?, past_events = past_events - ?")
                .param(moment(now))
                .param(pastEvents)
                .update();
    }

    private static WatchCursor read(ResultSet row, int number) throws SQLException {
        return new WatchCursor(
                row.getLong("position"),
                instant(row, "round_started_at"),
                row.getLong("round_after"),
                instant(row, "round_ended_at"),
                row.getString("round_policy"),
                row.getLong("round_base_model"),
                instant(row, "pictured_at"),
                row.getLong("past_events"),
                instant(row, "past_drawn_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
