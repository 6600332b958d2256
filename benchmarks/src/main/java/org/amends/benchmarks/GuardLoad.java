package org.amends.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Asks a guard over kept-open connections about one candidate with a list of ingredients and a history in the request, each
 * connection asking again when it is answered, and prints requests a second and latencies. The same is sent to whatever answers at
 * the port, so that a server of constant answers can be measured beside the guard.
 *
 * <p>Arguments: port, token, connections, seconds of warming up, seconds measured, and the words that each answer must hold.
 */
public final class GuardLoad {

    private static final long NANOS = 1_000_000_000L;
    private static final double MILLIS = 1e6;
    private static final String[] LISTS = {
        "water, oats 10 %, rapeseed oil, salt, calcium carbonate",
        "tomatoes 62 %, onions, sugar, salt, spirit vinegar, spices",
        "wheat flour, water, yeast, salt, rapeseed oil, malted barley flour",
        "almonds, sugar, cocoa butter, whole milk powder, emulsifier: lecithins (soya)"
    };

    private final int port;
    private final String token;
    private final String expected;
    private final long measureFrom;
    private final long end;

    private GuardLoad(int port, String token, String expected, long warmUpSeconds, long seconds) {
        this.port = port;
        this.token = token;
        this.expected = expected;
        this.measureFrom = System.nanoTime() + warmUpSeconds * NANOS;
        this.end = measureFrom + seconds * NANOS;
    }

    /** Asks, and prints requests a second and the latencies. */
    public static void main(String[] arguments) throws Exception {
        int connections = Integer.parseInt(arguments[2]);
        long seconds = Long.parseLong(arguments[4]);
        GuardLoad load = new GuardLoad(
                Integer.parseInt(arguments[0]), arguments[1], arguments[5], Long.parseLong(arguments[3]), seconds);
        List<long[]> latencies = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> sent = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                sent.add(senders.submit((Callable<long[]>) load::ask));
            }
            for (Future<long[]> each : sent) {
                latencies.add(each.get());
            }
        }
        long[] all = latencies.stream().flatMapToLong(LongStream::of).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d connections: %.0f requests/s; p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, worst %.1f ms%n",
                connections,
                (double) all.length / seconds,
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

    /** Asks until the end; the latencies of what was measured, in nanoseconds. */
    private long[] ask() throws IOException {
        long[] latencies = new long[1024];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            long begun = System.nanoTime();
            for (int number = 0; begun < end; number++) {
                byte[] request = request(number);
                begun = System.nanoTime();
                out.write(request);
                requireAnswer(in);
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

    private byte[] request(int number) {
        String body = "{\"id\":\"line-" + number + "\",\"locale\":\"en-GB\",\"stated\":[\"vegetarian\"],"
                + "\"history\":[{\"product\":\"Tofu\",\"times\":9},{\"product\":\"Lentil soup\",\"times\":4},"
                + "{\"product\":\"Wholemeal bread\",\"times\":12},{\"product\":\"Semi-skimmed milk\",\"times\":20}],"
                + "\"ordered\":{\"name\":\"Oat drink 1 l\",\"price\":1.99},"
                + "\"candidates\":[{\"id\":\"p-" + number % 100 + "\",\"name\":\"Drink 1 l\",\"ingredients\":\""
                + LISTS[number % LISTS.length] + "\",\"price\":2.09}]}";
        return ("POST /v1/guard/verdicts HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads an answer to its end; anything but the one expected ends the run. */
    private void requireAnswer(InputStream in) throws IOException {
        String status = line(in);
        int length = -1;
        String header = line(in);
        while (!header.isEmpty()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
            header = line(in);
        }
        byte[] body = in.readNBytes(Math.max(0, length));
        String text = new String(body, StandardCharsets.UTF_8);
        if (body.length < length || !status.contains(" 200") || !text.contains(expected)) {
            throw new IOException(status + "\n" + text.substring(0, Math.min(500, text.length())));
        }
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
