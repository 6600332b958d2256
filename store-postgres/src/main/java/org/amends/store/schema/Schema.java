package org.amends.store.schema;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.jspecify.annotations.Nullable;

/** The tables of one database and the migrations that lead to them. */
public final class Schema {

    private static final String MIGRATIONS = "classpath:org/amends/store/migration";
    private static final Set<MigrationState> FROM_THE_FUTURE =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);
    private static final Set<MigrationState> UNFINISHED =
            Set.of(MigrationState.FAILED, MigrationState.MISSING_FAILED, MigrationState.FUTURE_FAILED);

    private final DataSource database;
    private final Flyway flyway;

    public Schema(DataSource database) {
        this.database = database;
        this.flyway = configured().load();
    }

    private FluentConfiguration configured() {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations(MIGRATIONS)
                .validateMigrationNaming(true);
    }

    /**
     * Looks at the database first, changes nothing if anything is in the way, and else brings the tables up to date. Several
     * servers may do this at once: one works and the others wait.
     *
     * @param data where the database keeps its files, if it is on this machine
     * @throws SchemaException if the database cannot be used as it is
     */
    public void bringUpToDate(@Nullable Path data) {
        long size = Preflight.look(database);
        requireOurs();
        if (data != null && !isUpToDate()) {
            Preflight.requireSpace(data, size);
        }
        try {
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new SchemaException(
                    place(),
                    "a migration failed and was taken back: " + said(failure),
                    "The database is as before. Go on with the former Amends until this is mended.",
                    failure);
        }
    }

    /**
     * Brings an empty database to the tables of an earlier version, to put a backup of that version into them.
     *
     * @throws SchemaException if the database cannot be used as it is
     */
    public void bringUpTo(String version) {
        long size = Preflight.look(database);
        assert size >= 0;
        configured().target(version).load().migrate();
    }

    /** Whether this program has the migration of a version. */
    public boolean knows(String version) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> !FROM_THE_FUTURE.contains(migration.getState()))
                .anyMatch(migration -> MigrationVersion.fromVersion(version).equals(migration.getVersion()));
    }

    /** The version of the newest migration that the database has, for example "51", or "0" for an empty database. */
    public String version() {
        @Nullable MigrationInfo current = flyway.info().current();
        return current == null || current.getVersion() == null
                ? "0"
                : current.getVersion().getVersion();
    }

    /** Whether every migration of this program was carried out. */
    public boolean isUpToDate() {
        return flyway.info().pending().length == 0;
    }

    /** The version of the newest migration that this program has. */
    public String newestVersion() {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> !FROM_THE_FUTURE.contains(migration.getState()))
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse("0");
    }

    private void requireOurs() {
        MigrationInfo[] all = flyway.info().all();
        state(all, UNFINISHED).findFirst().ifPresent(broken -> {
            throw new SchemaException(
                    place(),
                    "migration %s was begun and not finished".formatted(broken.getVersion()),
                    "Restore the last backup into an empty database: ./amends restore --from FILE --database URL.");
        });
        state(all, FROM_THE_FUTURE).findFirst().ifPresent(newer -> {
            throw new SchemaException(
                    place(),
                    "holds migration %s, which this Amends does not know: a newer one has worked on it"
                            .formatted(newer.getVersion()),
                    "Start that newer Amends, or restore a backup of before into an empty database.");
        });
        flyway.validateWithResult().invalidMigrations.stream()
                .filter(invalid -> !"RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED".equals(code(invalid)))
                .findFirst()
                .ifPresent(changed -> {
                    throw new SchemaException(
                            place(),
                            "migration %s is not the one of this Amends".formatted(changed.version),
                            "Use the Amends that made this database, or restore a backup into an empty one.");
                });
    }

    private static String code(ValidateOutput invalid) {
        return String.valueOf(invalid.errorDetails.errorCode);
    }

    private static Stream<MigrationInfo> state(MigrationInfo[] all, Set<MigrationState> states) {
        return Arrays.stream(all).filter(migration -> states.contains(migration.getState()));
    }

    private String place() {
        return Preflight.place(database);
    }

    private static String said(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException atFault) {
                return String.valueOf(atFault.getMessage()).lines().findFirst().orElse("");
            }
            cause = cause.getCause();
        }
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
