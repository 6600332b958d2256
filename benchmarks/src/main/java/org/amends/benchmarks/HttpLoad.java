package org.amends.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sends events to a running server over kept-open connections, each sending its next request when the last is answered, and
 * prints how many were answered for. It speaks plain HTTP over sockets, so that little of the machine goes into sending.
 *
 * <p>Arguments: port, token, events in a request (1 sends single events), connections, seconds of warming up, seconds measured.
 */
public final class HttpLoad {

    private static final long NANOS = 1_000_000_000L;
    private static final double MILLIS = 1e6;
    private static final int CUSTOMERS = 100_000;
    private static final Instant FIRST_TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final int port;
    private final String token;
    private final int together;
    private final long measureFrom;
    private final long end;
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final AtomicLong next = new AtomicLong();

    private HttpLoad(int port, String token, int together, long warmUpSeconds, long seconds) {
        this.port = port;
        this.token = token;
        this.together = together;
        this.measureFrom = System.nanoTime() + warmUpSeconds * NANOS;
        this.end = measureFrom + seconds * NANOS;
    }

    /** Sends, and prints requests and events a second and the latencies. */
    public static void main(String[] arguments) throws Exception {
        int together = Integer.parseInt(arguments[2]);
        int connections = Integer.parseInt(arguments[3]);
        long seconds = Long.parseLong(arguments[5]);
        HttpLoad load = new HttpLoad(
                Integer.parseInt(arguments[0]), arguments[1], together, Long.parseLong(arguments[4]), seconds);
        List<long[]> latencies = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> sent = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                sent.add(senders.submit((Callable<long[]>) load::send));
            }
            for (Future<long[]> each : sent) {
                latencies.add(each.get());
            }
        }
        long[] all = latencies.stream().flatMapToLong(LongStream::of).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d connections, %d events a request: %.0f requests/s, %.0f events/s; p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                connections,
                together,
                (double) all.length / seconds,
                (double) all.length * together / seconds,
                at(all, 0.50),
                at(all, 0.95),
                at(all, 0.99),
                at(all, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / MILLIS;
    }

    /** Sends until the end; the latencies of what was measured, in nanoseconds. */
    private long[] send() throws IOException {
        long[] latencies = new long[1024];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 18);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            long begun = System.nanoTime();
            while (begun < end) {
                byte[] body = body().getBytes(StandardCharsets.US_ASCII);
                begun = System.nanoTime();
                request(out, body);
                requireStored(in);
                long answered = System.nanoTime();
                if (begun >= measureFrom && answered <= end) {
                    if (count == latencies.length) {
                        latencies = Arrays.copyOf(latencies, 2 * count);
                    }
                    latencies[count++] = answered - begun;
                }
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private String body() {
        long from = next.getAndAdd(together);
        return together == 1
                ? event(from)
                : IntStream.range(0, together)
                        .mapToObj(i -> event(from + i))
                        .collect(Collectors.joining(",", "[", "]"));
    }

    /** Customers take turns and time goes on, as it does where events are sent when they happen. */
    private String event(long number) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + run + "-" + number
                + "\",\"source\":\"/load\",\"type\":\"org.amends.purchase\",\"subject\":\"c" + number % CUSTOMERS
                + "\",\"time\":\"" + FIRST_TIME.plusMillis(number)
                + "\",\"datacontenttype\":\"application/json\",\"data\":{\"ref\":\"o" + number
                + "\",\"amount\":" + number % 90 + ".50,\"currency\":\"EUR\",\"kind\":\"grocery\"}}";
    }

    private void request(OutputStream out, byte[] body) throws IOException {
        String type = together == 1 ? "application/cloudevents+json" : "application/cloudevents-batch+json";
        out.write(("POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** Reads an answer to its end; anything but stored ends the run. */
    private void requireStored(InputStream in) throws IOException {
        String status = line(in);
        int length = -1;
        boolean chunked = false;
        String header = line(in);
        while (!header.isEmpty()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            header = line(in);
        }
        String body = chunked ? chunks(in) : text(in, length);
        if (!status.contains(" 20") || (together > 1 && !body.contains("\"rejected\":0"))) {
            throw new IOException(status + "\n" + body.substring(0, Math.min(500, body.length())));
        }
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        int length = Integer.parseInt(line(in), 16);
        while (length > 0) {
            body.append(text(in, length));
            requireEmpty(line(in));
            length = Integer.parseInt(line(in), 16);
        }
        requireEmpty(line(in));
        return body.toString();
    }

    private static void requireEmpty(String line) throws IOException {
        if (!line.isEmpty()) {
            throw new IOException("A chunk is followed by " + line);
        }
    }

    private static String text(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer breaks off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return line.toString();
    }
}
