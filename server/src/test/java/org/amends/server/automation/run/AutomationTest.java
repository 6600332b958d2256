package org.amends.server.automation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.CaseDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What rules do to cases, and what they never do. */
@ExtendWith(SharedServer.Use.class)
class AutomationTest {

    private static final String TAG_FRENCH = """
            {"trigger": "opened", "conditions": [{"field": "language", "operator": "any_of", "values": ["fr"]}],
             "actions": [{"act": "tag", "tag": "french"}]}""";

    private final CaseDesk desk = new CaseDesk();
    private final SharedServer server = desk.server;
    private final String admin = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN), desk.brand);

    private static String name() {
        return "rule-" + UUID.randomUUID().toString().substring(0, 20);
    }

    private HttpResponse<String> keep(String name, boolean on, String definition) {
        return desk.put("/v1/automation/rules/" + name, admin, """
                {"brand": "%s", "on": %s, "definition": %s}""".formatted(desk.brand, on, definition));
    }

    private String on(String definition) {
        String name = name();
        HttpResponse<String> kept = keep(name, true, definition);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        return name;
    }

    private List<JsonNode> runs(String rule, String reference) {
        return desk.get("/v1/automation/runs?rule=" + rule + "&reference=" + reference)
                .get("items")
                .valueStream()
                .toList();
    }

    private JsonNode ran(String rule, String reference) {
        Happenings.until("the rule has looked", () -> !runs(rule, reference).isEmpty());
        return runs(rule, reference).getFirst();
    }

    private List<String> actors(String reference) {
        return desk.get("/v1/cases/" + reference + "/events")
                .valueStream()
                .map(each -> each.get("actor").stringValue())
                .toList();
    }

    private JsonNode refused(String definition) {
        HttpResponse<String> answer = keep(name(), false, definition);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return SharedServer.json(answer);
    }

    @Test
    void actsOnWhatMatchesAndTellsWhatItDidAndWhyNot() {
        String rule = on(TAG_FRENCH);
        String french = desk.open("fr", "Un", "Texte.");
        String english = desk.open("en", "One", "Text.");

        JsonNode acted = ran(rule, french);
        JsonNode not = ran(rule, english);

        assertThat(acted.get("result").stringValue()).isEqualTo("done");
        assertThat(acted.get("version").intValue()).isEqualTo(1);
        assertThat(acted.get("occasion").stringValue()).isEqualTo("event:1");
        assertThat(acted.at("/done/0").stringValue()).isEqualTo("tagged");
        assertThat(not.get("result").stringValue()).isEqualTo("not_matched");
        assertThat(not.get("reason").stringValue()).isEqualTo("language any_of fr");
        assertThat(desk.read(french).at("/tags/0").stringValue()).isEqualTo("french");
        assertThat(desk.read(english).get("tags")).isEmpty();
        assertThat(actors(french)).last().isEqualTo("rule:" + rule + "@1");
    }

    @Test
    void whatARuleDoesSetsOffNoRule() {
        String rule = on("""
                {"trigger": "tagged", "actions": [{"act": "tag", "tag": "chained"}, {"act": "note", "text": "Tagged."}]}""");
        String reference = desk.open("en", "One", "Text.");
        assertThat(desk.act(reference, "{\"act\": \"tag\", \"tag\": \"first\"}").statusCode())
                .isEqualTo(200);

        JsonNode run = ran(rule, reference);

        assertThat(run.get("done").toString()).isEqualTo("[\"tagged\",\"noted\"]");
        assertThat(waiting(rule)).as("its own tag is in the same transaction").isZero();
        assertThat(runs(rule, reference)).hasSize(1);
    }

    private int waiting(String rule) {
        return server.part(JdbcClient.class)
                .sql("select count(*) from automation_work where rule = ?")
                .param(rule)
                .query(Integer.class)
                .single();
    }

    @Test
    void rulesAreTriedInTheirOrderAndALaterOneSeesWhatAnEarlierOneDid() {
        String second = name();
        String first = name();
        assertThat(desk.put("/v1/automation/rules/" + second, admin, """
                        {"brand": "%s", "on": true, "place": 20, "definition": {"trigger": "opened",
                         "conditions": [{"field": "tag", "operator": "any_of", "values": ["one"]}],
                         "actions": [{"act": "tag", "tag": "two"}]}}""".formatted(desk.brand))
                        .statusCode())
                .isEqualTo(200);
        assertThat(desk.put("/v1/automation/rules/" + first, admin, """
                        {"brand": "%s", "on": true, "place": 10, "definition": {"trigger": "opened",
                         "actions": [{"act": "tag", "tag": "one"}]}}""".formatted(desk.brand))
                        .statusCode())
                .isEqualTo(200);

        String reference = desk.open("en", "One", "Text.");

        assertThat(ran(second, reference).get("result").stringValue()).isEqualTo("done");
        assertThat(desk.read(reference).get("tags").toString()).isEqualTo("[\"one\",\"two\"]");
    }

    @Test
    void isPreviewedBeforeItIsSwitchedOn() {
        String french = desk.open("fr", "Un", "Texte.");
        desk.has("en", "One", "Text.");

        JsonNode preview = SharedServer.json(server.post(
                "/v1/automation/preview", admin, "application/json", """
                {"brand": "%s", "days": 1, "definition": %s}""".formatted(desk.brand, TAG_FRENCH)));

        assertThat(preview.get("cases").intValue()).isEqualTo(2);
        assertThat(preview.get("set_off").intValue()).isEqualTo(2);
        assertThat(preview.get("matched").intValue()).isEqualTo(1);
        assertThat(preview.at("/items/0/reference").stringValue()).isEqualTo(french);
        assertThat(preview.at("/items/0/would").toString()).isEqualTo("[\"tagged\"]");
        assertThat(desk.read(french).get("tags")).isEmpty();
    }

    @Test
    void aRuleThatIsOffOrWasSwitchedOnLaterDoesNothing() {
        String rule = name();
        assertThat(keep(rule, false, TAG_FRENCH).statusCode()).isEqualTo(200);
        String before = desk.open("fr", "Un", "Texte.");
        assertThat(keep(rule, true, TAG_FRENCH).statusCode()).isEqualTo(200);
        String after = desk.open("fr", "Deux", "Texte.");

        assertThat(ran(rule, after).get("version").intValue()).isEqualTo(1);
        assertThat(runs(rule, before)).isEmpty();
        assertThat(desk.read(before).get("tags")).isEmpty();
    }

    @Test
    void aChangedDefinitionIsAnotherVersionAndTheOldOneStays() {
        String rule = on(TAG_FRENCH);
        assertThat(keep(rule, true, TAG_FRENCH.replace("\"french\"", "\"français\""))
                        .statusCode())
                .isEqualTo(200);

        String reference = desk.open("fr", "Un", "Texte.");

        assertThat(ran(rule, reference).get("version").intValue()).isEqualTo(2);
        assertThat(actors(reference)).last().isEqualTo("rule:" + rule + "@2");
        assertThat(SharedServer.json(server.get("/v1/automation/rules/" + rule + "/versions", admin))
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void aBadRuleIsRefusedByThePlaceWithARemedy() {
        JsonNode number = refused("""
                {"trigger": "opened", "conditions": [{"field": "danger", "operator": "is", "values": ["no"]},
                 {"field": "hostility", "operator": "at_least", "values": ["banana"]}],
                 "actions": [{"act": "tag", "tag": "x"}]}""");
        JsonNode field = refused("""
                {"trigger": "opened", "conditions": [{"field": "hostilty", "operator": "at_least", "values": ["2"]}],
                 "actions": [{"act": "tag", "tag": "x"}]}""");
        JsonNode closing = refused("""
                {"trigger": "opened", "actions": [{"act": "close", "outcome": "upheld"}]}""");
        JsonNode team = refused("""
                {"trigger": "opened", "actions": [{"act": "tag", "tag": "x"}, {"act": "assign", "team": "nowhere"}]}""");

        assertThat(number.get("place").stringValue()).isEqualTo("conditions[1].values");
        assertThat(number.get("detail").stringValue()).isEqualTo("conditions[1].values is \"banana\".");
        assertThat(number.get("remedy").stringValue()).contains("Write a number");
        assertThat(field.get("place").stringValue()).isEqualTo("conditions[0].field");
        assertThat(field.get("remedy").stringValue()).startsWith("Maybe hostility.");
        assertThat(closing.get("place").stringValue()).isEqualTo("actions[0].act");
        assertThat(team.get("place").stringValue()).isEqualTo("actions[1].team");
    }

    @Test
    void whatTheCaseRefusesIsToldAndHarmsNoOtherRule() {
        String owner = desk.person("leaves-" + UUID.randomUUID());
        String fails = on("""
                {"trigger": "opened", "actions": [{"act": "assign", "owner": "%s"}]}""".formatted(owner));
        String works = on("""
                {"trigger": "opened", "actions": [{"act": "tag", "tag": "fine"}]}""");
        int gone = server.part(JdbcClient.class)
                .sql("update person set disabled_at = now() where 'person:' || id = ?")
                .param(owner)
                .update();
        assertThat(gone).isEqualTo(1);

        String reference = desk.open("en", "One", "Text.");

        assertThat(ran(fails, reference).get("result").stringValue()).isEqualTo("refused");
        assertThat(ran(fails, reference).get("reason").stringValue()).contains(owner);
        assertThat(ran(works, reference).get("result").stringValue()).isEqualTo("done");
    }

    @Test
    void timeSetsItOffOnce() {
        String waits = on("""
                {"trigger": "unanswered", "hours": 2, "actions": [{"act": "tag", "tag": "waits"}]}""");
        String clock = on("""
                {"trigger": "clock_at_75", "actions": [{"act": "note", "text": "Three quarters."}]}""");
        String promise = on("""
                {"trigger": "promise_due", "hours": 48, "actions": [{"act": "tag", "tag": "promised"}]}""");
        String reference = desk.open("en", "One", "Text.");
        Instant now = Instant.now();
        desk.does(
                reference,
                new CaseEvent.PromiseMade(
                        new CaseHeader(now, CaseHeader.MACHINE),
                        UUID.randomUUID().toString(),
                        "A call.",
                        null,
                        "person:1",
                        now.plus(Duration.ofHours(24))));
        TimeRound round = server.part(TimeRound.class);

        for (Duration later : List.of(Duration.ofMinutes(1), Duration.ofHours(3), Duration.ofDays(11))) {
            int first = round.look(now.plus(later));
            int again = round.look(now.plus(later));
            assertThat(first).isPositive();
            assertThat(again).isLessThanOrEqualTo(first);
        }

        assertThat(ran(promise, reference).get("occasion").stringValue()).startsWith("promise:");
        assertThat(ran(waits, reference).get("occasion").stringValue()).startsWith("unanswered:");
        assertThat(ran(clock, reference).get("occasion").stringValue()).startsWith("clock:house:");
        Happenings.until("nothing waits", () -> waiting(waits) + waiting(promise) == 0);
        assertThat(runs(waits, reference)).hasSize(1);
        assertThat(runs(promise, reference)).hasSize(1);
        assertThat(desk.read(reference).get("tags").toString()).isEqualTo("[\"promised\",\"waits\"]");
    }

    @Test
    void othersMayLookButNotChange() {
        String rule = on(TAG_FRENCH);
        String otherBrand = server.token(Set.of(Scope.READ, Scope.ADMIN), "another");

        assertThat(desk.put("/v1/automation/rules/" + rule, desk.token, "{}").statusCode())
                .isEqualTo(403);
        assertThat(server.get("/v1/automation/rules/" + rule, otherBrand).statusCode())
                .isEqualTo(404);
        assertThat(desk.put("/v1/automation/rules/" + name(), otherBrand, "{\"definition\": " + TAG_FRENCH + "}")
                        .statusCode())
                .as("a rule for all brands is for those who see all")
                .isEqualTo(400);
        assertThat(server.send(server.request("/v1/automation/rules/" + rule, admin)
                                .method("DELETE", HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(204);
    }
}
