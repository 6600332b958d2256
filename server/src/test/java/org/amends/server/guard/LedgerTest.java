package org.amends.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Scope;
import org.amends.slip.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class LedgerTest {

    private static final String JSON = "application/json";

    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.GUARD));
    private final Ledger ledger = server.part(Ledger.class);
    private final Happenings customer =
            Happenings.of(server).event("preference_stated", 30, null, "nut_allergy", null, null);
    private final String request = "line-" + UUID.randomUUID();

    /** Asks whether rice with almonds or rice may be sent for rice with lentils. */
    private void ask() {
        String body = """
                {"id": "%s", "customer": "%s", "ordered": {"name": "Rice with lentils", "price": 2.00}, "candidates": [
                    {"id": "almonds", "name": "Rice with almonds", "ingredients": "rice, almonds", "price": 2.00},
                    {"id": "plain", "name": "Rice", "ingredients": "rice", "price": 2.00}]}""".formatted(request, customer.customer());
        HttpResponse<String> answer = server.post("/v1/guard/verdicts", token, JSON, body, Patience.HEADER, "20000");
        assertThat(answer.body()).contains("BLOCK", "\"best\":\"plain\"");
        server.part(NearMisses.class).awaitWritten();
    }

    private JsonNode tell(String candidate, String rest) {
        HttpResponse<String> answer = server.post(
                "/v1/guard/outcomes",
                token,
                JSON,
                "{\"request\": \"%s\", \"candidate\": \"%s\", %s}".formatted(request, candidate, rest));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SharedServer.json(answer);
    }

    private List<LedgerLine> lines() {
        Long question = ledger.latest(request, BrandScope.ALL);
        return question == null ? List.of() : ledger.question(question, BrandScope.ALL);
    }

    private String timeline() {
        return server.get("/v1/relationships/" + customer.customer() + "/timeline", server.token(Set.of(Scope.READ)))
                .body();
    }

    private long counted(String rule, String measure) {
        return ledger.counts(YearMonth.now(ZoneOffset.UTC), BrandScope.ALL).stream()
                .filter(each -> each.rule().equals(rule) && each.measure().equals(measure))
                .mapToLong(MonthCount::count)
                .sum();
    }

    @Test
    void keepsWhatWasBlockedWithWhatCouldBeSentInstead() {
        ask();

        assertThat(lines()).extracting(LedgerLine::candidate).containsExactly("almonds", "plain");
        LedgerLine blocked = lines().getFirst();
        assertThat(blocked.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(blocked.customer()).isEqualTo(customer.customer());
        assertThat(blocked.ordered()).isEqualTo("Rice with lentils");
        assertThat(blocked.rules()).contains("nut_allergy:ingredient");
        assertThat(blocked.reasons().getFirst().evidence()).contains("“almonds”");
        assertThat(lines().getLast().best()).isTrue();
    }

    @Test
    void keepsNothingOfWhatWasAllowed() {
        String all =
                "{\"id\": \"%s\", \"stated\": [], \"candidates\": [{\"id\": \"a\", \"name\": \"Rice\", \"ingredients\": \"rice\"}]}"
                        .formatted(request);
        assertThat(server.post("/v1/guard/verdicts", token, JSON, all, Patience.HEADER, "20000")
                        .body())
                .contains("ALLOW");
        server.part(NearMisses.class).awaitWritten();

        assertThat(lines()).isEmpty();
    }

    @Test
    void tellsTheHistoryOnceWhenWhatWasBlockedWasSentAndWrong() {
        ask();
        long before = counted("", MonthCount.VIOLATED);

        assertThat(tell("almonds", "\"outcome\": \"sent\", \"by\": \"picker-7\"")
                        .has("event"))
                .isFalse();
        JsonNode wrong = tell("almonds", "\"wrong\": true");
        JsonNode again = tell("almonds", "\"wrong\": true");

        assertThat(wrong.get("event").asString()).isEqualTo(again.get("event").asString());
        assertThat(timeline().split("preference_violated", -1)).hasSize(2);
        assertThat(timeline()).contains("nut_allergy").contains(request);
        assertThat(counted("", MonthCount.VIOLATED)).isEqualTo(before + 1);
        assertThat(lines().getFirst().outcome()).isEqualTo(SentOutcome.SENT);
    }

    @Test
    void tellsTheHistoryNothingWhenTheCustomerHadAgreed() {
        ask();

        JsonNode told = tell("almonds", "\"outcome\": \"agreed\", \"wrong\": true");

        assertThat(told.get("note").asString()).contains("agreed");
        assertThat(timeline()).doesNotContain("preference_violated");
    }

    @Test
    void countsAnOutcomeThatIsCorrectedOnce() {
        ask();
        long sent = counted("nut_allergy:ingredient", "sent");
        long replaced = counted("nut_allergy:ingredient", "replaced");

        var first = tell("almonds", "\"outcome\": \"sent\"");
        var second = tell("almonds", "\"outcome\": \"replaced\"");

        assertThat(first.get("status").asString() + second.get("status").asString())
                .isEqualTo("recordedrecorded");
        assertThat(counted("nut_allergy:ingredient", "sent")).isEqualTo(sent);
        assertThat(counted("nut_allergy:ingredient", "replaced")).isEqualTo(replaced + 1);
    }

    @Test
    void answersEachOfSeveralReportsAndRefusesOneThatCannotBeUsed() {
        ask();

        JsonNode results = SharedServer.json(
                server.post("/v1/guard/outcomes", token, JSON, """
                [{"request": "%s", "candidate": "almonds", "outcome": "cancelled"},
                 {"request": "%s", "candidate": "walnuts", "outcome": "sent"},
                 {"request": "%s", "candidate": "almonds", "outcom": "sent"}]""".formatted(request, request, request)));
        HttpResponse<String> unknown = server.post(
                "/v1/guard/outcomes", token, JSON, "{\"request\": \"none\", \"candidate\": \"a\", \"wrong\": true}");

        assertThat(results.at("/0/status").asString()).isEqualTo("recorded");
        assertThat(results.at("/1/status").asString()).isEqualTo("unknown");
        assertThat(results.at("/2/remedy").asString()).isEqualTo("Maybe outcome.");
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsWhoItWasWhenAPersonIsErasedAndKeepsTheCounts() {
        ask();
        long question = lines().getFirst().question();
        long blocked = counted("nut_allergy:ingredient", MonthCount.BLOCKED);

        HttpResponse<String> erased = server.post(
                "/v1/customers/" + customer.customer() + "/erase",
                server.token(EnumSet.allOf(Scope.class)),
                JSON,
                "{\"confirm\": \"%s\"}".formatted(customer.customer()));

        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertThat(ledger.question(question, BrandScope.ALL).toString())
                .doesNotContain(customer.customer())
                .doesNotContain(request)
                .doesNotContain("almonds")
                .contains("nut_allergy:ingredient");
        assertThat(counted("nut_allergy:ingredient", MonthCount.BLOCKED)).isGreaterThanOrEqualTo(blocked);
    }

    @Test
    void readsTheLatestFirstPageByPage() {
        ask();
        ask();
        LedgerFilter filter = new LedgerFilter(
                YearMonth.now(ZoneOffset.UTC), "nut_allergy:ingredient", Verdict.BLOCK, BrandScope.ALL);

        LedgerLine latest = ledger.before(filter, Ledger.Place.of(""), 1).getFirst();
        LedgerLine next =
                ledger.before(filter, Ledger.Place.of(latest.cursor()), 1).getFirst();

        assertThat(latest.question()).isGreaterThan(next.question());
        assertThat(ledger.before(
                        new LedgerFilter(YearMonth.of(2020, 1), "", null, BrandScope.ALL), Ledger.Place.of(""), 1))
                .isEmpty();
    }

    @Test
    void keepsNothingLongerThanAskedButTheCounts() {
        ask();
        Long question = ledger.latest(request, BrandScope.ALL);
        int ignored = server.part(JdbcClient.class)
                .sql("update guard_question set asked_at = ? where id = ?")
                .param(Instant.now().minus(Duration.ofDays(401)).atOffset(ZoneOffset.UTC))
                .param(question)
                .update();

        server.part(LedgerRetention.class).keepNoLonger();

        assertThat(lines()).isEmpty();
        assertThat(counted("nut_allergy:ingredient", MonthCount.BLOCKED)).isPositive();
    }
}
