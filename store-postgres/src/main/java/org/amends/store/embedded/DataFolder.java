package org.amends.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.amends.store.connection.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with a database of its own, opened. One process at a time owns it and runs PostgreSQL on it; others use the
 * database of the owner.
 *
 * <p>Opening recovers from an unclean stop by itself: what was left running is stopped, what was left half-made is made again.
 * PostgreSQL ends with {@link #close()}; if it ends before, it is started again on the same port.
 */
public final class DataFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final Duration FOR_A_COMMAND_TO_END = Duration.ofSeconds(30);
    private static final Duration FOR_THE_OWNER_TO_BE_READY = Duration.ofMinutes(2);
    private static final Duration FOR_VISITORS_TO_LEAVE = Duration.ofHours(1);
    private static final String SERVING = "amends serve";
    private static final String COMMAND = "a command";

    private final Path folder;
    private final FolderLock lock;
    private final DatabaseAddress address;
    private final @Nullable KeptRunning postgres;
    private final boolean waitsForVisitors;
    private boolean closed;

    private DataFolder(
            Path folder,
            FolderLock lock,
            DatabaseAddress address,
            @Nullable KeptRunning postgres,
            boolean waitsForVisitors) {
        this.folder = folder;
        this.lock = lock;
        this.address = address;
        this.postgres = postgres;
        this.waitsForVisitors = waitsForVisitors;
    }

    /**
     * Opens a folder for a service, which owns it until it closes it.
     *
     * @param place made if it is not there
     * @throws EmbeddedDatabaseException if another service has it, or PostgreSQL cannot run on it
     */
    public static DataFolder serve(Path place) {
        Path folder = made(place);
        try {
            @Nullable FolderLock lock = FolderLock.take(folder, SERVING);
            long deadline = System.nanoTime() + FOR_A_COMMAND_TO_END.toNanos();
            while (lock == null && FolderLock.holder(folder).contains(COMMAND) && System.nanoTime() < deadline) {
                Pause.millis(50);
                lock = FolderLock.take(folder, SERVING);
            }
            if (lock == null) {
                throw new EmbeddedDatabaseException(
                        folder,
                        "is in use by %s".formatted(FolderLock.holder(folder)),
                        "Stop that one first, or name another folder with --data.");
            }
            return started(folder, lock, false);
        } catch (IOException failure) {
            throw Folders.explained(folder, "cannot be opened", failure);
        }
    }

    /**
     * Opens a folder for a command: joins the PostgreSQL that a service runs on it, or runs one until it is closed.
     *
     * @param place made if it is not there
     * @throws EmbeddedDatabaseException if PostgreSQL cannot run on it
     */
    public static DataFolder open(Path place) {
        Path folder = made(place);
        try {
            long deadline = System.nanoTime() + FOR_THE_OWNER_TO_BE_READY.toNanos();
            while (System.nanoTime() < deadline) {
                @Nullable FolderLock lock = FolderLock.take(folder, COMMAND);
                if (lock != null) {
                    return started(folder, lock, true);
                }
                @Nullable FolderLock visit = FolderLock.visit(folder);
                if (visit != null && answers(Cluster.lastPort(folder))) {
                    String password = Cluster.secret(folder.resolve("postgres"), Cluster.ROLE);
                    return new DataFolder(folder, visit, address(Cluster.lastPort(folder), password), null, false);
                }
                if (visit != null) {
                    visit.close();
                }
                Pause.millis(100);
            }
        } catch (IOException failure) {
            throw Folders.explained(folder, "cannot be opened", failure);
        }
        throw new EmbeddedDatabaseException(
                folder,
                "is in use by %s, and its database does not answer".formatted(FolderLock.holder(folder)),
                "Wait until it is ready, or stop it and try again.");
    }

    /** Where the database is, for anyone on this machine who may read the folder. */
    public DatabaseAddress address() {
        return address;
    }

    /** The folder, absolute and without links. */
    public Path folder() {
        return folder;
    }

    /** Whether this process runs the database, rather than being a guest of the one that does. */
    public boolean isOwner() {
        return postgres != null;
    }

    /** Stops PostgreSQL if this process runs it, and gives the folder free. Further calls do nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            if (postgres != null) {
                if (waitsForVisitors) {
                    FolderLock.awaitNoVisitors(folder, FOR_VISITORS_TO_LEAVE);
                }
                postgres.close();
            }
        } catch (IOException failure) {
            LOG.warn("{} could not be closed in order: {}", folder, failure.getMessage());
        }
    }

    private static DataFolder started(Path folder, FolderLock lock, boolean forCommand) throws IOException {
        boolean begun = false;
        try {
            new Leftovers(folder).clear();
            Programs programs = Programs.in(folder.resolve("programs"));
            Account account = Account.forDataIn(folder);
            Cluster cluster = Cluster.in(folder, programs, account);
            KeptRunning postgres = KeptRunning.start(folder, programs, cluster, account);
            DataFolder opened =
                    new DataFolder(folder, lock, address(postgres.port(), cluster.password()), postgres, forCommand);
            if (forCommand) {
                Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "stop PostgreSQL"));
            }
            begun = true;
            return opened;
        } finally {
            if (!begun) {
                lock.close();
            }
        }
    }

    private static Path made(Path place) {
        try {
            Folders.makePrivate(place.toAbsolutePath().normalize());
            return place.toRealPath();
        } catch (IOException failure) {
            throw Folders.explained(place, "cannot hold the data", failure);
        }
    }

    private static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Cluster.DATABASE), Cluster.ROLE, password);
    }

    private static boolean answers(int port) {
        if (port == 0) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
