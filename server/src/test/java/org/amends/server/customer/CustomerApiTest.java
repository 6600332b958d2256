package org.amends.server.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.audit.AuditCheck;
import org.amends.server.audit.AuditVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServer.Use.class)
class CustomerApiTest {

    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN));
    private final JdbcClient sql = server.part(JdbcClient.class);

    @Test
    void unmergingLeavesTheBytesOfBeforeTheMerge() {
        Happenings one = Happenings.of(server).buysMonthly(3);
        Happenings other = Happenings.of(server).buysMonthly(2).event("failure", 5, "o-1", "late_delivery", 0.5, null);
        byte[] before = state(one.customer());
        byte[] otherBefore = state(other.customer());

        assertThat(post(one.customer(), "merge", "{\"into\":\"%s\"}".formatted(other.customer()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(state(one.customer())).isNull();
        assertThat(state(other.customer())).isNotEqualTo(otherBefore);
        assertThat(post(one.customer(), "unmerge", "").statusCode()).isEqualTo(200);

        assertThat(state(one.customer())).isEqualTo(before);
        assertThat(state(other.customer())).isEqualTo(otherBefore);
    }

    @Test
    void aMergedCustomerIsAnsweredByTheOneWhoStays() {
        Happenings one = Happenings.of(server).buysMonthly(1);
        Happenings other = Happenings.of(server).buysMonthly(1);
        assertThat(post(one.customer(), "merge", "{\"into\":\"%s\"}".formatted(other.customer()))
                        .statusCode())
                .isEqualTo(200);

        var answer = SharedServer.json(server.get("/v1/relationships/" + one.customer(), token));

        assertThat(answer.get("customer").stringValue()).isEqualTo(other.customer());
        assertThat(answer.get("merged").get(0).stringValue()).isEqualTo(one.customer());
        assertThat(answer.get("purchases").get("count").intValue()).isEqualTo(4);
    }

    @Test
    void aMergeIntoOneselfOrTwiceIsRefused() {
        Happenings one = Happenings.of(server).buysMonthly(1);
        Happenings other = Happenings.of(server).buysMonthly(1);
        String into = "{\"into\":\"%s\"}";

        assertThat(post(one.customer(), "merge", into.formatted(one.customer())).statusCode())
                .isEqualTo(400);
        assertThat(post(one.customer(), "merge", into.formatted(other.customer()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(one.customer(), "merge", into.formatted(other.customer()))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(other.customer(), "merge", into.formatted(one.customer()))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoIsRestrictedIsNeitherListedNorDiagnosedAndEventsAreStillTaken() {
        Happenings somebody = Happenings.of(server).buysMonthly(2);
        Happenings.until("they are listed", () -> listed(somebody.customer()) == 1);

        assertThat(post(somebody.customer(), "restrict", "").statusCode()).isEqualTo(204);
        var unused = somebody.event("failure", 0.1, "o-9", "late_delivery", 0.9, null);

        assertThat(listed(somebody.customer())).isZero();
        assertThat(server.get("/v1/relationships/" + somebody.customer(), token).statusCode())
                .isEqualTo(403);
        assertThat(post(somebody.customer(), "unrestrict", "").statusCode()).isEqualTo(204);
        Happenings.until("they are listed again", () -> listed(somebody.customer()) == 1);
    }

    @Test
    void anExportHoldsEventsStateAndWhatWasDone() {
        Happenings somebody = Happenings.of(server)
                .buysMonthly(1)
                .event("complaint", 2, "c-1", "late_delivery", 0.4, null, Map.of("text", "Where is my order?"));
        assertThat(post(somebody.customer(), "restrict", "").statusCode()).isEqualTo(204);

        HttpResponse<String> export = server.get("/v1/customers/" + somebody.customer() + "/export", token);

        assertThat(export.statusCode()).as(export.body()).isEqualTo(200);
        assertThat(export.body()).contains("Where is my order?", "customer.restricted", "order-1");
        assertThat(SharedServer.json(export)
                        .get("relationships")
                        .get(0)
                        .get("events")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void erasingAsksForTheNameOnceMore() {
        Happenings somebody = Happenings.of(server).buysMonthly(1);

        assertThat(post(somebody.customer(), "erase", "{\"confirm\":\"somebody else\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(state(somebody.customer())).isNotNull();
    }

    @Test
    void erasingLeavesNoTraceOfThePersonAndEveryCount() {
        String secret = "quinoa-" + UUID.randomUUID();
        Happenings alias = Happenings.of(server).event("visit", 9, null, null, null, null);
        Happenings somebody = Happenings.of(server)
                .buysMonthly(4)
                .event("failure", 8, secret, "late_delivery", 0.8, "30.00", Map.of("text", "order of " + secret))
                .event("complaint", 7, secret, "late_delivery", 0.6, null, Map.of("text", secret))
                .event("preference_stated", 6, null, secret, null, null)
                .event("promise_made", 5, secret, null, null, null, Map.of("about", secret))
                .event("promise_broken", 4, secret, null, null, null)
                .event("feedback", 3, secret, "nps", null, null, Map.of("value", "3"))
                .event("membership_changed", 2, null, "gold", null, null)
                .event("departure_announced", 1, null, secret, null, null);
        assertThat(post(alias.customer(), "merge", "{\"into\":\"%s\"}".formatted(somebody.customer()))
                        .statusCode())
                .isEqualTo(200);
        Happenings.until("they are listed", () -> listed(somebody.customer()) == 1);
        leaveTracesBesideTheLog(somebody.customer());
        assertThat(tracesOf(somebody.customer()))
                .contains("kept_answer", "import_run", "import_rejection", "import_mapping", "saved_view");
        long events = count("event");
        long keys = count("event_key");
        String brand = pictureOfOldTimes();

        HttpResponse<String> answer =
                post(somebody.customer(), "erase", "{\"confirm\":\"%s\"}".formatted(somebody.customer()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(SharedServer.json(answer).get("identifiers").intValue()).isEqualTo(2);
        assertThat(tracesOf(somebody.customer())).isEmpty();
        assertThat(tracesOf(alias.customer())).isEmpty();
        assertThat(tracesOf(secret)).isEmpty();
        assertThat(count("event")).isGreaterThanOrEqualTo(events + 2);
        assertThat(count("event_key")).isGreaterThanOrEqualTo(keys + 2);
        assertThat(relationshipsPictured(brand)).isEqualTo(7);
        assertThat(server.part(AuditCheck.class).verify(null)).isInstanceOf(AuditVerdict.Intact.class);
        assertThat(server.get("/v1/relationships/" + somebody.customer(), token).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "50%", "50%2F", "who?", "a b+c", "Łukasz;é", "..", "a\\b", "#1&brand=x"})
    void anyIdentifierIsReachableByTheParameter(String odd) {
        String customer = odd + UUID.randomUUID() + odd;
        String event = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "event_id", anyName(), "customer", customer, "time", "2026-01-01T00:00:00Z", "type", "visit"));
        assertThat(server.post("/v1/events", server.token(Set.of(Scope.INGEST)), "application/json", event)
                        .statusCode())
                .isEqualTo(201);
        String named = "?customer=" + URLEncoder.encode(customer, StandardCharsets.UTF_8);

        HttpResponse<String> answer = server.get("/v1/relationship" + named, token);
        HttpResponse<String> timeline = server.get("/v1/relationship/timeline" + named, token);
        HttpResponse<String> export = server.get("/v1/customer/export" + named, token);

        assertThat(SharedServer.json(answer).get("customer").stringValue()).isEqualTo(customer);
        assertThat(timeline.statusCode()).as(timeline.body()).isEqualTo(200);
        assertThat(export.statusCode()).as(export.body()).isEqualTo(200);
    }

    @Test
    void whoeverNamesNobodyIsToldSo() {
        assertThat(server.get("/v1/relationship", token).statusCode()).isEqualTo(400);
    }

    /** Answers, files with wrong rows and kept filters that name the customer. */
    private void leaveTracesBesideTheLog(String customer) {
        String sender = server.token(Set.of(Scope.INGEST));
        String event =
                "[{\"event_id\":\"%s\",\"time\":\"2026-01-01T00:00:00Z\",\"type\":\"visit\"}]".formatted(customer);
        assertThat(server.post(
                                "/v1/events",
                                sender,
                                "application/json",
                                event,
                                "Idempotency-Key",
                                "key-of-" + anyName())
                        .statusCode())
                .isEqualTo(422);
        String mapping = URLEncoder.encode(
                "{\"columns\":{\"time\":\"when\"},\"constants\":{\"type\":\"visit\",\"customer\":\"%s\"}}"
                        .formatted(customer),
                StandardCharsets.UTF_8);
        HttpResponse<String> imported = server.post(
                "/v1/imports?name=%s.csv&mapping=%s".formatted(customer, mapping),
                sender,
                "text/csv",
                "when,where-%s\n%s,shop\n2026-01-01,shop\n".formatted(anyName(), customer));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        int ignored = sql.sql("insert into saved_view (person, name, query, created_at) values (?, 'mine', ?, now())")
                .param("user:" + anyName())
                .param("standing=all&customer=" + customer)
                .update();
    }

    /** A day long past as it was seen then: later ones are drawn anew as other tests go on. Returns its brand. */
    private String pictureOfOldTimes() {
        String brand = anyName();
        int ignored = sql.sql("""
                        insert into daily_picture (day, brand, mode, standing, currency, relationships, expected_endings,
                            residual_value, value_at_risk, silent_sufferers, neglected_loyal, double_deviations,
                            open_issues, replayed)
                        values ('2001-01-01', ?, 'none', 'active', '', 7, 0, 0, 0, 0, 0, 0, 0, false)""").param(brand).update();
        return brand;
    }

    private long relationshipsPictured(String brand) {
        return sql.sql("select sum(relationships) from daily_picture where brand = ?")
                .param(brand)
                .query(Long.class)
                .single();
    }

    private static String anyName() {
        return UUID.randomUUID().toString();
    }

    /** Every table with a row that holds this text anywhere, also within bytes. */
    private List<String> tracesOf(String text) {
        return sql
                .sql(
                        "select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> sql.sql(
                                "select exists (select 1 from \"%s\" t where position(:text in t::text) > 0 or position(encode(convert_to(:text, 'UTF8'), 'hex') in t::text) > 0)"
                                        .formatted(table))
                        .param("text", text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private int listed(String customer) {
        HttpResponse<String> page = server.get(
                "/v1/relationships?standing=all&customer=" + URLEncoder.encode(customer, StandardCharsets.UTF_8),
                token);
        return SharedServer.json(page).get("items").size();
    }

    private byte[] state(String customer) {
        return sql.sql("select state from relationship where customer = ?")
                .param(customer)
                .query((row, number) -> new byte[][] {row.getBytes(1)})
                .single()[0];
    }

    private HttpResponse<String> post(String customer, String verb, String body) {
        return server.post("/v1/customers/" + customer + "/" + verb, token, "application/json", body);
    }
}
