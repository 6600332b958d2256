package org.amends.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Acts judged by what the log knows of a customer. */
@ExtendWith(SharedServer.Use.class)
class GuardedActsTest {

    private static final String JSON = "application/json";

    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.GUARD));

    private JsonNode ask(String singleQuoted, String... headers) {
        String[] patient = headers.length > 0 ? headers : new String[] {Patience.HEADER, "20000"};
        HttpResponse<String> answer =
                server.post("/v1/guard/verdicts", token, JSON, singleQuoted.replace('\'', '"'), patient);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SharedServer.json(answer);
    }

    private JsonNode contact(Happenings customer, String rest) {
        return ask("{'id':'1','customer':'%s','act':{'kind':'contact',%s}}".formatted(customer.customer(), rest));
    }

    private static String verdict(JsonNode answer) {
        assertThat(answer.at("/verdicts/0/id").asString()).isEqualTo("act");
        assertThat(answer.get("best").isNull()).isTrue();
        return answer.at("/verdicts/0/verdict").asString();
    }

    private static String rule(JsonNode answer) {
        JsonNode reasons = answer.at("/verdicts/0/reasons");
        return reasons.get(reasons.size() - 1).get("rule").asString();
    }

    @Test
    void allowsWhatNothingSpeaksAgainst() {
        Happenings customer = Happenings.of(server).buysMonthly(3);

        assertThat(verdict(contact(customer, "'purpose':'marketing','channel':'email'")))
                .isEqualTo("ALLOW");
    }

    @Test
    void keepsWhatTheCustomerStatedAndNotWithdrew() {
        Happenings customer = Happenings.of(server)
                .event("preference_stated", 30, null, "channel:email only", null, null)
                .event("preference_stated", 30, null, "language:fr", null, null)
                .event("preference_withdrawn", 10, null, "language:fr", null, null);

        JsonNode byPhone = contact(customer, "'purpose':'service','channel':'phone','language':'en'");

        assertThat(verdict(byPhone)).isEqualTo("BLOCK");
        assertThat(rule(byPhone)).isEqualTo("contact_channel");
        assertThat(verdict(contact(customer, "'purpose':'service','channel':'email','language':'en'")))
                .isEqualTo("ALLOW");
    }

    @Test
    void doesNotAdvertiseWhileAComplaintIsOpen() {
        Happenings customer = Happenings.of(server)
                .event("purchase", 40, "o1", null, null, "30.00")
                .event("complaint", 5, "case-1", null, 0.7, null);

        JsonNode open = contact(customer, "'purpose':'marketing','channel':'email'");
        assertThat(verdict(open)).isEqualTo("BLOCK");
        assertThat(rule(open)).isEqualTo("marketing_open_complaint");
        assertThat(verdict(contact(customer, "'purpose':'service','channel':'email'")))
                .isEqualTo("ALLOW");

        customer = customer.event("issue_resolved", 1, "case-1", null, null, null);
        assertThat(verdict(contact(customer, "'purpose':'marketing','channel':'email'")))
                .isEqualTo("ALLOW");
    }

    @Test
    void doesNotAdvertiseToWhomItPartedFrom() {
        Happenings customer = Happenings.of(server)
                .event("purchase", 40, "o1", null, null, "30.00")
                .event("parted", 5, null, null, null, null);

        JsonNode answer = contact(customer, "'purpose':'marketing','channel':'email'");

        assertThat(verdict(answer)).isEqualTo("BLOCK");
        assertThat(rule(answer)).isEqualTo("contact_after_parting");
    }

    @Test
    void warnsOfPromisesByTheClockOfTheServer() {
        Happenings customer = Happenings.of(server)
                .event("purchase", 40, "o1", null, null, "30.00")
                .event("promise_made", 9, "p1", null, null, null, due(-3_600))
                .event("promise_made", 9, "p2", null, null, null, due(3_600))
                .event("promise_kept", 1, "p2", null, null, null);
        String check = "{'id':'1','now':'2020-01-01T00:00:00Z','customer':'%s','act':{'kind':'promise_check'}}"
                .formatted(customer.customer());

        JsonNode overdue = ask(check);

        assertThat(verdict(overdue)).isEqualTo("BLOCK");
        assertThat(overdue.at("/verdicts/0/reasons").size()).isEqualTo(1);
        assertThat(rule(overdue)).isEqualTo("promise_overdue");
        var unused = customer.event("promise_kept", 0.01, "p1", null, null, null);
        assertThat(verdict(ask(check))).isEqualTo("ALLOW");
    }

    private static Map<String, String> due(long seconds) {
        return Map.of("due", Instant.now().plusSeconds(seconds).toString());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
        loyalty                | verdict | rule
        ,'loyalty_price':4.50  | BLOCK   | loyalty_price_lost
        ,'currency':'EUR'      | ASK     | facts_missing
        """)
    void asksForThePriceThatTheLogDoesNotKnow(String loyalty, String verdict, String rule) {
        Happenings customer = Happenings.of(server).buysMonthly(2);

        JsonNode answer = ask("{'id':'1','customer':'%s','act':{'kind':'price','amount':5.00%s}}"
                .formatted(customer.customer(), loyalty));

        assertThat(verdict(answer)).isEqualTo(verdict);
        assertThat(rule(answer)).isEqualTo(rule);
    }

    @Test
    void whatARequestTellsBesidesCountsToo() {
        Happenings customer = Happenings.of(server).buysMonthly(2);

        JsonNode answer = ask(("{'id':'1','customer':'%s','act':{'kind':'contact','purpose':'marketing'},"
                        + "'facts':{'open_complaint_since':'2026-01-01T00:00:00Z'}}")
                .formatted(customer.customer()));

        assertThat(verdict(answer)).isNotEqualTo("ALLOW");
        assertThat(rule(answer)).isEqualTo("marketing_open_complaint");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
        act                                           | facts                                                   | verdict
        'kind':'contact','purpose':'service'          |                                                         | ASK
        'kind':'price','amount':1,'loyalty_price':1   |                                                         | ASK
        'kind':'promise_check'                        |                                                         | ASK
        'kind':'contact','purpose':'service'          | ,'stated':[]                                            | ASK
        'kind':'contact','purpose':'service'          | ,'facts':{'stated':[]}                                  | ASK
        'kind':'contact','purpose':'service'          | ,'facts':{'stated':[],'parted':false}                   | ALLOW
        """)
    void asksForACustomerOfWhomNothingIsKnown(String act, String facts, String verdict) {
        JsonNode answer =
                ask("{'id':'1','customer':'nobody-knows','act':{%s}%s}".formatted(act, facts == null ? "" : facts));

        assertThat(verdict(answer)).isEqualTo(verdict);
    }

    @Test
    void asksWhenTheDeadlineHasPassed() {
        Happenings customer = Happenings.of(server).buysMonthly(2);

        JsonNode answer = ask(
                "{'id':'1','customer':'%s','act':{'kind':'contact','purpose':'service'}}"
                        .formatted(customer.customer()),
                Patience.HEADER,
                "0");

        assertThat(verdict(answer)).isEqualTo("ASK");
    }

    @Test
    void keepsWhatIsKnownFromWhoeverMayNotSeeTheBrand() {
        Happenings customer = new Happenings(server, "of-north-" + System.nanoTime(), "north")
                .event("preference_stated", 30, null, "no:phone", null, null);

        HttpResponse<String> answer = server.post(
                "/v1/guard/verdicts",
                server.token(Set.of(Scope.GUARD), "south"),
                JSON,
                "{'id':'1','customer':'%s','act':{'kind':'contact','purpose':'service','channel':'phone'}}"
                        .formatted(customer.customer())
                        .replace('\'', '"'));

        assertThat(verdict(SharedServer.json(answer))).isEqualTo("ASK");
        assertThat(answer.body()).doesNotContain("by phone").contains("customer_unknown");
    }

    @Test
    void judgesAnActBesideCandidatesAndWritesItDown() {
        Happenings customer = Happenings.of(server)
                .event("preference_stated", 30, null, "no:phone", null, null)
                .event("preference_stated", 30, null, "nut_allergy", null, null);
        String id = "both-" + System.nanoTime();

        JsonNode answer = ask(("{'id':'%s','customer':'%s','candidates':[{'id':'a','name':'Almonds'}],"
                        + "'act':{'kind':'contact','purpose':'service','channel':'phone'}}")
                .formatted(id, customer.customer()));

        assertThat(answer.at("/verdicts/0/verdict").asString()).isEqualTo("BLOCK");
        assertThat(answer.at("/verdicts/1/id").asString()).isEqualTo("act");
        assertThat(answer.at("/verdicts/1/verdict").asString()).isEqualTo("BLOCK");
        HttpResponse<String> told = server.post(
                "/v1/guard/outcomes",
                token,
                JSON,
                "{'request':'%s','candidate':'act','outcome':'cancelled'}"
                        .formatted(id)
                        .replace('\'', '"'));
        assertThat(SharedServer.json(told).get("status").asString()).isEqualTo("recorded");
    }
}
