package org.amends.cli.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where everything is kept: a folder with a PostgreSQL of its own, or a database that somebody else runs. */
public final class DatabaseOption {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "amends-data",
            description = "The folder with everything, made on first use. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("amends-data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            defaultValue = "${env:AMENDS_DATABASE}",
            description = {
                "A PostgreSQL 15 or later of your own instead, as postgresql://USER@HOST:5432/DATABASE.",
                "Keep it in the variable AMENDS_DATABASE and its password in PGPASSWORD."
            })
    private @Nullable String url;

    /** The folder, or null if the database is elsewhere. */
    public @Nullable Path folder() {
        return url == null || url.isBlank() ? data : null;
    }

    /** A database that can be reached until it is closed. */
    public record Opened(DatabaseAddress address, @Nullable DataFolder folder) implements AutoCloseable {
        /** Connections to it, one by one. */
        public DataSource source() {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(address.jdbcUrl());
            if (address.user() != null) {
                source.setUser(address.user());
            }
            if (address.password() != null) {
                source.setPassword(address.password());
            }
            return source;
        }

        @Override
        public void close() {
            if (folder != null) {
                folder.close();
            }
        }
    }

    /** Opens the database for a service, which has the folder for itself. */
    public Opened serve() {
        @Nullable Path folder = folder();
        if (folder == null) {
            return new Opened(elsewhere(), null);
        }
        DataFolder opened = DataFolder.serve(folder);
        return new Opened(opened.address(), opened);
    }

    /** Opens the database for a command, beside a service that may run on it. */
    public Opened open() {
        @Nullable Path folder = folder();
        if (folder == null) {
            return new Opened(elsewhere(), null);
        }
        DataFolder opened = DataFolder.open(folder);
        return new Opened(opened.address(), opened);
    }

    private DatabaseAddress elsewhere() {
        CommandLine commands = spec.commandLine();
        try {
            return DatabaseAddress.of(String.valueOf(url), System.getenv("PGPASSWORD"));
        } catch (IllegalArgumentException unreadable) {
            throw new ParameterException(commands, String.valueOf(unreadable.getMessage()));
        }
    }
}
