package org.amends.store.schema;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database must be before Amends touches it. Looks only. */
final class Preflight {

    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);
    private static final int OLDEST = 15;
    private static final long LEAST_FREE_BYTES = 256L << 20;

    private static final String QUESTIONS = """
            select current_setting('server_version_num')::int / 10000 as version,
                   current_setting('server_version') as version_text,
                   current_setting('server_encoding') as encoding,
                   pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as read_only,
                   current_schema() as home,
                   coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_create,
                   current_user as who,
                   current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on'
                       and current_setting('synchronous_commit') <> 'off' as durable,
                   pg_database_size(current_database()) as size,
                   (select count(*) from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p'))
                       as tables,
                   to_regclass('flyway_schema_history') is not null as ours
            """;

    private Preflight() {}

    /**
     * Refuses a database that cannot carry Amends.
     *
     * @return its size in bytes
     */
    static long look(DataSource database) {
        String place = place(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(QUESTIONS)) {
            if (!found.next()) {
                throw new IllegalStateException("PostgreSQL gave no answer.");
            }
            requireKind(place, found);
            requireRights(place, found);
            if (!found.getBoolean("durable")) {
                LOG.warn(
                        "{} has fsync, full_page_writes or synchronous_commit off: a power cut there loses events that Amends"
                                + " has acknowledged. Switch them on.",
                        place);
            }
            return found.getLong("size");
        } catch (SQLException failure) {
            throw new SchemaException(
                    place,
                    "cannot be asked (%s)".formatted(failure.getMessage()),
                    "Check that PostgreSQL runs there and that user, password and database are right.",
                    failure);
        }
    }

    private static void requireKind(String place, ResultSet found) throws SQLException {
        if (found.getInt("version") < OLDEST) {
            throw new SchemaException(
                    place,
                    "is PostgreSQL " + found.getString("version_text"),
                    "Amends needs PostgreSQL %d or later.".formatted(OLDEST));
        }
        if (!"UTF8".equals(found.getString("encoding"))) {
            throw new SchemaException(
                    place,
                    "stores text as " + found.getString("encoding"),
                    "Make the database with: CREATE DATABASE amends ENCODING 'UTF8' TEMPLATE template0.");
        }
        if (found.getBoolean("read_only")) {
            throw new SchemaException(
                    place, "can only be read; it may be a replica", "Name the database that can be written.");
        }
    }

    private static void requireRights(String place, ResultSet found) throws SQLException {
        String who = found.getString("who");
        @Nullable String home = found.getString("home");
        if (home == null || !found.getBoolean("may_create")) {
            throw new SchemaException(
                    place,
                    "the user %s may not make tables there".formatted(who),
                    "Let the owner run: GRANT CREATE, USAGE ON SCHEMA %s TO %s."
                            .formatted(home == null ? "public" : home, who));
        }
        if (!found.getBoolean("ours") && found.getLong("tables") > 0) {
            throw new SchemaException(
                    place,
                    "holds %d tables of something else".formatted(found.getLong("tables")),
                    "Give Amends a database of its own.");
        }
    }

    /** Refuses a folder that a migration of so large a database may fill. */
    static void requireSpace(Path data, long sizeBytes) {
        long needed = LEAST_FREE_BYTES + sizeBytes / 10;
        long free = data.toFile().getUsableSpace();
        if (free < needed) {
            throw new SchemaException(
                    data.toString(),
                    "has %d MB free, and bringing the tables up to date may need %d MB"
                            .formatted(free >> 20, needed >> 20),
                    "Free some space there and start again.");
        }
    }

    /** The database in words, without a password. */
    static String place(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            int question = url.indexOf('?');
            return question < 0 ? url : url.substring(0, question);
        } catch (SQLException unreachable) {
            return "The database";
        }
    }
}
