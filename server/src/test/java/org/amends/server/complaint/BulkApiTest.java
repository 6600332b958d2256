package org.amends.server.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class BulkApiTest {

    private static final String TAG = "[{\"act\": \"tag\", \"tag\": \"flood\"}]";

    private final CaseDesk desk = new CaseDesk();

    private JsonNode preview(String body) {
        return SharedServer.json(desk.post("/v1/case-bulks/preview", body));
    }

    private JsonNode ended(String body) {
        HttpResponse<String> started = desk.post("/v1/case-bulks", body);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        String path = started.headers().firstValue("Location").orElseThrow();
        Happenings.until(
                "the run has ended", () -> !desk.get(path).at("/run/ended_at").isNull());
        return desk.get(path);
    }

    @Test
    void aPreviewTellsWhatWouldComeOfItAndDoesNothing() {
        String plain = desk.open("en", "One", "Text.");
        String tagged = desk.open("en", "Two", "Text.");
        assertThat(desk.act(tagged, TAG).statusCode()).isEqualTo(200);

        JsonNode tag = preview("{\"acts\": %s, \"parameters\": {}}".formatted(TAG));
        JsonNode close = preview("""
                {"acts": {"act": "close", "outcome": "upheld"}, "references": ["%s"]}""".formatted(plain));

        assertThat(tag.get("cases").intValue()).isEqualTo(2);
        assertThat(tag.get("changed").intValue()).isEqualTo(1);
        assertThat(tag.get("unchanged").intValue()).isEqualTo(1);
        assertThat(close.at("/items/0/result").stringValue()).isEqualTo("refused");
        assertThat(close.at("/items/0/reason").stringValue()).isEqualTo("The customer has no answer yet.");
        assertThat(desk.read(plain).get("tags")).isEmpty();
    }

    @Test
    void eachCaseIsDoneByItselfAndWhatRefusesIsTold() {
        String plain = desk.open("en", "One", "Text.");
        String closed = desk.open("en", "Two", "Text.");
        assertThat(desk.act(closed, "{\"act\": \"close\", \"outcome\": \"no_complaint\"}")
                        .statusCode())
                .isEqualTo(200);

        JsonNode done = ended("""
                {"acts": [{"act": "pause", "reason": "Flood"}, {"act": "tag", "tag": "flood"}],
                 "references": ["%s", "%s", "C-1999-000001"]}""".formatted(plain, closed));

        assertThat(done.at("/items/0/result").stringValue()).isEqualTo("changed");
        assertThat(done.at("/items/1/result").stringValue()).isEqualTo("refused");
        assertThat(done.at("/items/1/reason").stringValue()).contains("closed");
        assertThat(done.at("/items/2/reason").stringValue()).isEqualTo("There is no such case.");
        assertThat(desk.read(plain).get("paused").booleanValue()).isTrue();
        assertThat(desk.read(closed).get("tags")).isEmpty();
    }

    @Test
    void whatIsAskedOfTheListIsDoneToWhatTheListFinds() {
        String french = desk.open("fr", "Un", "Texte.");
        String english = desk.open("en", "One", "Text.");

        JsonNode done = ended("{\"acts\": %s, \"parameters\": {\"language\": \"fr\"}}".formatted(TAG));

        assertThat(done.at("/run/changed").intValue()).isEqualTo(1);
        assertThat(desk.listed("tag=flood")).containsExactly(french).doesNotContain(english);
    }

    @Test
    void casesOfOtherBrandsAreNotTouched() {
        CaseDesk other = new CaseDesk();
        String theirs = other.open("en", "Theirs", "Text.");

        JsonNode done = ended("{\"acts\": %s, \"references\": [\"%s\"]}".formatted(TAG, theirs));

        assertThat(done.at("/run/refused").intValue()).isEqualTo(1);
        assertThat(other.read(theirs).get("tags")).isEmpty();
    }

    @Test
    void whatJudgesOneCaseIsNotDoneToMany() {
        String reference = desk.open("en", "One", "Text.");

        HttpResponse<String> answer = desk.post("/v1/case-bulks", """
                {"acts": {"act": "danger_handled", "how": "all of them"}, "references": ["%s"]}""".formatted(reference));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(desk.server
                        .post(
                                "/v1/case-bulks",
                                desk.server.token(Set.of(Scope.READ)),
                                "application/json",
                                "{\"acts\": %s, \"references\": [\"%s\"]}".formatted(TAG, reference))
                        .statusCode())
                .isEqualTo(403);
    }
}
