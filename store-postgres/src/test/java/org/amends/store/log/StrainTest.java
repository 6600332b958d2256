package org.amends.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.amends.event.EventRow;
import org.amends.policy.Policy;
import org.amends.store.embedded.DataFolder;
import org.amends.store.schema.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A full disk, a network that breaks, a clock that jumps and a storm of duplicates: nothing lost, nothing counted twice. */
@Tag("chaos")
class StrainTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static DataFolder shared;
    private static int databases;

    @BeforeAll
    static void open(@TempDir Path data) {
        shared = DataFolder.serve(data);
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    @Test
    void survivesAFullDisk(@TempDir Path mount) throws Exception {
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=600m,mode=0777", "tmpfs", mount.toString()),
                "only root may make a disk of limited size");
        try (DataFolder folder = DataFolder.serve(mount.resolve("data"))) {
            PGSimpleDataSource database = database(folder, "amends", port(folder));
            new Schema(database).bringUpToDate(null);
            EventLog log = new EventLog(database, InstantSource.fixed(NOW), Policy::standard);
            Set<String> acknowledged = new TreeSet<>();
            Path filler = mount.resolve("filler");
            fill(filler, mount.toFile().getUsableSpace() - (24L << 20));

            int refused = appendUntilRefused(log, acknowledged);
            assertThat(refused).as("it must have become full").isPositive();
            Files.delete(filler);
            appendPatiently(log, 900_000, 50, acknowledged);

            verify(database, acknowledged);
        } finally {
            // Lazily, since a process that is ending may still hold a file of it.
            assertThat(succeeds("umount", "--lazy", mount.toString())).isTrue();
        }
    }

    @Test
    void survivesANetworkThatBreaks() throws Exception {
        try (Cuts cuts = new Cuts(port(shared))) {
            PGSimpleDataSource database = fresh();
            EventLog log = new EventLog(
                    database(shared, database.getDatabaseName(), cuts.port()),
                    InstantSource.fixed(NOW),
                    Policy::standard);
            Set<String> acknowledged = new TreeSet<>();
            Random random = new Random(5);

            for (int i = 0; i < 80; i++) {
                cuts.cutAfter(random.nextInt(12));
                appendPatiently(log, i * 20, 20, acknowledged);
            }

            assertThat(cuts.made()).isGreaterThan(25);
            verify(database, acknowledged);
        }
    }

    @Test
    void survivesAClockThatJumps() throws Exception {
        PGSimpleDataSource database = fresh();
        Random random = new Random(6);
        // Back by up to two years and forth again, at every look.
        EventLog log =
                new EventLog(database, () -> NOW.minus(Duration.ofHours(random.nextInt(17_520))), Policy::standard);
        assertThat(new EventLog(database, InstantSource.fixed(NOW), Policy::standard).append(List.of(event(0))))
                .hasSize(1);
        Set<String> acknowledged = new TreeSet<>(Set.of("e0"));

        for (int i = 1; i < 100; i++) {
            // All of them lie before the earliest that the clock ever said.
            IncomingEvent event = event(i * 10, NOW.minus(Duration.ofDays(800 + i)));
            assertThat(log.append(List.of(event))).first().isInstanceOf(Outcome.Accepted.class);
            acknowledged.add("e" + i * 10);
        }

        verify(database, acknowledged);
    }

    @Test
    void survivesAStormOfDuplicates() throws Exception {
        PGSimpleDataSource database = fresh();
        EventLog log = new EventLog(database, InstantSource.fixed(NOW), Policy::standard);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger accepted = new AtomicInteger();
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < 8; sender++) {
            Random random = new Random(sender);
            senders.add(Thread.ofPlatform().start(() -> {
                for (int round = 0; round < 20; round++) {
                    List<IncomingEvent> batch =
                            random.ints(50, 0, 300).mapToObj(StrainTest::event).toList();
                    log.append(batch).stream()
                            .filter(Outcome.Accepted.class::isInstance)
                            .forEach(one -> accepted.incrementAndGet());
                    batch.forEach(one -> acknowledged.add(one.row().eventId()));
                }
            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(accepted.get()).isEqualTo(acknowledged.size());
        verify(database, acknowledged);
    }

    private static int appendUntilRefused(EventLog log, Set<String> acknowledged) {
        for (int batch = 0; batch < 2_000; batch++) {
            List<IncomingEvent> events = events(batch * 200, 200);
            try {
                assertThat(log.append(events)).hasSize(200);
                events.forEach(one -> acknowledged.add(one.row().eventId()));
            } catch (EventLogException full) {
                return batch + 1;
            }
        }
        return 0;
    }

    /** Appends as a careful program does: again, until it is answered for. */
    private static void appendPatiently(EventLog log, int from, int count, Set<String> acknowledged)
            throws InterruptedException {
        List<IncomingEvent> events = events(from, count);
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            try {
                assertThat(log.append(events)).hasSize(count);
                events.forEach(one -> acknowledged.add(one.row().eventId()));
                return;
            } catch (EventLogException away) {
                if (System.nanoTime() > deadline) {
                    throw away;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    /** Everything answered for is there once, and folded; what was not answered for may be there once as well. */
    private static void verify(PGSimpleDataSource database, Set<String> acknowledged) throws SQLException {
        Map<String, Integer> stored = new HashMap<>();
        long highest;
        long head;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet events = statement.executeQuery("select event_id from event")) {
                while (events.next()) {
                    stored.merge(events.getString(1), 1, Integer::sum);
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select (select max(position) from event), (select position from log_head)")) {
                assertThat(row.next()).isTrue();
                highest = row.getLong(1);
                head = row.getLong(2);
            }
        }
        assertThat(stored.keySet()).containsAll(acknowledged);
        assertThat(stored.values()).containsOnly(1);
        assertThat(List.of(highest, head)).containsOnly((long) stored.size());
        Rebuild.Report report = new Rebuild(database, Policy.standard()).check(done -> {});
        assertThat(report.differing()).isZero();
        assertThat(report.events()).isEqualTo(stored.size());
    }

    private static List<IncomingEvent> events(int from, int count) {
        List<IncomingEvent> events = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            events.add(event(i));
        }
        return events;
    }

    private static IncomingEvent event(int number) {
        return event(number, NOW.minusSeconds(1_000L + number % 100_000 * 60L));
    }

    private static IncomingEvent event(int number, Instant time) {
        return IncomingEvent.of(new EventRow(
                "e" + number,
                "c" + number % 31,
                "",
                time,
                "purchase",
                "o" + number,
                new BigDecimal("10.00"),
                "EUR",
                null,
                null,
                Map.of("note", "a note that takes some room ".repeat(20))));
    }

    private static void fill(Path file, long bytes) throws IOException, InterruptedException {
        assertThat(succeeds("fallocate", "-l", Long.toString(bytes), file.toString()))
                .isTrue();
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static PGSimpleDataSource fresh() throws SQLException {
        String name = "strain" + databases++;
        try (Connection connection = database(shared, "amends", port(shared)).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        PGSimpleDataSource database = database(shared, name, port(shared));
        new Schema(database).bringUpToDate(null);
        return database;
    }

    private static PGSimpleDataSource database(DataFolder folder, String name, int port) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name));
        database.setUser(folder.address().user());
        database.setPassword(folder.address().password());
        return database;
    }

    private static int port(DataFolder folder) {
        return Integer.parseInt(folder.address().jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    /** Stands between a program and its database, and cuts the line after some packets. */
    private static final class Cuts implements AutoCloseable {

        private final ServerSocket listening;
        private final int target;
        private final AtomicInteger packets = new AtomicInteger(Integer.MAX_VALUE);
        private final AtomicInteger made = new AtomicInteger();

        private Cuts(int target) throws IOException {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.target = target;
            Thread.ofVirtual().start(this::accept);
        }

        private int port() {
            return listening.getLocalPort();
        }

        private int made() {
            return made.get();
        }

        private void cutAfter(int count) {
            packets.set(count);
        }

        private void accept() {
            try {
                while (!listening.isClosed()) {
                    Socket near = listening.accept();
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                    Thread.ofVirtual().start(() -> pass(near, far));
                    Thread.ofVirtual().start(() -> pass(far, near));
                }
            } catch (SocketException closed) {
                // The test is over.
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void pass(Socket from, Socket to) {
            byte[] packet = new byte[1 << 14];
            try (from;
                    to) {
                for (int length = from.getInputStream().read(packet);
                        length >= 0;
                        length = from.getInputStream().read(packet)) {
                    if (packets.getAndDecrement() == 0) {
                        made.incrementAndGet();
                        return;
                    }
                    to.getOutputStream().write(packet, 0, length);
                }
            } catch (IOException cut) {
                // The other direction was cut.
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
