package org.amends.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL on one port, started again whenever it ends before it was told to. */
final class KeptRunning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRunning.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int PORTS_TRIED = 10;

    private final Path data;
    private final Programs programs;
    private final Cluster cluster;
    private final Account account;
    private Postmaster postmaster;
    private volatile boolean closing;

    private KeptRunning(Path data, Programs programs, Cluster cluster, Account account, Postmaster postmaster) {
        this.data = data;
        this.programs = programs;
        this.cluster = cluster;
        this.account = account;
        this.postmaster = postmaster;
    }

    /** Starts PostgreSQL on the port of last time, or on another one if somebody has taken it. */
    static KeptRunning start(Path data, Programs programs, Cluster cluster, Account account) throws IOException {
        int port = Cluster.lastPort(data);
        for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
            if (attempt > 0 || !isFree(port)) {
                port = freePort();
            }
            try {
                Postmaster postmaster = Postmaster.start(programs, cluster, account, port);
                Cluster.keepPort(data, port);
                KeptRunning kept = new KeptRunning(data, programs, cluster, account, postmaster);
                kept.watch(postmaster);
                return kept;
            } catch (Postmaster.PortTaken taken) {
                LOG.info("Somebody else took {}; trying another.", taken.getMessage());
            }
        }
        throw new EmbeddedDatabaseException(
                "127.0.0.1", "no port could be had in %d attempts".formatted(PORTS_TRIED), "Start again.");
    }

    int port() {
        return postmaster.port();
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            postmaster.stop(PATIENCE);
        }
    }

    private void watch(Postmaster watched) {
        var unused = watched.ended()
                .thenRun(() ->
                        Thread.ofPlatform().daemon().name("restart PostgreSQL").start(this::restart));
    }

    private void restart() {
        while (!closing) {
            synchronized (this) {
                if (!closing && restarted()) {
                    return;
                }
            }
            Pause.millis(BETWEEN_ATTEMPTS.toMillis());
        }
    }

    private boolean restarted() {
        LOG.warn("PostgreSQL ended by itself and is started again on port {}.", postmaster.port());
        try {
            new Leftovers(data).clear();
            Postmaster again = Postmaster.start(programs, cluster, account, postmaster.port());
            postmaster = again;
            watch(again);
            LOG.info("PostgreSQL is up again.");
            return true;
        } catch (Postmaster.PortTaken | EmbeddedDatabaseException failure) {
            LOG.error("PostgreSQL could not be started again: {}", failure.getMessage());
            return false;
        }
    }

    private static boolean isFree(int port) {
        if (port == 0) {
            return false;
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
