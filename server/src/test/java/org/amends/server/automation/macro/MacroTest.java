package org.amends.server.automation.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.Scope;
import org.amends.server.access.person.People;
import org.amends.server.complaint.CaseDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Macros: previewed, applied whole or not at all, and taken back as far as that goes. */
@ExtendWith(SharedServer.Use.class)
class MacroTest {

    private final CaseDesk desk = new CaseDesk();
    private final SharedServer server = desk.server;
    private final String admin = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN), desk.brand);
    private final String name = "macro-" + UUID.randomUUID().toString().substring(0, 20);

    private HttpResponse<String> keep(String more) {
        return desk.put("/v1/macros/" + name, admin, """
                {"brand": "%s", %s}""".formatted(desk.brand, more));
    }

    private void has(String acts) {
        HttpResponse<String> kept = keep("\"acts\": " + acts);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
    }

    private HttpResponse<String> apply(String reference, String body) {
        return desk.post("/v1/cases/" + reference + "/macros/" + name, body);
    }

    @Test
    void isPreviewedAppliedAndTakenBackAsFarAsThatGoes() {
        has("""
                [{"act": "tag", "tag": "lost"}, {"act": "pause", "reason": "Asked the carrier."},
                 {"act": "evidence", "text": "The carrier's answer"}, {"act": "note", "text": "Carrier asked."}]""");
        String reference = desk.open("en", "Parcel", "Where is it?");

        JsonNode preview = desk.get("/v1/cases/" + reference + "/macros/" + name);
        assertThat(preview.get("would").toString())
                .isEqualTo("[\"tagged\",\"clocks_paused\",\"evidence_noted\",\"noted\"]");
        assertThat(desk.read(reference).get("tags")).isEmpty();

        JsonNode applied = SharedServer.json(apply(reference, "{}"));
        assertThat(applied.get("done")).isEqualTo(preview.get("would"));
        assertThat(desk.read(reference).get("paused").booleanValue()).isTrue();

        String undo = "/v1/macro-uses/" + applied.get("use").stringValue() + "/undo";
        JsonNode undone = SharedServer.json(desk.post(undo, ""));
        assertThat(undone.get("stays").toString()).isEqualTo("[\"noted\"]");
        JsonNode after = desk.read(reference);
        assertThat(after.get("tags")).isEmpty();
        assertThat(after.get("paused").booleanValue()).isFalse();
        assertThat(after.at("/evidence/0/standing").stringValue()).isEqualTo("dropped");
        assertThat(desk.post(undo, "").statusCode()).isEqualTo(409);
    }

    @Test
    void whatSomebodyChangedSinceStaysAsTheyLeftIt() {
        String first = desk.person("first-" + UUID.randomUUID());
        String second = desk.person("second-" + UUID.randomUUID());
        has("[{\"act\": \"assign\", \"owner\": \"%s\"}, {\"act\": \"tag\", \"tag\": \"lost\"}]".formatted(first));
        String reference = desk.open("en", "Parcel", "Where is it?");
        JsonNode applied = SharedServer.json(apply(reference, "{}"));
        assertThat(desk.act(reference, "{\"act\": \"assign\", \"owner\": \"%s\"}".formatted(second))
                        .statusCode())
                .isEqualTo(200);

        JsonNode undone = SharedServer.json(
                desk.post("/v1/macro-uses/" + applied.get("use").stringValue() + "/undo", ""));

        assertThat(undone.get("stays").toString()).isEqualTo("[\"assigned\"]");
        assertThat(desk.read(reference).get("owner").stringValue()).isEqualTo(second);
        assertThat(desk.read(reference).get("tags")).isEmpty();
    }

    @Test
    void doesAllOrNothing() {
        has("[{\"act\": \"tag\", \"tag\": \"lost\"}, {\"act\": \"close\", \"outcome\": \"upheld\"}]");
        String reference = desk.open("en", "Parcel", "Where is it?");

        JsonNode preview = desk.get("/v1/cases/" + reference + "/macros/" + name);
        HttpResponse<String> answer = apply(reference, "{}");

        assertThat(preview.get("reason").stringValue()).isEqualTo("The customer has no answer yet.");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(desk.read(reference).get("tags")).isEmpty();
        assertThat(apply(reference, "{\"version\": 7}").statusCode()).isEqualTo(412);
    }

    @Test
    void whatHasToBeWeighedIsNoMacro() {
        JsonNode refused = SharedServer.json(keep("\"acts\": [{\"act\": \"danger_handled\", \"how\": \"all\"}]"));

        assertThat(refused.get("place").stringValue()).isEqualTo("acts[0].act");
        assertThat(refused.get("remedy").stringValue()).startsWith("Use ");
    }

    @Test
    void aMacroOfATeamIsForItsPeopleAndOfABrandForItsCases() {
        String team = "team-" + UUID.randomUUID().toString().substring(0, 20);
        Person member = server.part(People.class)
                .add("member-" + UUID.randomUUID(), "Mia", Set.of(Role.AGENT), BrandScope.ALL, java.time.Instant.now());
        Person other = server.part(People.class)
                .add("other-" + UUID.randomUUID(), "Olga", Set.of(Role.AGENT), BrandScope.ALL, java.time.Instant.now());
        assertThat(desk.put("/v1/teams/" + team, admin, """
                        {"name": "Parcels", "members": ["%s"]}""".formatted(member.actor()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(keep("\"team\": \"%s\", \"acts\": [{\"act\": \"tag\", \"tag\": \"lost\"}]".formatted(team))
                        .statusCode())
                .isEqualTo(200);
        Macros macros = server.part(Macros.class);

        assertThat(names(macros.of(member, desk.brand))).contains(name);
        assertThat(names(macros.of(other, desk.brand))).doesNotContain(name);
        assertThat(names(macros.of(member, "another"))).doesNotContain(name);
    }

    private static List<String> names(List<Macro> macros) {
        return macros.stream().map(Macro::name).toList();
    }
}
