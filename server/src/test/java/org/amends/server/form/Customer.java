package org.amends.server.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.amends.server.SharedServer;
import org.amends.server.access.Secret;

/** Somebody without a login and without cookies, who fills in forms. */
final class Customer {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final SharedServer server = SharedServer.running();
    final String address = "c" + UUID.randomUUID().toString().replace("-", "") + "@example.com";

    /** The path and query of a case's page, as the form led there. */
    record Link(String path) {

        String reference() {
            return path.substring("/status/".length(), path.indexOf('?'));
        }

        String key() {
            String from = path.substring(path.indexOf("key=") + "key=".length());
            return from.contains("&") ? from.substring(0, from.indexOf('&')) : from;
        }

        String bare() {
            return "/status/" + reference() + "?key=" + key();
        }
    }

    /** A ticket of a form that was handed out a minute ago. */
    static String ticket() {
        return System.currentTimeMillis() - 60_000 + "." + Secret.word(26);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.at(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form; names and values follow one another. */
    HttpResponse<String> post(String path, String... fields) {
        String form = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends a form with a file. */
    HttpResponse<String> post(String path, Map<String, String> fields, String file, byte[] bytes) {
        String edge = "edge" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            for (Map.Entry<String, String> field : fields.entrySet()) {
                body.write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(edge, field.getKey(), field.getValue())
                        .getBytes(StandardCharsets.UTF_8));
            }
            body.write(
                    "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(edge, file)
                            .getBytes(StandardCharsets.UTF_8));
            body.write(bytes);
            body.write("\r\n--%s--\r\n".formatted(edge).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return send(HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** What stands in a form that complains of this. */
    Map<String, String> form(String what) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ticket", ticket());
        form.put("shown", "en");
        form.put("what", what);
        form.put("wish", "refund");
        form.put("address", address);
        form.put("name", "Ana Sol");
        return form;
    }

    HttpResponse<String> send(Map<String, String> form) {
        return post("/complain", fields(form));
    }

    /** Complains, and gives the link that it led to. */
    Link complains(String what) {
        return led(send(form(what)));
    }

    static Link led(HttpResponse<String> answer) {
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.statusCode() + answer.body());
        }
        URI there = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return new Link(there.getRawPath() + "?" + there.getRawQuery());
    }

    static String[] fields(Map<String, String> form) {
        return form.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
