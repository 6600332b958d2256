package org.amends.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class PolicyApiTest {

    private static final String YAML = "application/yaml";

    private static SharedServer server;
    private static String token;

    private final String name = "p-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = SharedServer.running();
        token = server.token(Set.of(Scope.READ, Scope.POLICY, Scope.INGEST));
    }

    private static String etag() {
        return server.get("/v1/policies/current", token)
                .headers()
                .firstValue("etag")
                .orElseThrow();
    }

    private HttpResponse<String> publish(String yaml, String etag) {
        return server.post("/v1/policies?note=because", token, YAML, yaml, "If-Match", etag);
    }

    private String changed() {
        return "version: %s\nacute:\n  ceiling: 4\n".formatted(name);
    }

    private String silent(String more) {
        return "version: %s\ndiagnosis:\n  silent_days: %s\n".formatted(name, more);
    }

    @Test
    void beginsWithTheBuiltInPolicyAsNumberOne() {
        JsonNode first = SharedServer.json(server.get("/v1/policies/1", token));

        assertThat(first.get("version").stringValue()).isEqualTo("amends-default-1");
        assertThat(first.get("text").stringValue()).startsWith("# A policy of Amends");
    }

    @Test
    void givesThePolicyAsYaml() {
        HttpResponse<String> answer = server.get("/v1/policies/1", token, "Accept", "application/yaml");

        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(answer.body()).contains("half_life:");
    }

    @Test
    void answersThatNothingHasChanged() {
        assertThat(server.get("/v1/policies/current", token, "If-None-Match", etag())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void bringsAPolicyIntoForceAndBackAgain() {
        String before = SharedServer.json(server.get("/v1/policies/current", token))
                .get("text")
                .stringValue();

        HttpResponse<String> published = publish(silent("200"), etag());

        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        assertThat(SharedServer.json(server.get("/v1/policies/current", token))
                        .get("version")
                        .stringValue())
                .isEqualTo(name);
        assertThat(server.part(Policies.class).current().policy().version()).isEqualTo(name);
        assertThat(publish(before, etag()).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesToOverwriteWhatTheCallerHasNotSeen() {
        assertThat(publish(silent("201"), "\"0-000000000000\"").statusCode()).isEqualTo(412);
        assertThat(server.post("/v1/policies", token, YAML, silent("201")).statusCode())
                .isEqualTo(428);
    }

    @Test
    void refusesOneNameForDifferentNumbers() {
        assertThat(publish(silent("202"), etag()).statusCode()).isEqualTo(201);

        assertThat(publish(silent("203"), etag()).statusCode()).isEqualTo(409);
    }

    @Test
    void namesEverythingThatIsWrongWithAPolicy() {
        HttpResponse<String> answer = server.post(
                "/v1/policies/check", token, YAML, "version: x\nhalf_life:\n  goodwil: 5\n  complaint: many\n");

        JsonNode json = SharedServer.json(answer);
        assertThat(json.get("valid").booleanValue()).isFalse();
        assertThat(json.get("findings").size()).isEqualTo(2);
        assertThat(json.get("findings").get(0).get("line").intValue()).isEqualTo(3);
    }

    @Test
    void tellsTheDifferenceOfTwoPolicies() {
        assertThat(publish(silent("204"), etag()).statusCode()).isEqualTo(201);

        JsonNode diff = SharedServer.json(server.get("/v1/policies/diff?from=1&to=current", token));

        assertThat(diff.get("values").get(0).get("key").stringValue()).isEqualTo("diagnosis.silent_days");
    }

    @Test
    void triesAPolicyOnASampleWithoutStoringAnything() {
        String event = """
                [{"event_id":"%1$s-1","customer":"%1$s","time":"2026-02-01T10:00:00Z","type":"purchase","amount":10},
                 {"event_id":"%1$s-2","customer":"%1$s","time":"2026-10-01T10:00:00Z","type":"failure","kind":"late_delivery","severity":0.9}]""".formatted(name);
        assertThat(server.post("/v1/events", token, "application/json", event).statusCode())
                .isEqualTo(200);
        String current = etag();

        HttpResponse<String> answer = server.post(
                "/v1/policies/dry-run",
                token,
                YAML,
                "version: %s\nhalf_life:\n  goodwill: 30\n  open_failure: 1800\n".formatted(name));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode run = SharedServer.json(answer);
        assertThat(run.get("sampled").intValue()).isPositive();
        assertThat(run.get("modes").size()).isEqualTo(6);
        assertThat(run.get("moved").size()).isPositive();
        assertThat(run.get("moved").get(0).get("causes").size()).isPositive();
        assertThat(etag()).isEqualTo(current);
    }

    @Test
    void asksForTheScope() {
        String reader = server.token(Set.of(Scope.READ));

        assertThat(server.post("/v1/policies/dry-run", reader, YAML, changed()).statusCode())
                .isEqualTo(403);
    }
}
