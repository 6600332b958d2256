package org.amends.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Programs that send events: single ones, batches, and again and again ones that were sent before. What was not answered for is
 * sent again until it is, as a careful program does.
 */
final class EventLoad {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST_IN_A_BATCH = 40;
    private static final int CUSTOMERS = 200;

    private final Supplier<String> address;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Thread> senders = new ArrayList<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    EventLoad(Supplier<String> address, String token, int threads) {
        this.address = address;
        this.token = token;
        for (int sender = 0; sender < threads; sender++) {
            int number = sender;
            senders.add(Thread.ofPlatform().name("sender " + sender).start(() -> send(number)));
        }
    }

    /** Ids of all events that were ever handed over. */
    Set<String> sent() {
        return sent;
    }

    /** Ids of the events that the server answered for. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Answers that no server should give. */
    List<String> surprises() {
        return surprises;
    }

    /** Stops when each sender has had an answer for what it last sent. */
    void finish() throws InterruptedException {
        stopping = true;
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private void send(int sender) {
        Random random = new Random(20_261_122L + sender);
        int next = 0;
        while (!stopping) {
            int size = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_IN_A_BATCH);
            List<Integer> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                // One in five was sent before.
                batch.add(next > 0 && random.nextInt(5) == 0 ? random.nextInt(next) : next++);
            }
            deliver(sender, batch);
        }
    }

    private void deliver(int sender, List<Integer> batch) {
        List<String> ids = batch.stream().map(number -> id(sender, number)).toList();
        sent.addAll(ids);
        String body = batch.size() == 1
                ? event(sender, batch.getFirst())
                : "["
                        + String.join(
                                ",", batch.stream().map(n -> event(sender, n)).toList()) + "]";
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            if (isAnswered(body)) {
                acknowledged.addAll(ids);
                return;
            }
        }
        surprises.add("no answer within 3 minutes for " + ids.getFirst());
        stopping = true;
    }

    private boolean isAnswered(String body) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address.get() + "/v1/events"))
                            .timeout(Duration.ofSeconds(40))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status / 100 == 2
                    && !answer.body().contains("rejected\":0")
                    && answer.body().contains("rejected")) {
                surprises.add(answer.body());
            } else if (status / 100 != 2 && status != 429 && status != 500 && status != 503) {
                surprises.add(status + " " + answer.body());
            }
            return status / 100 == 2;
        } catch (IOException | IllegalArgumentException away) {
            return pause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Between two attempts, as long as nobody listens. */
    private static boolean pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static String id(int sender, int number) {
        return "s%d-%d".formatted(sender, number);
    }

    /** The same number gives the same event, whenever it is sent. Every tenth is late by weeks. */
    private static String event(int sender, int number) {
        Instant time = START.plusSeconds(number * 60L - (number % 10 == 0 ? 3_000_000L : 0));
        return """
                {"event_id":"%s","customer":"c%d","time":"%s","type":"%s","ref":"o%d","amount":12.50,"currency":"EUR"%s}""".formatted(
                        id(sender, number),
                        Math.floorMod(number * 7 + sender, CUSTOMERS),
                        time,
                        number % 4 == 3 ? "failure" : "purchase",
                        number,
                        number % 4 == 3 ? ",\"kind\":\"late_delivery\",\"severity\":0.4" : "");
    }
}
