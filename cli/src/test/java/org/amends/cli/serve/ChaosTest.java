package org.amends.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.amends.policy.Policy;
import org.amends.server.AmendsServer;
import org.amends.server.ServerSettings;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Scope;
import org.amends.server.access.token.Tokens;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;
import org.amends.store.log.Rebuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Kills the service and its PostgreSQL at random moments in the middle of a load, and then compares what was answered for with
 * what is stored and folded. Takes minutes: left out unless {@code -Dtest.without=} is given, as {@code .ci/run} does.
 */
@Tag("chaos")
class ChaosTest {

    private static final int SERVER_KILLS = 4;
    private static final int POSTGRES_KILLS = 4;
    private static final int BACKEND_KILLS = 4;
    private static final int SENDERS = 4;

    private final Random random = new Random(1_122);
    private final AtomicReference<String> address = new AtomicReference<>("");

    private ServeProcess serve;

    /** Nothing of it goes on where the test did not come to its end. */
    @AfterEach
    void end() {
        if (serve != null) {
            serve.close();
        }
    }

    private enum Blow {
        SERVER,
        POSTGRES,
        BACKEND
    }

    @Test
    void losesNothingAcknowledgedAndCountsNothingTwice(@TempDir Path temporary) throws Exception {
        Path data = temporary.resolve("data");
        String token = token(data);
        serve(data);
        EventLoad load = new EventLoad(address::get, token, SENDERS);
        int before = 0;
        for (Blow blow : blows()) {
            awaitMore(load, before);
            Thread.sleep(random.nextInt(400));
            before = load.acknowledged().size();
            switch (blow) {
                case SERVER -> {
                    serve.kill();
                    serve(data);
                }
                case POSTGRES -> kill(postmaster(data));
                case BACKEND -> kill(backend(data));
            }
        }
        awaitMore(load, before);
        load.finish();

        assertThat(serve.stop()).isEqualTo(143);
        assertThat(load.surprises()).isEmpty();
        assertThat(load.acknowledged()).isEqualTo(load.sent());
        verify(data, load);
    }

    /** Opens what is left and holds it against what was answered. */
    private static void verify(Path data, EventLoad load) throws SQLException {
        try (DataFolder folder = DataFolder.open(data)) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(folder.address().jdbcUrl());
            database.setUser(folder.address().user());
            database.setPassword(folder.address().password());
            Map<String, Integer> stored = new HashMap<>();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet events = statement.executeQuery("select event_id from event")) {
                while (events.next()) {
                    stored.merge(events.getString(1), 1, Integer::sum);
                }
            }
            assertThat(stored.keySet()).isEqualTo(load.acknowledged());
            assertThat(stored.values()).containsOnly(1);
            assertThat(numbers(database, """
                            select (select count(*) from event), (select count(distinct position) from event),
                                   (select max(position) from event), (select position from log_head),
                                   (select count(*) from event_key)
                            """)).containsOnly((long) stored.size());
            Rebuild.Report report = new Rebuild(database, Policy.standard()).check(progress -> {});
            assertThat(report.differing()).isZero();
            assertThat(report.events()).isEqualTo(stored.size());
            System.out.printf(
                    "chaos: %d events of %d customers answered for over %d kills, all stored once and folded%n",
                    stored.size(), report.relationships(), SERVER_KILLS + POSTGRES_KILLS + BACKEND_KILLS);
        }
    }

    private List<Blow> blows() {
        List<Blow> blows = new ArrayList<>();
        for (int i = 0; i < SERVER_KILLS; i++) {
            blows.add(Blow.SERVER);
        }
        for (int i = 0; i < POSTGRES_KILLS; i++) {
            blows.add(Blow.POSTGRES);
        }
        for (int i = 0; i < BACKEND_KILLS; i++) {
            blows.add(Blow.BACKEND);
        }
        Collections.shuffle(blows, random);
        return blows;
    }

    /** Until the load flows: the blow must fall in the middle of it. */
    private static void awaitMore(EventLoad load, int before) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (load.acknowledged().size() < before + 50) {
            if (System.nanoTime() > deadline || !load.surprises().isEmpty()) {
                throw new AssertionError("The load does not flow: " + load.surprises());
            }
            Thread.sleep(5);
        }
    }

    private void serve(Path data) throws IOException {
        serve = ServeProcess.start("--data=" + data);
        assertThat(serve.address()).as(serve.said()).isNotEmpty();
        address.set(serve.address());
    }

    private static String token(Path data) {
        try (DataFolder folder = DataFolder.serve(data)) {
            DatabaseAddress at = folder.address();
            try (AmendsServer.Running server = AmendsServer.start(new ServerSettings(
                    ServerSettings.LOOPBACK,
                    0,
                    new ServerSettings.Database(
                            at.jdbcUrl(), String.valueOf(at.user()), String.valueOf(at.password()))))) {
                return server.part(Tokens.class)
                        .create(
                                new Tokens.Wish("load", Set.of(Scope.INGEST), BrandScope.ALL, null),
                                "system",
                                Instant.now())
                        .text();
            }
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** One of the processes that work for a connection; shortly after another blow there may be none yet. */
    private long backend(Path data) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 1_500; attempt++) {
            List<Long> children = backends(data);
            if (!children.isEmpty()) {
                return children.get(random.nextInt(children.size()));
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("Nothing was connected to the database for half a minute.");
    }

    private static List<Long> backends(Path data) throws IOException {
        try (Stream<ProcessHandle> all =
                ProcessHandle.of(postmaster(data)).stream().flatMap(ProcessHandle::children)) {
            return all.filter(ChaosTest::servesAConnection)
                    .map(ProcessHandle::pid)
                    .toList();
        }
    }

    private static boolean servesAConnection(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())))
                    .contains("amends amends 127.0.0.1");
        } catch (IOException gone) {
            return false;
        }
    }

    private static void kill(long process) {
        boolean told =
                ProcessHandle.of(process).map(ProcessHandle::destroyForcibly).orElse(false);
        assertThat(told).isTrue();
    }

    private static List<Long> numbers(PGSimpleDataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            List<Long> numbers = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                numbers.add(row.getLong(column));
            }
            return numbers;
        }
    }
}
