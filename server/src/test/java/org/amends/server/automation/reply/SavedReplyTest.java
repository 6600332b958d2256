package org.amends.server.automation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.CaseDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Saved replies: filled in the language of the case, judged by the check of letters, and never filled with a guess. */
@ExtendWith(SharedServer.Use.class)
class SavedReplyTest {

    private static final String TEXTS = """
            {"en": "{customer_name}, your case {reference} at {company_name} arrived on {opened_on}.",
             "fr": "{customer_name}, votre dossier {reference} chez {company_name} est arrivé le {opened_on}.",
             "es": "{customer_name}, su caso {reference} en {company_name} llegó el {opened_on}.",
             "ru": "{customer_name}, ваше обращение {reference} поступило в {company_name} {opened_on}."}""";

    private final CaseDesk desk = new CaseDesk();
    private final SharedServer server = desk.server;
    private final String admin = server.token(Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN), desk.brand);
    private final String name = "reply-" + UUID.randomUUID().toString().substring(0, 20);

    @BeforeEach
    void company() {
        ReplyDesk.company(server, desk.brand);
    }

    private HttpResponse<String> keep(String texts) {
        return desk.put("/v1/saved-replies/" + name, admin, """
                {"brand": "%s", "texts": %s}""".formatted(desk.brand, texts));
    }

    private String opened(String language, String day) {
        String reference = desk.open(language, "Parcel", "Where is it?");
        int dated = server.part(JdbcClient.class)
                .sql("""
                        update complaint_event set at = ?::timestamptz where number = 1
                            and complaint = (select id from complaint where reference = ?)""")
                .param(day)
                .param(reference)
                .update();
        assertThat(dated).isEqualTo(1);
        ReplyDesk.wrote(server, reference);
        return reference;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Ana López, your case %s at Maison Verte arrived on
            fr | Ana López, votre dossier %s chez Maison Verte est arrivé le
            es | Ana López, su caso %s en Maison Verte llegó el
            ru | Ana López, ваше обращение %s поступило в Maison Verte
            """)
    void isFilledInTheLanguageOfTheCaseAndPutIntoALetter(String language, String begins) {
        assertThat(keep(TEXTS).statusCode()).isEqualTo(200);
        String reference = opened(language, "2026-02-01T10:00:00Z");
        String expected = begins.formatted(reference);

        JsonNode filled = desk.get("/v1/cases/" + reference + "/saved-replies/" + name);
        JsonNode written = SharedServer.json(desk.post("/v1/cases/" + reference + "/saved-replies/" + name, "{}"));

        assertThat(filled.get("language").stringValue()).isEqualTo(language);
        assertThat(filled.get("text").stringValue()).startsWith(expected).contains("2026");
        assertThat(filled.get("text").stringValue())
                .contains(
                        switch (language) {
                            case "fr" -> "1er";
                            case "ru" -> "1 февраля";
                            default -> "1";
                        });
        assertThat(written.get("text").stringValue()).contains(expected, "Julie Moreau");
        assertThat(written.get("text").stringValue().indexOf(expected))
                .isLessThan(written.get("text").stringValue().indexOf("Julie Moreau"));
    }

    @Test
    void theCheckOfLettersJudgesTheFilledText() {
        assertThat(keep("{\"en\": \"We apologize if you were offended. We refund you 900 euros.\"}")
                        .statusCode())
                .isEqualTo(200);
        String reference = desk.open("en", "Parcel", "Where is it?");

        JsonNode written = SharedServer.json(desk.post("/v1/cases/" + reference + "/saved-replies/" + name, "{}"));

        assertThat(written.get("sendable").booleanValue())
                .as(written.toString())
                .isFalse();
        assertThat(written.get("findings")).isNotEmpty();
    }

    @Test
    void whatIsNotKnownOfTheCaseIsAnErrorThatNamesIt() {
        assertThat(keep("{\"en\": \"{owner_name} looks after it.\"}").statusCode())
                .isEqualTo(200);
        String reference = desk.open("en", "Parcel", "Where is it?");

        HttpResponse<String> nobody = desk.post("/v1/cases/" + reference + "/saved-replies/" + name, "{}");
        String owner = desk.person("owner-" + UUID.randomUUID());
        assertThat(desk.act(reference, "{\"act\": \"assign\", \"owner\": \"%s\"}".formatted(owner))
                        .statusCode())
                .isEqualTo(200);
        JsonNode filled = desk.get("/v1/cases/" + reference + "/saved-replies/" + name);

        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(SharedServer.json(nobody).get("place").stringValue()).isEqualTo("owner_name");
        assertThat(SharedServer.json(nobody).get("detail").stringValue())
                .isEqualTo("{owner_name} is not known of case %s.".formatted(reference));
        assertThat(filled.get("text").stringValue()).startsWith("Called owner-");
    }

    @Test
    void aTextThatIsMissingInTheLanguageOfTheCaseIsNotReplacedByAnother() {
        assertThat(keep("{\"en\": \"Hello.\"}").statusCode()).isEqualTo(200);
        String reference = desk.open("ru", "Посылка", "Где она?");

        HttpResponse<String> answer = desk.post("/v1/cases/" + reference + "/saved-replies/" + name, "{}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(SharedServer.json(answer).get("place").stringValue()).isEqualTo("language");
    }

    @Test
    void aVariableThatThereIsNotIsRefusedByItsPlace() {
        JsonNode answer = SharedServer.json(keep("{\"en\": \"Hello.\", \"fr\": \"Bonjour {custommer_name}.\"}"));

        assertThat(answer.get("place").stringValue()).isEqualTo("texts.fr");
        assertThat(answer.get("remedy").stringValue()).startsWith("Maybe {customer_name}.");
        assertThat(keep("{\"en\": \"Hello {customer_name.\"}").statusCode()).isEqualTo(400);
    }
}
