package org.amends.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.amends.policy.Element;
import org.amends.server.access.Browser;
import org.amends.server.access.Role;
import org.amends.server.access.Served;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPagesTest {

    private static Served served;
    private static Browser admin;

    @BeforeAll
    static void start() {
        served = new Served();
        admin = served.browser();
        assertThat(admin.enter("keeper", Role.ADMIN).login()).isEqualTo("keeper");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Document page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru"})
    void showsEveryValueInEveryLanguage(String language) {
        Document values = page(admin.get("/policy", "Accept-Language", language));

        assertThat(values.select("input[name=half_life.complaint]").attr("value"))
                .isEqualTo("60");
        assertThat(values.select("input[inputmode=decimal]")).hasSizeGreaterThan(100);
        assertThat(values.select("#failures tbody tr:contains(billing_error) td")
                        .eachText())
                .contains("refund");
        assertThat(values.select("#remedies tbody tr")).hasSize(Element.values().length);
        for (String path : new String[] {"/policy/text", "/policy/history", "/policy/history/1", "/imports"}) {
            assertThat(page(admin.get(path, "Accept-Language", language)).select("h1"))
                    .hasSize(1);
        }
    }

    @Test
    void findsValuesByWhatTheyMean() {
        assertThat(page(admin.get("/policy?q=goodwill")).select("input[inputmode=decimal]"))
                .isNotEmpty()
                .hasSizeLessThan(20);
    }

    @Test
    void comparesTriesAndPublishesWhatWasTypedIn() {
        Document proposal =
                page(admin.post("/policy/proposal", "half_life.goodwill", "200", "version", "shorter-goodwill"));
        assertThat(proposal.text()).contains("half_life.goodwill", "270", "200");

        HttpResponse<String> published = admin.post(
                "/policy/publish",
                "text",
                proposal.select("textarea[name=text]").text().isEmpty()
                        ? ""
                        : proposal.selectFirst("textarea[name=text]").wholeText(),
                "seen",
                proposal.select("input[name=seen]").attr("value"),
                "note",
                "Goodwill fades sooner with us.");

        assertThat(published.statusCode()).as(published.body()).isEqualTo(302);
        assertThat(page(admin.get("/policy/history")).text()).contains("shorter-goodwill", "Goodwill fades sooner");
    }

    @Test
    void keepsTheCataloguesWhenAValueIsChanged() throws Exception {
        String text =
                "version: no-gifts\nremedies: {gift: {offered: false}}\nfailures: {safety: {owed: [explanation]}}\n";
        assertThat(admin.post("/policy/publish", "text", text, "seen", seen(), "note", "No gifts.")
                        .statusCode())
                .isEqualTo(302);

        Document values = page(admin.get("/policy"));
        assertThat(values.select("#remedies tbody tr:contains(gift) td").first().text())
                .isEqualTo("no");
        assertThat(values.select("#failures tbody tr:contains(safety) td").eachText())
                .contains("explanation");
        assertThat(page(admin.post("/policy/proposal", "half_life.goodwill", "201", "version", "goodwill-again"))
                        .selectFirst("textarea[name=text]")
                        .wholeText())
                .contains("  gift:\n    offered: false\n", "    owed: [explanation]\n");
    }

    private static String seen() {
        return page(admin.post("/policy/proposal", "half_life.goodwill", "202", "version", "not-published"))
                .select("input[name=seen]")
                .attr("value");
    }

    @Test
    void marksAValueThatCannotBe() {
        Document values = page(admin.post("/policy/proposal", "half_life.goodwill", "-5", "version", "x"));

        assertThat(values.select("input[aria-invalid=true]").attr("name")).isEqualTo("half_life.goodwill");
    }
}
