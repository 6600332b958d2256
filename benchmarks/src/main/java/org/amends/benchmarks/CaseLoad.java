package org.amends.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Asks a running server that holds many cases for lists, searches, the report and the export, one after the other over one connection,
 * and prints how long each kind took from request to last byte.
 *
 * <p>Arguments: address, token, how many cases there are, how often each is asked.
 */
public final class CaseLoad {

    private static final double MILLIS = 1e6;

    private static final List<String> LISTS = List.of(
            "",
            "sort=due",
            "sort=newest",
            "stage=all&sort=newest",
            "stage=all&sort=oldest",
            "team=billing",
            "owner=none",
            "brand=brand-1&language=ru",
            "failure=unfair_policy",
            "tag=tag-77",
            "mark=danger",
            "mark=approval",
            "mark=overdue&sort=due",
            "min_severity=0.9&channel=phone&language=es",
            "stage=all&sort=newest&language=es&failure=privacy_breach&channel=api",
            "stage=all&sort=newest&tag=tag-77&brand=brand-2");

    /** Very common, common, and rare words, and several together. */
    private static final List<String> WORDS = List.of(
            "parcel",
            "refund late",
            "colis",
            "remboursement livraison",
            "paquete",
            "посылка",
            "order",
            "broken kettle battery",
            "\"customer service\"",
            "garantie contrat",
            "internet disculpas",
            "чайник батарея",
            "kettle -parcel");

    private final String address;
    private final String token;
    private final int cases;
    private final int times;
    private final HttpClient client = HttpClient.newHttpClient();
    private final SplittableRandom random = new SplittableRandom(20_261_122);

    private CaseLoad(String address, String token, int cases, int times) {
        this.address = address;
        this.token = token;
        this.cases = cases;
        this.times = times;
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CaseLoad load = new CaseLoad(
                arguments[0], arguments[1], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        for (String list : LISTS) {
            load.measure("list " + list, () -> "/v1/cases?limit=50&" + list);
        }
        load.measure("count", () -> "/v1/cases/count?stage=all");
        for (String words : WORDS) {
            load.measure("search " + words, () -> "/v1/cases?limit=50&stage=all&q=" + encoded(words));
        }
        load.measure(
                "search of a number",
                () -> "/v1/cases?limit=50&stage=all&q=" + load.random.nextInt(load.cases) * 7919L % 10_000_019);
        load.measure(
                "search of a reference",
                () -> "/v1/cases?limit=50&stage=all&q=C-2026-%07d".formatted(1 + load.random.nextInt(load.cases)));
        load.measure(
                "search of a customer",
                () -> "/v1/cases?limit=50&stage=all&q=customer-" + (1 + load.random.nextInt(load.cases / 2)));
        load.measure("search among open ones", () -> "/v1/cases?limit=50&q=refund&team=shops&language=en");
        load.measure("search, by newest", () -> "/v1/cases?limit=50&stage=all&sort=newest&q=refund");
        load.measure("report", () -> "/v1/case-report");
        load.measure("report over all years", () -> "/v1/case-report?from=2000-01-01");
        load.measure("case", () -> "/v1/cases/C-2026-%07d".formatted(1 + load.random.nextInt(load.cases)));
        load.export();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void measure(String what, Supplier<String> path) throws IOException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            ask(path.get());
        }
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            String each = path.get();
            long begun = System.nanoTime();
            ask(each);
            took[i] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%-70s p50 %7.1f ms  p95 %7.1f ms  worst %7.1f ms%n",
                what,
                took[times / 2] / MILLIS,
                took[(int) (times * 0.95)] / MILLIS,
                took[times - 1] / MILLIS);
    }

    private void ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + "\n" + answer.body());
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private void export() throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            HttpResponse<InputStream> answer = client.send(
                    request("/v1/cases/export.csv?stage=all&sort=newest"), HttpResponse.BodyHandlers.ofInputStream());
            long lines = 0;
            try (InputStream in = answer.body()) {
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    for (int at = 0; at < read; at++) {
                        lines += buffer[at] == '\n' ? 1 : 0;
                    }
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            rates.add((lines - 1) / seconds);
            System.out.printf(
                    Locale.ROOT, "export: %d lines in %.1f s, %.0f lines/s%n", lines - 1, seconds, rates.getLast());
        }
    }
}
