package org.amends.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class WebhookApiTest {

    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.ADMIN));
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();

    /** What arrived. */
    private record Got(String id, String timestamp, String signature, String body) {}

    /** A real endpoint; it answers the n-th request, from 0, with the status given for n, and with none below 100. */
    private final class Receiver implements AutoCloseable {

        final List<Got> got = new CopyOnWriteArrayList<>();
        final CountDownLatch end = new CountDownLatch(1);
        final IntUnaryOperator statuses;
        final HttpServer http;

        Receiver(IntUnaryOperator statuses) {
            this.statuses = statuses;
            try {
                http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/", this::take);
            http.start();
            receivers.add(this);
        }

        private void take(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int number = got.size();
            got.add(new Got(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
            int status = statuses.applyAsInt(number);
            if (status < 100) {
                await();
            }
            exchange.sendResponseHeaders(Math.max(status, 200), -1);
            exchange.close();
        }

        private void await() {
            try {
                end.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        String url() {
            return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            end.countDown();
            http.stop(0);
        }
    }

    @AfterEach
    void closeReceivers() {
        receivers.forEach(Receiver::close);
        int unused = server.part(JdbcClient.class)
                .sql("delete from webhook where id is not null")
                .update();
    }

    @Test
    void aSilentSuffererIsToldSigned() throws Exception {
        Receiver receiver = new Receiver(number -> 200);
        JsonNode webhook = add(receiver);
        Happenings somebody = Happenings.of(server).buysMonthly(6);
        Happenings.until("they are diagnosed", () -> diagnosed(somebody.customer()));

        var unused = somebody.event("failure", 0.01, "order-1", "wrong_item", 0.8, "40.00");

        Happenings.until(
                "it is told",
                () -> receiver.got.stream()
                        .anyMatch(each -> each.body().contains("silent_sufferer_found")
                                && each.body().contains(somebody.customer())));
        for (Got each : receiver.got) {
            assertThat(each.signature())
                    .isEqualTo(signature(webhook.get("secret").stringValue(), each));
        }
    }

    @Test
    void whatFailsIsSentAgainWithTheSameId() {
        Receiver receiver = new Receiver(number -> number == 0 ? 500 : 204);
        JsonNode webhook = add(receiver);
        ping(webhook);

        Happenings.until("it is sent again", () -> receiver.got.size() >= 2);

        assertThat(receiver.got.get(1).id()).isEqualTo(receiver.got.get(0).id());
        Happenings.until(
                "it is marked", () -> line(webhook).get("status").stringValue().equals("delivered"));
        assertThat(line(webhook).get("attempts").intValue()).isEqualTo(2);
    }

    @Test
    void whatWasTakenButNotMarkedIsSentAgainWithTheSameId() {
        Receiver receiver = new Receiver(number -> 200);
        JsonNode webhook = add(receiver);
        ping(webhook);
        Happenings.until(
                "it is marked", () -> line(webhook).get("status").stringValue().equals("delivered"));

        // What a server that dies between sending and marking leaves behind: a delivery that is due, and a lease that
        // ran out.
        server.part(JdbcClient.class)
                .sql("update webhook_delivery set status = 'pending', attempts = 0 where webhook = ?::uuid")
                .param(webhook.get("id").stringValue())
                .update();
        server.part(JdbcClient.class)
                .sql("update webhook set leased_until = now() - interval '1 second'")
                .update();

        Happenings.until("it is sent again", () -> receiver.got.size() == 2);
        assertThat(receiver.got.get(1).id()).isEqualTo(receiver.got.get(0).id());
    }

    @Test
    void anEndpointThatHangsHoldsUpNobody() {
        Receiver hanging = new Receiver(number -> 0);
        Receiver other = new Receiver(number -> 200);
        JsonNode first = add(hanging);
        JsonNode second = add(other);

        ping(first);
        Happenings.until("one hangs", () -> hanging.got.size() == 1);
        ping(second);

        Happenings.until("the other is told", () -> other.got.size() == 1);
        assertThat(line(first).get("status").stringValue()).isEqualTo("pending");
    }

    @Test
    void anEndpointThatIsGoneIsDisabledAndMayBeEnabledAgain() {
        Receiver receiver = new Receiver(number -> number == 0 ? 410 : 200);
        JsonNode webhook = add(receiver);
        String path = "/v1/webhooks/" + webhook.get("id").stringValue();
        ping(webhook);

        Happenings.until("it is disabled", () -> !json(path).get("enabled").booleanValue());
        assertThat(json(path).get("disabled_reason").stringValue()).contains("410");
        assertThat(send("PATCH", path, "{\"enabled\": true}").statusCode()).isEqualTo(200);
        assertThat(json(path).get("enabled").booleanValue()).isTrue();
    }

    @Test
    void bothSecretsSignWhileARotationLasts() throws Exception {
        Receiver receiver = new Receiver(number -> 200);
        JsonNode webhook = add(receiver);
        JsonNode rotated = SharedServer.json(
                send("POST", "/v1/webhooks/" + webhook.get("id").stringValue() + "/rotate", ""));
        ping(webhook);

        Happenings.until("it is told", () -> receiver.got.size() == 1);

        Got got = receiver.got.getFirst();
        assertThat(got.signature().split(" "))
                .containsExactly(
                        signature(rotated.get("secret").stringValue(), got),
                        signature(webhook.get("secret").stringValue(), got));
    }

    @Test
    void aSecretIsShownOnce() {
        JsonNode webhook = add(new Receiver(number -> 200));

        assertThat(webhook.get("secret").stringValue()).startsWith("whsec_");
        assertThat(json("/v1/webhooks/" + webhook.get("id").stringValue())
                        .get("secret")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1"
    })
    void addressesWithinTheNetworkAreNotPublic(String address) throws Exception {
        assertThat(Targets.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"93.184.216.34", "1.1.1.1", "2606:4700:4700::1111"})
    void addressesOfTheInternetArePublic(String address) throws Exception {
        assertThat(Targets.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private static String signature(String secret, Got got) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed =
                mac.doFinal((got.id() + "." + got.timestamp() + "." + got.body()).getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    private JsonNode add(Receiver receiver) {
        HttpResponse<String> answer = send("POST", "/v1/webhooks", "{\"url\": \"%s\"}".formatted(receiver.url()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return SharedServer.json(answer);
    }

    private void ping(JsonNode webhook) {
        assertThat(send("POST", "/v1/webhooks/" + webhook.get("id").stringValue() + "/ping", "")
                        .statusCode())
                .isEqualTo(202);
    }

    private JsonNode line(JsonNode webhook) {
        return json("/v1/webhooks/" + webhook.get("id").stringValue() + "/deliveries")
                .get("items")
                .get(0);
    }

    private boolean diagnosed(String customer) {
        return server.part(JdbcClient.class)
                .sql("select exists (select 1 from diagnosis where customer = ?)")
                .param(customer)
                .query(Boolean.class)
                .single();
    }

    private JsonNode json(String path) {
        return SharedServer.json(server.get(path, token));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return server.send(server.request(path, token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
