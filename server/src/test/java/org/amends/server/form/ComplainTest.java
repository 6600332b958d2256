package org.amends.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.amends.complaint.Complaint;
import org.amends.server.SharedServer;
import org.amends.server.complaint.Cases;
import org.amends.server.form.Customer.Link;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(SharedServer.Use.class)
class ComplainTest {

    private final SharedServer server = SharedServer.running();
    private final Customer ana = new Customer();

    @Test
    void takesAComplaintWithoutALoginAndHandsOutItsReferenceAndASecretLink() {
        Link link = ana.complains("The parcel came with a broken lamp. I want my money back.");

        Complaint complaint =
                server.part(Cases.class).find(link.reference()).orElseThrow().complaint();
        assertThat(complaint.channel()).isEqualTo("form");
        assertThat(complaint.language()).isEqualTo("en");
        assertThat(link.key()).matches("[a-z2-7]{26}");
        String page = ana.get(link.path()).body();
        assertThat(page).contains(link.reference(), link.key(), "The parcel came with a broken lamp.");
    }

    @Test
    void keepsWhatWasWrittenAsItCameAndNothingOfTheKeyButItsDigest() {
        Link link = ana.complains("The lamp is broken.");

        var kept = server.part(Cases.class).find(link.reference()).orElseThrow();
        KeptMessage message = server.part(Messages.class).ofCase(kept.id()).getFirst();
        assertThat(message.text()).contains("The lamp is broken.", "My money back");
        assertThat(message.senderAddress()).isEqualTo(ana.address);
        assertThat(new String(server.part(Messages.class).raw(message.id()).orElseThrow(), StandardCharsets.UTF_8))
                .contains("\"what\":\"The lamp is broken.\"", "\"wishes\":[\"refund\"]");
        assertThat(server.part(JdbcClient.class)
                        .sql("select count(*) from case_key where position(convert_to(?, 'UTF8') in digest) > 0")
                        .param(link.key())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isOneComplaintHoweverOftenTheSameFormIsSent() {
        Map<String, String> form = ana.form("The lamp is broken.");

        assertThat(Customer.led(ana.send(form)).reference())
                .isEqualTo(Customer.led(ana.send(form)).reference());
    }

    @Test
    void isAnotherComplaintWhenOtherWordsCarryTheSameTicket() {
        Map<String, String> form = ana.form("The lamp is broken.");
        Link first = Customer.led(ana.send(form));
        form.put("what", "The chair is broken.");

        assertThat(Customer.led(ana.send(form)).reference()).isNotEqualTo(first.reference());
    }

    @ParameterizedTest
    @CsvSource({
        "address, '', Please say where we can reach you.",
        "address, nowhere, 'This is neither an e-mail address, such as ana@example.com, nor a telephone number.'",
        "what, '', Please tell us what happened."
    })
    void keepsEveryWordOfWhatItRefuses(String field, String value, String told) {
        Map<String, String> form = ana.form("The lamp is broken.");
        form.put("other-wish", "A word from the driver.");
        form.put(field, value);

        HttpResponse<String> answer = ana.send(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.text()).contains(told);
        assertThat(page.select("#other-wish").val()).isEqualTo("A word from the driver.");
        assertThat(page.select("#what").val()).isEqualTo(form.get("what"));
        assertThat(page.select("input[value=refund]").hasAttr("checked")).isTrue();
        assertThat(page.select("#" + field).attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#" + field).attr("aria-describedby")).contains(field + "-error");
    }

    @Test
    void asksWhoeverIsTooQuickToPressOnceMoreAndThenTakesIt() {
        Map<String, String> form = ana.form("The lamp is broken.");
        String asked = Jsoup.parse(ana.get("/complain").body())
                .select("input[name=ticket]")
                .val();
        form.put("ticket", asked);

        HttpResponse<String> answer = ana.send(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.text()).contains("Please press once more.");
        assertThat(page.select("#what").val()).isEqualTo("The lamp is broken.");
        assertThat(page.select("input[name=ticket]").val())
                .as("from when the form was handed out first")
                .isEqualTo(asked);
    }

    @Test
    void showsTheFieldForMachinesToAPersonWhoFilledItInAndTakesItOnceItIsEmpty() {
        Map<String, String> form = ana.form("The lamp is broken.");
        form.put("website", "https://spam.example.com");

        Document page = Jsoup.parse(ana.send(form).body());

        assertThat(page.select("#website").parents().first().hasClass("wrong")).isTrue();
        assertThat(page.select("#website").hasAttr("tabindex")).isFalse();
        form.put("website", "");
        assertThat(ana.send(form).statusCode()).isEqualTo(303);
    }

    @Test
    void keepsTheWordsWhenTheLanguageIsChanged() {
        Map<String, String> form = ana.form("La lámpara está rota.");
        form.put("to", "es");

        HttpResponse<String> answer = ana.send(form);

        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("html").attr("lang")).isEqualTo("es");
        assertThat(page.select("h1").text()).isEqualTo("Cuéntenos qué ha salido mal");
        assertThat(page.select("#what").val()).isEqualTo("La lámpara está rota.");
    }

    @ParameterizedTest
    @CsvSource({"'fr-CA,fr;q=0.9', fr", "'de,ru;q=0.5', ru", "'es', es", "'de', en"})
    void speaksTheLanguageThatTheBrowserAsksFor(String wanted, String language) {
        Document page =
                Jsoup.parse(ana.get("/complain", "Accept-Language", wanted).body());

        assertThat(page.select("html").attr("lang")).isEqualTo(language);
    }

    @Test
    void takesPicturesAndNoPrograms() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3};
        Link link = Customer.led(ana.post("/complain", ana.form("The lamp is broken."), "lamp.png", picture));
        HttpResponse<String> refused =
                ana.post("/complain", ana.form("The lamp is broken."), "lamp.png", new byte[] {'M', 'Z', 1, 2, 3});

        assertThat(ana.get(link.path()).body()).contains("lamp.png");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).text()).contains("One of the files is a program or holds one.");
        assertThat(Jsoup.parse(refused.body()).select("#what").val()).isEqualTo("The lamp is broken.");
    }

    @Test
    void keepsTheWordsWhereAFileIsTooLarge() {
        HttpResponse<String> answer =
                ana.post("/complain", ana.form("The lamp is broken."), "film.mp4", new byte[11 * 1024 * 1024]);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).text()).contains("A file may have 10 MB at most");
        assertThat(Jsoup.parse(answer.body()).select("#what").val()).isEqualTo("The lamp is broken.");
    }

    @Test
    void readsNoBodyThatIsFarTooLargeOrOfUnknownLength() {
        HttpRequest endless = HttpRequest.newBuilder(server.at("/complain"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10])))
                .build();

        assertThat(server.send(endless).statusCode()).isEqualTo(411);
    }

    @Test
    void runsNothingThatSomebodyWrites() {
        Link link = ana.complains("<script>alert(1)</script> \"><img src=x onerror=alert(2)>");

        Document page = Jsoup.parse(ana.get(link.path()).body());

        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("img")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void setsAndReadsNoCookie() {
        assertThat(List.of(
                        ana.get("/complain"),
                        ana.send(ana.form("The lamp is broken.")),
                        ana.get("/status/none?key=none")))
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty());
    }
}
