package org.amends.server.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class CaseApiTest {

    private final CaseDesk desk = new CaseDesk();

    private static CaseHeader by(String actor) {
        return new CaseHeader(Instant.now(), actor);
    }

    @Test
    void actsAreDoneInTheirOrderAndShown() {
        String reference = desk.open("en", "Parcel lost", "My parcel never came.");
        String owner = desk.person("login-" + UUID.randomUUID());

        JsonNode answer = SharedServer.json(desk.act(reference, """
                [{"act": "assess", "failures": ["late_delivery"], "severity": 0.7, "want": "economic",
                  "loss": {"amount": "40.00", "currency": "EUR"}},
                 {"act": "assign", "owner": "%s"},
                 {"act": "tag", "tag": "parcel"},
                 {"act": "evidence", "text": "The carrier's tracking", "kind": "document", "standing": "missing",
                  "asked_of": "carrier", "due": "2026-12-01T00:00:00Z"},
                 {"act": "acknowledge", "how": "telephone"}]""".formatted(owner)));

        assertThat(answer.get("stage").stringValue()).isEqualTo("acknowledged");
        assertThat(answer.get("owner").stringValue()).isEqualTo(owner);
        assertThat(answer.get("tags").get(0).stringValue()).isEqualTo("parcel");
        assertThat(answer.at("/assessment/failures/0").stringValue()).isEqualTo("late_delivery");
        assertThat(answer.at("/assessment/loss/amount").stringValue()).isEqualTo("40.00");
        assertThat(answer.at("/assessment/want").stringValue()).isEqualTo("economic");
        assertThat(answer.at("/evidence/0/standing").stringValue()).isEqualTo("missing");
        assertThat(answer.at("/evidence/0/due").stringValue()).startsWith("2026-12-01");
    }

    @Test
    void aCorrectionLeavesWhatItDoesNotName() {
        String reference = desk.open("en", "Parcel lost", "My parcel never came.");
        HttpResponse<String> first =
                desk.act(reference, "{\"act\": \"assess\", \"severity\": 0.7, \"vulnerable\": true}");
        assertThat(first.statusCode()).isEqualTo(200);

        JsonNode after = SharedServer.json(desk.act(reference, "{\"act\": \"assess\", \"want\": \"both\"}"));

        assertThat(after.at("/assessment/severity").doubleValue()).isEqualTo(0.7);
        assertThat(after.at("/assessment/vulnerable").booleanValue()).isTrue();
        assertThat(after.at("/assessment/want").stringValue()).isEqualTo("both");
    }

    @Test
    void whatTheCaseDoesNotAllowIsRefusedInWordsAndNothingIsDone() {
        String reference = desk.open("en", "Parcel lost", "My parcel never came.");

        HttpResponse<String> answer = desk.act(
                reference, "[{\"act\": \"tag\", \"tag\": \"x\"}, {\"act\": \"close\", \"outcome\": \"upheld\"}]");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(SharedServer.json(answer).get("refusal").stringValue()).isEqualTo("NOT_ANSWERED");
        assertThat(SharedServer.json(answer).get("detail").stringValue()).isEqualTo("The customer has no answer yet.");
        assertThat(desk.read(reference).get("tags")).isEmpty();
    }

    @Test
    void tellsWhatMayBeDoneNextAndWhyTheRestMayNot() {
        String reference = desk.open("en", "Smoke", "It smokes.");
        Assessment said = new Assessment(
                List.of(),
                Assessment.UNKNOWN.want(),
                1,
                Assessment.UNKNOWN.hostility(),
                false,
                true,
                false,
                false,
                false,
                false,
                null,
                List.of());
        desk.does(reference, new CaseEvent.Assessed(by("person:" + UUID.randomUUID()), said));

        JsonNode steps = desk.read(reference).get("steps");

        assertThat(step(steps, "tag").get("allowed").booleanValue()).isTrue();
        assertThat(step(steps, "choose_plan").get("allowed").booleanValue()).isTrue();
        assertThat(step(steps, "close").get("refusal").stringValue()).isEqualTo("DANGER_NOT_HANDLED");
        assertThat(step(steps, "close").get("reason").stringValue()).contains("danger");
        assertThat(step(steps, "reopen").get("refusal").stringValue()).isEqualTo("NOT_CLOSED");
    }

    private static JsonNode step(JsonNode steps, String name) {
        return steps.valueStream()
                .filter(each -> each.get("step").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverHasSeenAnOlderVersionIsStopped() {
        String reference = desk.open("en", "Parcel", "Text.");
        String seen = desk.server
                .get("/v1/cases/" + reference, desk.token)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> first = desk.act(reference, "{\"act\": \"tag\", \"tag\": \"a\"}", "If-Match", seen);
        HttpResponse<String> second = desk.act(reference, "{\"act\": \"tag\", \"tag\": \"b\"}", "If-Match", seen);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(desk.server
                        .get(
                                "/v1/cases/" + reference,
                                desk.token,
                                "If-None-Match",
                                first.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void whatAnActCannotMeanIsNamed() {
        String reference = desk.open("en", "Parcel", "Text.");

        assertThat(SharedServer.json(desk.act(reference, "{\"act\": \"tagg\"}"))
                        .get("remedy")
                        .stringValue())
                .contains("Maybe tag");
        assertThat(SharedServer.json(desk.act(reference, "{\"act\": \"tag\"}"))
                        .get("place")
                        .stringValue())
                .isEqualTo("tag");
        assertThat(SharedServer.json(desk.act(reference, "{\"act\": \"tag\", \"tagg\": \"x\"}"))
                        .get("remedy")
                        .stringValue())
                .contains("tag");
        assertThat(SharedServer.json(desk.act(reference, "{\"act\": \"assess\", \"severty\": 1}"))
                        .get("remedy")
                        .stringValue())
                .contains("severity");
        assertThat(desk.act(reference, "{\"act\": \"assess\", \"severity\": 7}").statusCode())
                .isEqualTo(400);
        assertThat(desk.act(reference, "{\"act\": \"close\", \"outcome\": \"perhaps\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.act(reference, "{\"act\": \"assign\", \"team\": \"nobody-made-it\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMergedCaseGoesOnInTheOther() {
        String customer = "customer-" + UUID.randomUUID();
        String first = desk.open(customer, "en", "Parcel", "One.");
        String second = desk.open(customer, "en", "Parcel again", "Two.");
        String stranger = desk.open("en", "Other", "Three.");

        JsonNode into =
                SharedServer.json(desk.post("/v1/cases/" + second + "/merge", "{\"into\": \"%s\"}".formatted(first)));
        HttpResponse<String> strangers =
                desk.post("/v1/cases/" + stranger + "/merge", "{\"into\": \"%s\"}".formatted(first));

        assertThat(into.get("reference").stringValue()).isEqualTo(first);
        assertThat(into.get("took_over").get(0).stringValue()).isEqualTo(second);
        assertThat(desk.read(second).get("merged_into").stringValue()).isEqualTo(first);
        assertThat(SharedServer.json(desk.act(second, "{\"act\": \"tag\", \"tag\": \"x\"}"))
                        .get("refusal")
                        .stringValue())
                .isEqualTo("MERGED");
        assertThat(SharedServer.json(strangers).get("refusal").stringValue()).isEqualTo("OTHER_CUSTOMER");
    }

    @Test
    void aPartGoesOnInACaseOfItsOwnAndBothKnow() {
        String reference = desk.open("en", "Parcel and bill", "Two things.");
        String message = desk.read(reference).at("/messages/0/message").stringValue();

        HttpResponse<String> answer = desk.post(
                "/v1/cases/" + reference + "/split",
                "{\"subject\": \"The bill\", \"message\": \"%s\"}".formatted(message));
        String made = SharedServer.json(answer).get("reference").stringValue();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(desk.read(made).get("customer").stringValue())
                .isEqualTo(desk.read(reference).get("customer").stringValue());
        assertThat(desk.read(made).at("/linked/0").stringValue()).isEqualTo(reference);
        assertThat(desk.read(reference).at("/linked/0").stringValue()).isEqualTo(made);
    }

    @Test
    void aLinkIsSeenFromBothSidesUntilItIsTakenAway() {
        String one = desk.open("en", "One", "Text.");
        String other = desk.open("en", "Other", "Text.");

        assertThat(desk.act(one, "{\"act\": \"link\", \"reference\": \"%s\"}".formatted(other))
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.read(other).at("/linked/0").stringValue()).isEqualTo(one);
        assertThat(desk.act(other, "{\"act\": \"unlink\", \"reference\": \"%s\"}".formatted(one))
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.read(one).get("linked")).isEmpty();
    }

    @Test
    void aNoteCallsWhomItNames() {
        String reference = desk.open("en", "Parcel", "Text.");
        String login = "login-" + UUID.randomUUID();
        String person = desk.person(login);

        JsonNode after = SharedServer.json(
                desk.act(reference, "{\"act\": \"note\", \"text\": \"Look at this, @%s!\"}".formatted(login)));

        assertThat(after.at("/notes/0/mentions/0").stringValue()).isEqualTo(person);
        assertThat(desk.server
                        .part(org.amends.server.complaint.team.Calls.class)
                        .unseen(person))
                .singleElement()
                .satisfies(call -> assertThat(call.reference()).isEqualTo(reference));
    }

    @Test
    void fieldsHoldWhatTheyAreMadeForAndRequiredOnesStopTheClosing() {
        String tag = "f" + UUID.randomUUID().toString().substring(0, 8);
        String admin = desk.server.token(Set.of(Scope.ADMIN));
        String reference = desk.open("en", "Parcel", "Text.");

        assertThat(desk.put("/v1/case-fields/" + tag, admin, """
                {"name": "Shop", "type": "choice", "choices": ["north", "south"]}""").statusCode()).isEqualTo(200);
        assertThat(desk.act(reference, "{\"act\": \"field\", \"field\": \"%s\", \"value\": \"west\"}".formatted(tag))
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.act(reference, "{\"act\": \"field\", \"field\": \"%s\", \"value\": \"north\"}".formatted(tag))
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.read(reference).at("/fields/" + tag).stringValue()).isEqualTo("north");
        assertThat(desk.listed("field." + tag + "=north")).containsExactly(reference);
        assertThat(desk.listed("field." + tag + "=south")).isEmpty();
    }

    @Test
    void whoIsAtACaseIsToldOfTheOthers() {
        String reference = desk.open("en", "Parcel", "Text.");
        String other = desk.server.token(Set.of(Scope.READ, Scope.WRITE));
        String path = "/v1/cases/" + reference + "/presence";

        assertThat(SharedServer.json(desk.put(path, desk.token, "{\"writing\": true}"))
                        .get("others"))
                .isEmpty();
        JsonNode met = SharedServer.json(desk.put(path, other, "{}"));
        assertThat(met.at("/others/0/writing").booleanValue()).isTrue();
        assertThat(desk.server
                        .send(desk.server.request(path, desk.token).DELETE().build())
                        .statusCode())
                .isEqualTo(204);
        assertThat(SharedServer.json(desk.server.get(path, other)).get("others"))
                .isEmpty();
    }

    @Test
    void otherBrandsAreNotThere() {
        String reference = desk.open("en", "Parcel", "Text.");
        String foreign = desk.server.token(Set.of(Scope.READ, Scope.WRITE), "another-brand");

        assertThat(desk.server.get("/v1/cases/" + reference, foreign).statusCode())
                .isEqualTo(404);
        assertThat(desk.server
                        .post(
                                "/v1/cases/" + reference + "/acts",
                                foreign,
                                "application/json",
                                "{\"acts\": {\"act\": \"tag\", \"tag\": \"x\"}}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anErasedPersonIsInNoCaseAndFoundByNoWord() {
        String customer = "customer-" + UUID.randomUUID();
        String reference = desk.open(customer, "en", "Letter of Agatha Winterbottom", "Text.");
        assertThat(desk.act(reference, """
                [{"act": "note", "text": "Agatha called"}, {"act": "evidence", "text": "Agatha's receipt"},
                 {"act": "pause", "reason": "Agatha travels"}]""").statusCode()).isEqualTo(200);

        HttpResponse<String> erased = desk.server.post(
                "/v1/customers/" + customer + "/erase",
                desk.server.token(Set.of(Scope.ADMIN)),
                "application/json",
                "{\"confirm\": \"%s\"}".formatted(customer));

        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertThat(desk.server.get("/v1/cases/" + reference, desk.token).body())
                .doesNotContain("Agatha")
                .doesNotContain(customer);
        assertThat(desk.server
                        .get("/v1/cases/" + reference + "/events", desk.token)
                        .body())
                .doesNotContain("Agatha")
                .doesNotContain(customer);
        assertThat(desk.listed("q=Winterbottom")).isEmpty();
    }
}
