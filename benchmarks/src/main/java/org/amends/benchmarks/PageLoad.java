package org.amends.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a running server for its pages and lists, one after the other over one connection, and prints how long each kind took
 * from request to last byte.
 *
 * <p>Arguments: address, token, an unused administrator's link, customers in one copy, copies.
 */
public final class PageLoad {

    private static final int MEASURED = 400;

    /** Overviews read much at once. */
    private static final int MEASURED_OVERVIEWS = 60;

    private static final List<String> LISTS = List.of(
            "/v1/relationships?limit=50",
            "/v1/relationships?limit=50{deeper}",
            "/v1/relationships?limit=50&sort=value_at_risk",
            "/v1/relationships?limit=50&sort=priority",
            "/v1/relationships?limit=50&sort=last_seen",
            "/v1/relationships?limit=50&mode=betrayed_trust",
            "/v1/relationships?limit=50&mode=fading&min_risk=0.5&sort=value_at_risk",
            "/v1/relationships?limit=50&mode=none",
            "/v1/relationships?limit=50&min_risk=0.99&sort=last_seen",
            "/v1/relationships?limit=50&customer=c00012",
            "/relationships",
            "/relationships?mode=acute_failure",
            "/relationships?silent=on&sort=priority");

    private static final List<String> ONE = List.of(
            "/v1/relationships/{customer}",
            "/v1/relationships/{customer}/timeline?limit=50",
            "/v1/relationships/{customer}/contributions",
            "/relationships/{customer}");

    private static final List<String> OVERVIEWS = List.of("/", "/ways");

    private final String address;
    private final String token;
    private final int customers;
    private final int copies;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final SplittableRandom random = new SplittableRandom(20_261_122);
    private String deeper = "";

    private PageLoad(String address, String token, int customers, int copies) {
        this.address = address;
        this.token = token;
        this.customers = customers;
        this.copies = copies;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PageLoad load = new PageLoad(
                arguments[0], arguments[1], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        load.signIn(arguments[2]);
        for (String path : LISTS) {
            load.measure(path, MEASURED);
        }
        for (String path : ONE) {
            load.measure(path, MEASURED);
        }
        for (String path : OVERVIEWS) {
            load.measure(path, MEASURED_OVERVIEWS);
        }
    }

    private void measure(String path, int measured) throws IOException, InterruptedException {
        double[] millis = new double[measured];
        for (int i = -measured / 2; i < measured; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    URI.create(address + path.replace("{customer}", one()).replace("{deeper}", deeper)));
            if (path.startsWith("/v1/")) {
                request.header("Authorization", "Bearer " + token);
            }
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("%s was answered with %d".formatted(path, answer.statusCode()));
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            deeper = path.endsWith("{deeper}") ? deeper(answer.body()) : "";
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-75s p50 %6.1f ms  p95 %6.1f ms  worst %6.1f ms%n",
                path,
                millis[measured / 2],
                millis[(int) (measured * 0.95)],
                millis[measured - 1]);
    }

    /** What leads on from a page to the next. */
    private static String deeper(byte[] page) {
        Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(new String(page, StandardCharsets.UTF_8));
        return next.find() ? "&cursor=" + next.group(1) : "";
    }

    /** A customer anywhere in the company. */
    private String one() {
        int copy = random.nextInt(copies);
        String name = "c%07d".formatted(1 + random.nextInt(customers));
        return copy == 0 ? name : name + "-" + copy;
    }

    /** Chooses the administrator's password, which signs in. */
    private void signIn(String link) throws IOException, InterruptedException {
        String page = client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString())
                .body();
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"").matcher(page);
        if (!csrf.find()) {
            throw new IOException("The link leads to no form.");
        }
        String form = "_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)
                + "&username=admin&name=Benchmark&password=vel9-Tundra-mossy-quilt-oboe";
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            throw new IOException("Signing in was answered with %d.".formatted(answer.statusCode()));
        }
    }
}
