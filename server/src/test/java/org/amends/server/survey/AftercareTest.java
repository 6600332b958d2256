package org.amends.server.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.LetterPurpose;
import org.amends.complaint.Stage;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.Letters;
import org.amends.store.complaint.KeptCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class AftercareTest {

    private static final String ANN = "person:00000000-0000-0000-0000-000000000001";

    private final SharedServer server = SharedServer.running();
    private final String brand = "aftercare-" + UUID.randomUUID();
    private final String token = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN), brand);
    private final Cases cases = server.part(Cases.class);

    private KeptCase closed(String language, Instant at) {
        KeptCase kept = cases.open(
                new Cases.NewCase("person-" + UUID.randomUUID(), brand, "email", language, "Late", null, at),
                CaseHeader.CUSTOMER,
                List.of());
        CaseHeader then = new CaseHeader(at, ANN);
        return cases.append(
                kept.complaint().reference(),
                List.of(
                        new CaseEvent.Assessed(then, Assessment.UNKNOWN),
                        new CaseEvent.PlanChosen(then, null, List.of(), null, null),
                        new CaseEvent.LetterQueued(then, "letter", LetterPurpose.FINAL_RESPONSE),
                        new CaseEvent.LetterSent(then, "letter", LetterPurpose.FINAL_RESPONSE),
                        new CaseEvent.Closed(then, CaseOutcome.UPHELD)));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return server.send(server.request(path, token, "Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode items(String path) {
        return SharedServer.json(server.get(path, token)).get("items");
    }

    private void company() {
        HttpResponse<String> set = send("PUT", "/v1/letter-companies", """
                {"brand": "%s", "sender": "care@example.org", "acknowledges": false, "company": {"name": "Velo",
                  "signer": {"name": "Ann Bell", "role": {"en": "customer care", "fr": "service clients",
                  "es": "atención al cliente", "ru": "служба заботы"}},
                  "contact": {"email": "care@example.org"}}}""".formatted(brand));
        assertThat(set.statusCode()).as(set.body()).isLessThan(300);
    }

    @Test
    void asksOnceSomeDaysAfterClosing() {
        company();
        KeptCase kept = closed("fr", Instant.now().minusSeconds(8 * 86_400L));
        KeptCase early = closed("fr", Instant.now().minusSeconds(86_400L));

        server.part(Surveys.class).ask();
        server.part(Surveys.class).ask();

        List<KeptLetter> letters = server.part(Letters.class).of(kept);
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().content().text())
                .contains("Bonjour", kept.complaint().reference());
        assertThat(letters.getFirst().findings()).noneMatch(each -> each.forbids());
        assertThat(server.part(Letters.class).of(early)).isEmpty();
    }

    @Test
    void whoeverIsNotContentIsAskedAgain() {
        String reference = closed("en", Instant.now()).complaint().reference();
        HttpResponse<String> answer =
                send("POST", "/v1/cases/" + reference + "/survey", "{\"satisfaction\": 0.2, \"resolved\": false}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

        assertThat(items("/v1/follow-ups").get(0).get("reference").stringValue())
                .isEqualTo(reference);

        assertThat(send(
                                "POST",
                                "/v1/cases/" + reference + "/follow-up",
                                "{\"outcome\": \"Called; a new part is on its way.\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(items("/v1/follow-ups")).isEmpty();
    }

    @Test
    void ranksCausesByTheRelationshipsTheyHarmed() {
        for (String cause : List.of("packing", "packing", "tariff")) {
            String reference = closed("en", Instant.now()).complaint().reference();
            var unused = cases.append(
                    reference,
                    List.of(new CaseEvent.LessonDrawn(cases.now(ANN), cause, "Boxes tear.", "thicker boxes")));
        }

        JsonNode ranked = items("/v1/causes");

        assertThat(ranked.get(0).get("cause").stringValue()).isEqualTo("packing");
        assertThat(ranked.get(0).get("relationships").intValue()).isEqualTo(2);
        assertThat(ranked.get(1).get("cause").stringValue()).isEqualTo("tariff");
    }

    @Test
    void tellsThoseHarmedWeeksAfterTheFix() {
        company();
        KeptCase kept = closed("en", Instant.now().minusSeconds(60 * 86_400L));
        var unused = cases.append(
                kept.complaint().reference(),
                List.of(new CaseEvent.LessonDrawn(cases.now(ANN), "packing", "Boxes tear.", null)));
        LocalDate on = LocalDate.now(ZoneOffset.UTC).minusDays(30);
        HttpResponse<String> fixed = send("POST", "/v1/causes/fixed", """
                {"brand": "%s", "cause": "packing", "fixed_on": "%s",
                 "found": {"en": "Our boxes tore in the rain."},
                 "changed": {"en": "We use boxes that stay dry."}}""".formatted(brand, on));
        assertThat(fixed.statusCode()).as(fixed.body()).isEqualTo(201);

        server.part(Causes.class).tell();

        List<KeptLetter> letters = server.part(Letters.class).of(kept);
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().purpose()).isEqualTo(LetterPurpose.PROCESS_FIX_REPORT);
        assertThat(letters.getFirst().content().text()).contains("boxes that stay dry");
        assertThat(items("/v1/causes").get(0).get("drafts").intValue()).isEqualTo(1);
    }

    @Test
    void turnsToThoseWhoNeverSpoke() {
        company();
        Happenings somebody = new Happenings(server, "person-" + UUID.randomUUID(), brand)
                .buysMonthly(12)
                .event("failure", 20, "order-9", "late_delivery", 0.7, "40.00", Map.of("controllable", "true"));
        Happenings.until("they are found", () -> !items("/v1/unheard/silent").isEmpty());
        JsonNode found = items("/v1/unheard/silent").get(0);
        assertThat(found.get("customer").stringValue()).isEqualTo(somebody.customer());
        assertThat(found.get("failure").stringValue()).isEqualToIgnoringCase("late_delivery");

        HttpResponse<String> turned = send(
                "POST",
                "/v1/unheard/silent",
                "{\"relationship\": %d, \"subject\": \"We were late\"}"
                        .formatted(found.get("relationship").longValue()));

        assertThat(turned.statusCode()).as(turned.body()).isEqualTo(200);
        String reference = SharedServer.json(turned).get("case").stringValue();
        assertThat(cases.state(reference).orElseThrow().channel()).isEqualTo(Cases.PROACTIVE);
        assertThat(cases.state(reference).orElseThrow().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(items("/v1/unheard/silent")).isEmpty();
        assertThat(server.get("/v1/relationships/" + somebody.customer() + "/timeline?brand=" + brand, token)
                        .body())
                .doesNotContain("\"complaint\"");
    }
}
