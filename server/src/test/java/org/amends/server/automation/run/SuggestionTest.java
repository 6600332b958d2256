package org.amends.server.automation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Scope;
import org.amends.server.automation.reply.ReplyDesk;
import org.amends.server.automation.reply.SavedReplies;
import org.amends.server.complaint.CaseDesk;
import org.amends.server.complaint.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Letters that rules suggest: drafts for a person, and none where somebody may be in danger or is vulnerable. */
@ExtendWith(SharedServer.Use.class)
class SuggestionTest {

    private final CaseDesk desk = new CaseDesk();
    private final SharedServer server = desk.server;
    private final String admin = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN), desk.brand);
    private final String rule = "suggests-" + UUID.randomUUID().toString().substring(0, 20);

    @BeforeEach
    void suggest() {
        ReplyDesk.company(server, desk.brand);
        var reply = server.part(SavedReplies.class)
                .keep(
                        rule,
                        desk.brand,
                        Map.of("en", "We have looked for your parcel, {customer_name}."),
                        BrandScope.ALL,
                        "system");
        assertThat(reply.name()).isEqualTo(rule);
        var kept = desk.put("/v1/automation/rules/" + rule, admin, """
                {"brand": "%s", "on": true, "definition": {"trigger": "assessed",
                 "actions": [{"act": "tag", "tag": "seen"}, {"act": "suggest_reply", "reply": "%s"}]}}""".formatted(desk.brand, rule));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
    }

    private JsonNode afterAssessing(boolean danger, boolean vulnerable) {
        String reference = desk.open("en", "Parcel", "Where is my parcel?");
        ReplyDesk.wrote(server, reference);
        desk.does(
                reference,
                new CaseEvent.Assessed(
                        new CaseHeader(Instant.now(), CaseHeader.MACHINE),
                        new Assessment(
                                List.of(),
                                Want.UNKNOWN,
                                0.3,
                                Hostility.CALM,
                                false,
                                danger,
                                vulnerable,
                                false,
                                false,
                                false,
                                null,
                                List.of())));
        String path = "/v1/automation/runs?rule=" + rule + "&reference=" + reference;
        Happenings.until(
                "the rule has looked", () -> !desk.get(path).get("items").isEmpty());
        return desk.get(path).at("/items/0");
    }

    private List<JsonNode> letters(JsonNode run) {
        return desk.get("/v1/cases/" + run.get("reference").stringValue() + "/letters")
                .get("items")
                .valueStream()
                .toList();
    }

    @Test
    void aSuggestedLetterIsADraftThatNobodySent() {
        JsonNode run = afterAssessing(false, false);

        assertThat(run.get("result").stringValue()).as(run.toString()).isEqualTo("done");
        assertThat(letters(run)).singleElement().satisfies(letter -> {
            assertThat(letter.get("standing").stringValue()).isEqualTo("draft");
            assertThat(letter.get("created_by").stringValue()).isEqualTo("rule:" + rule + "@1");
            assertThat(letter.get("text").stringValue()).contains("We have looked for your parcel, Ana López.");
        });
        assertThat(server.part(Cases.class)
                        .find(run.get("reference").stringValue())
                        .orElseThrow()
                        .complaint()
                        .letters())
                .isEmpty();
    }

    @Test
    void nothingIsSuggestedWhereSomebodyMayBeInDangerOrIsVulnerable() {
        JsonNode danger = afterAssessing(true, false);
        JsonNode vulnerable = afterAssessing(false, true);

        assertThat(danger.get("result").stringValue()).isEqualTo("partly");
        assertThat(danger.get("reason").stringValue()).isEqualTo("Somebody may be in danger; no letter is suggested.");
        assertThat(letters(danger)).isEmpty();
        assertThat(vulnerable.get("reason").stringValue())
                .isEqualTo("The customer is vulnerable; no letter is suggested.");
        assertThat(letters(vulnerable)).isEmpty();
    }
}
