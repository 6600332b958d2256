package org.amends.server.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class CaseListApiTest {

    private final CaseDesk desk = new CaseDesk();

    @ParameterizedTest
    @CsvSource({
        "en, My parcels were never delivered, delivering",
        "fr, Les livraisons n'arrivent jamais à l'heure, livraison",
        "fr, La référence manque, reference",
        "es, Las entregas llegaron tarde, entrega",
        "ru, Посылки не доставили, посылка",
    })
    void wordsAreFoundInWhateverFormTheyWereWritten(String language, String text, String typed) {
        String reference = desk.open(language, "-", text);
        String other = desk.open(language, "-", "Something else / autre chose / otra cosa / другое");

        assertThat(desk.listed("q=" + encoded(typed)))
                .containsExactly(reference)
                .doesNotContain(other);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void everythingThatWasSaidIsSearched() {
        String reference = desk.open("en", "Broken kettle", "It leaks from below.");
        String customer = desk.read(reference).get("customer").stringValue();
        HttpResponse<String> done = desk.act(reference, """
                [{"act": "note", "text": "Warehouse says the batch was faulty"}, {"act": "tag", "tag": "recall"},
                 {"act": "evidence", "text": "Receipt of the seventh"}]""");
        assertThat(done.statusCode()).isEqualTo(200);

        for (String typed : List.of(
                reference,
                customer,
                "kettle",
                "leaking",
                "warehouse",
                "recall",
                "receipt",
                "lopez",
                "someone@example.com",
                "\"leaks from\"",
                "kettle -toaster",
                "toaster or kettle")) {
            assertThat(desk.listed("q=" + encoded(typed))).as(typed).containsExactly(reference);
        }
        for (String typed : List.of("toaster", "kettle -leaks", "\"kettle broken\"", "...", "-kettle")) {
            assertThat(desk.listed("q=" + encoded(typed))).as(typed).isEmpty();
        }
    }

    @Test
    void whoNamesACaseFindsItThoughItIsClosed() {
        String closed = desk.open("en", "Two", "Text.");
        assertThat(desk.act(closed, "{\"act\": \"close\", \"outcome\": \"no_complaint\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(desk.listed("q=" + closed)).containsExactly(closed);
    }

    @Test
    void whatFitsBestComesFirst() {
        String said = desk.open(
                "en", "Question", "The kettle came and it is fine, the lid is blue and so is the box it came in.");
        String titled = desk.open("en", "Kettle broken", "The kettle: a kettle that leaks.");

        assertThat(desk.listed("q=kettle")).containsExactly(titled, said);
        assertThat(desk.listed("q=kettle&sort=oldest")).containsExactly(said, titled);
    }

    @Test
    void listsAreNarrowedAndCounted() {
        String mine = desk.open("en", "One", "Text.");
        String theirs = desk.open("fr", "Two", "Text.");
        String owner = desk.person("login-" + UUID.randomUUID());
        assertThat(desk.act(mine, """
                [{"act": "assign", "owner": "%s"}, {"act": "tag", "tag": "vip"},
                 {"act": "assess", "severity": 1, "failures": ["safety"], "danger": true}]""".formatted(owner)).statusCode()).isEqualTo(200);

        assertThat(desk.listed("owner=" + owner)).containsExactly(mine);
        assertThat(desk.listed("owner=none")).containsExactly(theirs);
        assertThat(desk.listed("tag=vip")).containsExactly(mine);
        assertThat(desk.listed("failure=safety")).containsExactly(mine);
        assertThat(desk.listed("mark=danger")).containsExactly(mine);
        assertThat(desk.listed("min_severity=0.9")).containsExactly(mine);
        assertThat(desk.listed("language=fr")).containsExactly(theirs);
        assertThat(desk.listed("stage=closed")).isEmpty();
        assertThat(desk.listed("mark=danger,approval")).isEmpty();
        assertThat(desk.get("/v1/cases/count?language=fr").get("count").intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"priority", "due", "newest", "oldest", "rank"})
    void pagesFollowOneAnotherInEveryOrder(String sort) {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.add(desk.open("en", "Kettle", "A kettle, " + "and more ".repeat(i)));
        }
        int due = desk.server
                .part(JdbcClient.class)
                .sql(
                        "update complaint set due_at = now() + id % 3 * interval '1 day', priority = id % 4 where reference = any (?) and id % 3 > 0")
                .param(opened.toArray(String[]::new))
                .update();
        assertThat(due).isPositive();

        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    desk.get("/v1/cases?limit=3&sort=" + sort + (sort.equals("rank") ? "&q=kettle" : "") + next);
            page.get("items").forEach(item -> listed.add(item.get("reference").stringValue()));
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        } while (next != null);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(opened);
    }

    @Test
    void whatAListCannotBeAskedIsNamed() {
        assertThat(desk.get("/v1/cases?stagee=closed").get("remedy").stringValue())
                .contains("stage");
        assertThat(desk.get("/v1/cases?stage=shut").get("remedy").stringValue()).contains("closed");
        assertThat(desk.get("/v1/cases?sort=due&stage=all").get("status").intValue())
                .isEqualTo(400);
        assertThat(desk.get("/v1/cases?sort=rank").get("status").intValue()).isEqualTo(400);
        assertThat(desk.get("/v1/cases?cursor=abc").get("status").intValue()).isEqualTo(400);
        assertThat(desk.get("/v1/cases?due_before=soon").get("status").intValue())
                .isEqualTo(400);
    }

    @Test
    void aKeptListIsComeBackTo() {
        String tagged = desk.open("en", "One", "Text.");
        String other = desk.open("en", "Two", "Text.");
        assertThat(desk.act(tagged, "{\"act\": \"tag\", \"tag\": \"vip\"}").statusCode())
                .isEqualTo(200);

        JsonNode kept = SharedServer.json(
                desk.post("/v1/queues", "{\"name\": \"Important\", \"parameters\": {\"tag\": \"vip\"}}"));

        assertThat(desk.listed("queue=" + kept.get("id").longValue()))
                .containsExactly(tagged)
                .doesNotContain(other);
        assertThat(desk.get("/v1/queues")
                        .get("items")
                        .valueStream()
                        .map(each -> each.get("name").stringValue()))
                .contains("Important");
        assertThat(desk.server
                        .send(desk.server
                                .request("/v1/queues/" + kept.get("id").longValue(), desk.token)
                                .DELETE()
                                .build())
                        .statusCode())
                .isEqualTo(204);
        assertThat(desk.get("/v1/cases?queue=" + kept.get("id").longValue())
                        .get("status")
                        .intValue())
                .isEqualTo(404);
    }

    @Test
    void theExportHoldsEveryLineAndNoFormula() {
        String plain = desk.open("en", "Plain, with \"quotes\"", "Text.");
        String formula = desk.open("en", "=1+1", "Text.");

        String csv =
                desk.server.get("/v1/cases/export.csv?sort=oldest", desk.token).body();

        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("reference,brand,customer").endsWith("paused");
        assertThat(lines.get(1)).startsWith(plain).contains("\"Plain, with \"\"quotes\"\"\"");
        assertThat(lines.get(2)).startsWith(formula).contains("\"'=1+1\"");
        for (String line : csv.replaceAll("\"([^\"]|\"\")*\"", "x").lines().toList()) {
            assertThat(line.split(",", -1)).hasSize(26);
        }
    }
}
