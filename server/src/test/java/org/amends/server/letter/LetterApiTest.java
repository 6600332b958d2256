package org.amends.server.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class LetterApiTest {

    private final PostRoom room = new PostRoom();
    private final SharedServer server = SharedServer.running();
    private final String token = server.token(Set.of(Scope.READ, Scope.WRITE));
    private final String reference = room.assessed().complaint().reference();
    private final String letters = "/v1/cases/" + reference + "/letters";

    private JsonNode drafted() {
        HttpResponse<String> answer = server.post(letters, token, "application/json", "{\"purpose\": \"message\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return SharedServer.json(answer);
    }

    private HttpResponse<String> act(JsonNode letter, String act) {
        return server.post(letters + "/" + letter.get("id").stringValue() + "/" + act, token, "application/json", "{}");
    }

    @Test
    void aLetterIsDraftedEditedSentOffAndTakenBack() {
        JsonNode draft = drafted();
        String path = letters + "/" + draft.get("id").stringValue();
        HttpResponse<String> edited = server.send(server.request(path, token, "Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"subject\": \"A question\", \"version\": 1}"))
                .build());
        assertThat(SharedServer.json(edited).get("subject").stringValue()).isEqualTo("A question");
        assertThat(SharedServer.json(act(draft, "send")).get("standing").stringValue())
                .isEqualTo("queued");

        assertThat(SharedServer.json(act(draft, "take-back")).get("standing").stringValue())
                .isEqualTo("taken_back");

        JsonNode all = SharedServer.json(server.get(letters, token)).get("items");
        assertThat(all.size()).isEqualTo(1);
        assertThat(SharedServer.json(server.get(path, token)).get("log").size()).isEqualTo(4);
    }

    @Test
    void aTextIsCheckedWithoutChangingTheLetter() {
        JsonNode draft = drafted();

        JsonNode found = SharedServer.json(server.post(
                letters + "/" + draft.get("id").stringValue() + "/check",
                token,
                "application/json",
                "{\"text\": \"Dear Ana García,\\n\\nIf you were upset, we are sorry. You get 999 EUR.\"}"));

        assertThat(found.get("sendable").booleanValue()).isFalse();
        assertThat(found.get("findings").toString()).contains("conditional_apology", "unknown_amount");
    }

    @Test
    void aLetterInNoDoubtCannotBeSaidToHaveArrived() {
        HttpResponse<String> answer = act(drafted(), "arrived");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(SharedServer.json(answer).get("type").stringValue()).isEqualTo("/problems/letter-not-doubtful");
    }

    @Test
    void lettersOfAnotherBrandAreNotSeen() {
        String elsewhere = server.token(Set.of(Scope.READ), "another-brand");

        assertThat(server.get(letters, elsewhere).statusCode()).isEqualTo(404);
    }

    @Test
    void whoWritesIsSetByAdministratorsAndChecked() {
        String admin = server.token(Set.of(Scope.ADMIN));
        String company = "{\"brand\": \"letters-api\", \"sender\": \"%s\", \"company\": {\"name\": \"M\", \"signer\":"
                + " {\"name\": \"J\"}, \"contact\": {\"phone\": \"1\"}}}";

        HttpResponse<String> set = put(admin, company.formatted("care@m.example"));
        HttpResponse<String> wrong = put(admin, company.formatted("nowhere"));

        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(SharedServer.json(set).get("undo_seconds").intValue()).isEqualTo(60);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(put(token, company.formatted("care@m.example")).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> put(String as, String body) {
        return server.send(server.request("/v1/letter-companies", as, "Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
