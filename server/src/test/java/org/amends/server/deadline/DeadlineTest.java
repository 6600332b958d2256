package org.amends.server.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.LetterPurpose;
import org.amends.server.access.Scope;
import org.amends.server.access.Served;
import org.amends.server.complaint.Cases;
import org.amends.server.promise.PromiseLedger;
import org.amends.server.promise.PromiseRound;
import org.amends.store.complaint.KeptCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clocks and promises of cases on a server of their own, whose rounds are told the time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadlineTest {

    /** A Monday. */
    private static final Instant RECEIVED = Instant.parse("2026-03-02T09:00:00Z");

    private static final String ANN = "person:1";

    private static final String FIRST_LOOK = "amends.deadline.first-look";

    private Served server;
    private String token;

    @BeforeAll
    void start() {
        // The rounds of the server itself would tell of days long past before the test does.
        System.setProperty(FIRST_LOOK, "PT24H");
        try {
            server = new Served();
        } finally {
            System.clearProperty(FIRST_LOOK);
        }
        token = server.token(Scope.READ, Scope.WRITE, Scope.ADMIN);
        given("/v1/clock-settings?brand=bank", """
                {"country": "FR", "sectors": ["payments"]}""");
        given("/v1/clock-settings?brand=uk", """
                {"country": "GB", "sectors": ["finance"]}""");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theShortestClockIsWrittenIntoTheRowOfTheCase() {
        KeptCase kept = open("bank", "fr");

        assertThat(row(kept)).isEqualTo("ACKNOWLEDGE 2026-03-03T16:00:00Z");

        did(kept, new CaseEvent.Acknowledged(at(1), "by telephone"));

        assertThat(row(kept)).as("the company's own promise").isEqualTo("FINAL 2026-03-16T22:59:59Z");
        assertThat(clock(kept, "eu-psd2", "final").path("due_at").stringValue()).isEqualTo("2026-03-23T16:00:00Z");
    }

    @Test
    void aHoldingReplyIsReadBeforeItMovesAnEnd() {
        KeptCase kept = open("bank", "fr");
        String empty =
                letter(kept, "HOLDING_REPLY", "fr", "Bonjour, nous vous répondrons bientôt. Merci de votre patience.");

        did(kept, new CaseEvent.LetterSent(at(86_400), empty, LetterPurpose.HOLDING_REPLY));

        JsonNode clock = clock(kept, "eu-psd2", "final");
        assertThat(clock.path("extended").asBoolean()).isFalse();
        assertThat(clock.path("lacks").toString()).isEqualTo("[\"next_day\",\"reasons\"]");

        String whole = letter(
                kept,
                "HOLDING_REPLY",
                "fr",
                "Bonjour, nous attendons encore la réponse du commerçant, car il n'a pas trouvé votre paiement."
                        + " Vous aurez notre réponse au plus tard le 10 avril 2026.");
        did(kept, new CaseEvent.LetterSent(at(2 * 86_400), whole, LetterPurpose.HOLDING_REPLY));

        clock = clock(kept, "eu-psd2", "final");
        assertThat(clock.path("extended").asBoolean()).isTrue();
        // Holidays of France on the way: Easter Monday.
        assertThat(clock.path("due_at").stringValue()).isEqualTo("2026-04-21T15:00:00Z");
    }

    @Test
    void aPersonSaysWhatALetterSaysWhereTheMachineReadItWrongly() {
        KeptCase kept = open("uk", "en");
        String letter = letter(kept, "FINAL_RESPONSE", "en", "Dear Ana, we refunded you because the fee was wrong.");
        answered(kept, letter);

        assertThat(clock(kept, "uk-fca", "final").path("lacks").toString())
                .isEqualTo("[\"referral\",\"referral_address\",\"referral_limit\"]");

        given("/v1/cases/%s/clocks/letters/%s".formatted(kept.complaint().reference(), letter), """
                {"contents": ["reasons", "referral", "referral_address", "referral_limit"]}""");

        assertThat(clock(kept, "uk-fca", "final").path("settled_by").stringValue())
                .isEqualTo(letter);
    }

    @Test
    void aFinalResponseThatNamesTheOmbudsmanSettles() {
        KeptCase kept = open("uk", "en");
        String letter = letter(kept, "FINAL_RESPONSE", "en", """
                Dear Ana,
                we refunded you because the fee was wrong. If you are not satisfied, you may turn to the Financial Ombudsman
                Service (www.financial-ombudsman.org.uk) within six months of this letter.
                """);
        answered(kept, letter);

        assertThat(clock(kept, "uk-fca", "final").path("standing").stringValue())
                .isEqualTo("met");
        assertThat(clock(kept, "uk-fca", "referral").path("standing").stringValue())
                .isEqualTo("met");
    }

    @Test
    void eachAlarmIsToldOnce() {
        KeptCase kept = open("uk", "en");
        did(kept, new CaseEvent.Acknowledged(at(1), "by telephone"));
        var before = server.part(AlarmRound.class).tell(RECEIVED.plus(Duration.ofDays(20)));
        assertThat(before).isPositive();

        assertThat(told(kept, "house")).containsExactly("AT_75", "AT_90", "OVERDUE");
        assertThat(told(kept, "uk-fca")).isEmpty();

        var again = server.part(AlarmRound.class).tell(RECEIVED.plus(Duration.ofDays(20)));
        assertThat(again).isZero();
        var later = server.part(AlarmRound.class).tell(RECEIVED.plus(Duration.ofDays(43)));
        assertThat(later).isPositive();
        assertThat(told(kept, "uk-fca")).contains("AT_75").doesNotContain("AT_90");
    }

    @Test
    void nothingIsToldOfAClockThatStandsStill() {
        KeptCase kept = open("nobody", "en");
        did(kept, new CaseEvent.Acknowledged(at(1), "by telephone"));
        did(kept, new CaseEvent.ClocksPaused(at(60), "a question to the customer"));

        var ignored = server.part(AlarmRound.class).tell(RECEIVED.plus(Duration.ofDays(60)));

        assertThat(told(kept, "house")).isEmpty();
        assertThat(row(kept)).isEqualTo("null null");
        assertThat(clock(kept, "house", "final").path("standing").stringValue()).isEqualTo("paused");

        did(kept, new CaseEvent.ClocksResumed(at(5 * 86_400)));

        assertThat(row(kept)).isEqualTo("FINAL 2026-03-21T22:59:59Z");
    }

    @Test
    void daysOffAndRegimesOfTheCompanyCount() {
        given(
                "/v1/holiday-feeds/works",
                String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:x",
                        "BEGIN:VEVENT",
                        "UID:1",
                        "DTSTART;VALUE=DATE:20260304",
                        "RRULE:FREQ=YEARLY",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
        given("/v1/regimes/ours", """
                regimes:
                  - name: ours
                    title: {en: Ours}
                    source: the board
                    provenance: chosen
                    applies: {on_request: true}
                    duties: [{duty: final, within: 3 business days}]
                """);
        given("/v1/clock-settings?brand=mine", """
                {"country": "ES", "regimes": ["ours"], "feeds": ["works"], "opens": "08:00", "closes": "18:00"}""");

        KeptCase kept = open("mine", "es");

        assertThat(clock(kept, "ours", "final").path("due_at").stringValue()).isEqualTo("2026-03-06T17:00:00Z");
        HttpResponse<String> wrong = put("/v1/regimes/ours", "regimes: [{name: ours}]");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("ours:1:11");
    }

    @Test
    void aClockCountsFromTheDayThatTheCustomerWrote() {
        KeptCase kept = open("bank", "fr");
        String path = "/v1/cases/%s/clocks/start".formatted(kept.complaint().reference());

        assertThat(post(path, """
                {"start": "sent", "moment": "2099-02-20T10:00:00Z"}""").statusCode()).as("a day to come").isEqualTo(400);
        assertThat(post(path, """
                {"start": "sent", "moment": "2026-02-20T10:00:00Z"}""").statusCode()).isEqualTo(200);
        assertThat(clock(kept, "fr-acpr-payments", "acknowledge").path("due_at").stringValue())
                .isEqualTo("2026-03-06T16:00:00Z");
    }

    @Test
    void aPromisePastDueIsBrokenOnceAndThePlanIsToBeMadeAnew() {
        KeptCase kept = open("nobody", "en");
        String promise = "p-" + UUID.randomUUID();
        did(
                kept,
                new CaseEvent.Assessed(at(1), Assessment.UNKNOWN),
                new CaseEvent.PlanChosen(at(2), null, List.of(new ChosenElement("refund", null, true)), null, null),
                new CaseEvent.PromiseMade(
                        at(3), promise, "the money is back", "refund", ANN, RECEIVED.plus(Duration.ofDays(4))));

        PromiseRound round = server.part(PromiseRound.class);
        assertThat(round.warn(RECEIVED.plus(Duration.ofDays(2)))).isZero();
        assertThat(round.warn(RECEIVED.plus(Duration.ofHours(76)))).isEqualTo(1);
        assertThat(round.warn(RECEIVED.plus(Duration.ofHours(76)))).isZero();
        assertThat(round.breakOverdue(RECEIVED.plus(Duration.ofDays(3)))).isZero();
        assertThat(round.breakOverdue(RECEIVED.plus(Duration.ofDays(5)))).isEqualTo(1);
        assertThat(round.breakOverdue(RECEIVED.plus(Duration.ofDays(5)))).isZero();

        assertThat(server.part(Cases.class)
                        .state(kept.complaint().reference())
                        .orElseThrow()
                        .planOutdated())
                .isNotNull();
        assertThat(server.sql()
                        .sql("select count(*) from event where relationship = ? and type = 'promise_broken'")
                        .param(kept.relationship())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPromiseIsKeptWithProofOnly() {
        KeptCase kept = open("nobody", "en");
        String path = "/v1/cases/%s/promises".formatted(kept.complaint().reference());
        JsonNode made = json(post(path, """
                {"what": "call back", "owner": "person:9", "due": "2099-01-01T00:00:00Z"}"""));
        String keep = path + "/" + made.path("id").stringValue() + "/keep";

        assertThat(post(keep, "{}").statusCode()).isEqualTo(400);
        assertThat(owned("person:9")).isEqualTo(1);
        assertThat(json(post(keep, """
                {"proof": "called at nine"}""")).path("standing").stringValue()).isEqualTo("kept");
        assertThat(post(keep, """
                {"proof": "called again"}""").statusCode()).isEqualTo(409);
        assertThat(owned("person:9")).isZero();
    }

    @Test
    void whatWasPromisedIsTakenOutWhenAPersonIsErased() {
        KeptCase kept = open("nobody", "en");
        did(
                kept,
                new CaseEvent.PromiseMade(at(3), "p-1", "call Ana", null, ANN, Instant.parse("2099-01-01T00:00:00Z")));

        assertThat(server.part(PromiseLedger.class)
                        .erase(List.of(kept.complaint().customer()), List.of()))
                .isEqualTo(1);
    }

    private int owned(String owner) {
        return json(server.get("/v1/promises?owner=" + owner, "Authorization", "Bearer " + token))
                .path("items")
                .size();
    }

    private KeptCase open(String brand, String language) {
        return server.part(Cases.class)
                .open(
                        new Cases.NewCase("c-" + UUID.randomUUID(), brand, "email", language, "Late", null, RECEIVED),
                        CaseHeader.CUSTOMER,
                        List.of());
    }

    private void answered(KeptCase kept, String letter) {
        did(
                kept,
                new CaseEvent.Assessed(at(1), Assessment.UNKNOWN),
                new CaseEvent.PlanChosen(at(2), null, List.of(new ChosenElement("apology", null, false)), null, null),
                new CaseEvent.LetterSent(at(3 * 86_400), letter, LetterPurpose.FINAL_RESPONSE));
    }

    private void did(KeptCase kept, CaseEvent... events) {
        var ignored = server.part(Cases.class).append(kept.complaint().reference(), List.of(events));
    }

    private static CaseHeader at(int seconds) {
        return new CaseHeader(RECEIVED.plusSeconds(seconds), ANN);
    }

    private String letter(KeptCase kept, String purpose, String language, String text) {
        UUID id = UUID.randomUUID();
        var ignored = server.sql()
                .sql("""
                        insert into letter (id, complaint, purpose, language, subject, text, findings, sendable, standing,
                            automatic, recipients, copies, pdf, version, created_at, created_by, refs)
                        values (?, ?, ?, ?, '', ?, '[]', true, 'SENT', false, '{}', '{}', false, 1, now(), 'person:1', '{}')""")
                .param(id)
                .param(kept.id())
                .param(purpose)
                .param(language)
                .param(text)
                .update();
        return id.toString();
    }

    private String row(KeptCase kept) {
        return server.sql()
                .sql("select due_duty, due_at from complaint where id = ?")
                .param(kept.id())
                .query((row, number) -> row.getString(1) + " "
                        + (row.getObject(2) == null ? null : row.getTimestamp(2).toInstant()))
                .single();
    }

    private List<String> told(KeptCase kept, String regime) {
        return new ArrayList<>(server.sql()
                .sql("""
                        select level from clock_alarm
                        where complaint = ? and regime = ? and duty = 'FINAL' and told_at is not null order by level""")
                .param(kept.id())
                .param(regime)
                .query(String.class)
                .list());
    }

    private JsonNode clock(KeptCase kept, String regime, String duty) {
        HttpResponse<String> answer = server.get(
                "/v1/cases/%s/clocks".formatted(kept.complaint().reference()), "Authorization", "Bearer " + token);
        for (JsonNode each : json(answer).path("items")) {
            if (each.path("regime").stringValue().equals(regime)
                    && each.path("duty").stringValue().equals(duty)) {
                return each;
            }
        }
        throw new AssertionError(answer.body());
    }

    private void given(String path, String body) {
        assertThat(put(path, body).statusCode()).as(path).isBetween(200, 299);
    }

    private HttpResponse<String> put(String path, String body) {
        return send("PUT", path, body);
    }

    private HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        String type = body.startsWith("{") ? "application/json" : "text/plain";
        return server.send(HttpRequest.newBuilder(server.at(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
