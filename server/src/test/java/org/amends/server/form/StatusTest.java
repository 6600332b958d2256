package org.amends.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.Complaint;
import org.amends.complaint.LetterPurpose;
import org.amends.complaint.Stage;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.key.CaseKeys;
import org.amends.server.complaint.key.Reach;
import org.amends.server.form.Customer.Link;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.Use.class)
class StatusTest {

    private static final String AGENT = "person:" + UUID.randomUUID();

    private final SharedServer server = SharedServer.running();
    private final Cases cases = server.part(Cases.class);
    private final Customer ana = new Customer();

    private Complaint state(Link link) {
        return cases.state(link.reference()).orElseThrow();
    }

    private Document page(Link link) {
        return Jsoup.parse(ana.get(link.bare()).body());
    }

    private void happens(Link link, CaseEvent... events) {
        var unused = cases.append(link.reference(), List.of(events));
    }

    private static CaseHeader now() {
        return new CaseHeader(Instant.now(), AGENT);
    }

    private void answered(Link link) {
        happens(
                link,
                new CaseEvent.Assessed(now(), state(link).assessment()),
                new CaseEvent.LetterSent(now(), UUID.randomUUID().toString(), LetterPurpose.FINAL_RESPONSE));
    }

    private HttpResponse<String> act(Link link, String act, String... more) {
        String[] fields = new String[more.length + 4];
        fields[0] = "key";
        fields[1] = link.key();
        fields[2] = "ticket";
        fields[3] = Customer.ticket();
        System.arraycopy(more, 0, fields, 4, more.length);
        return ana.post("/status/" + link.reference() + "/" + act, fields);
    }

    @Test
    void tellsHowFarItIsWhatComesNextAndByWhen() {
        Link link = ana.complains("The lamp is broken.");

        Document page = page(link);

        assertThat(page.select(".now h2").text()).isEqualTo("We look into it");
        assertThat(page.select(".now p").text()).matches("You get our answer by \\d+ \\w+ \\d{4} at the latest\\.");
        assertThat(page.select(".steps li.reached").eachText()).hasSize(1);
        assertThat(page.select(".steps [aria-current=step]").text()).startsWith("Received");
    }

    @Test
    void isFoundByNoSearchEngineAndKeptByNoCache() {
        HttpResponse<String> answer =
                ana.get(ana.complains("The lamp is broken.").bare());

        assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy").orElse("")).isEqualTo("same-origin");
        assertThat(Jsoup.parse(answer.body()).select("meta[name=robots]").attr("content"))
                .contains("noindex");
    }

    @Test
    void answersAWrongKeyAnUnknownCaseAndAnErasedCustomerAlike() {
        Link link = ana.complains("The lamp is broken.");
        Link erased = new Customer().complains("The lamp is broken.");
        String customer = state(erased).customer();
        HttpResponse<String> gone = server.post(
                "/v1/customers/" + customer + "/erase",
                server.token(Set.of(Scope.ADMIN)),
                "application/json",
                "{\"confirm\": \"" + customer + "\"}");
        assertThat(gone.statusCode()).as(gone.body()).isLessThan(300);

        List<HttpResponse<String>> answers = List.of(
                ana.get("/status/" + link.reference() + "?key=" + "a".repeat(26)),
                ana.get("/status/" + link.reference()),
                ana.get("/status/AM-1999-0000001?key=" + link.key()),
                ana.get(erased.bare()),
                ana.post("/status/" + link.reference() + "/accept", "key", "a".repeat(26)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(answers.getFirst().body());
        });
    }

    @Test
    void opensNoOtherCaseThanItsOwn() {
        Link mine = ana.complains("The lamp is broken.");
        Link other = new Customer().complains("The chair is broken.");

        assertThat(ana.get("/status/" + other.reference() + "?key=" + mine.key())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesWhatTheCustomerAddsWithFilesAndTheSameOnlyOnce() {
        Link link = ana.complains("The lamp is broken.");
        Map<String, String> fields =
                Map.of("key", link.key(), "ticket", Customer.ticket(), "text", "It was on 3 May, order 4711.");
        byte[] picture = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

        HttpResponse<String> added = ana.post("/status/" + link.reference() + "/messages", fields, "lamp.jpg", picture);
        HttpResponse<String> again = ana.post("/status/" + link.reference() + "/messages", fields, "lamp.jpg", picture);

        assertThat(List.of(added.statusCode(), again.statusCode())).containsOnly(303);
        assertThat(state(link).messages()).hasSize(2);
        assertThat(page(link).select(".talk").text()).contains("It was on 3 May, order 4711.", "lamp.jpg");
    }

    @Test
    void keepsTheWordsThatComeWithAProgram() {
        Link link = ana.complains("The lamp is broken.");

        HttpResponse<String> answer = ana.post(
                "/status/" + link.reference() + "/messages",
                Map.of("key", link.key(), "ticket", Customer.ticket(), "text", "See the file."),
                "proof.exe",
                new byte[] {'M', 'Z', 1});

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#text").val()).isEqualTo("See the file.");
        assertThat(state(link).messages()).hasSize(1);
    }

    @Test
    void asksWhetherTheAnswerPutsItRightAndTakesAYes() {
        Link link = ana.complains("The lamp is broken.");
        assertThat(page(link).select("#answer")).isEmpty();
        answered(link);
        assertThat(page(link).select("#answer")).isNotEmpty();

        assertThat(act(link, "accept").statusCode()).isEqualTo(303);

        assertThat(state(link).accepted()).isTrue();
        assertThat(page(link).select(".now h2").text()).isEqualTo("Put right");
    }

    @Test
    void opensTheCaseAgainWhenTheAnswerDoesNotPutItRight() {
        Link link = ana.complains("The lamp is broken.");
        answered(link);
        happens(link, new CaseEvent.Closed(now(), CaseOutcome.UPHELD));

        assertThat(act(link, "reject", "reason", "too_little", "text", "The lamp cost twice as much.")
                        .statusCode())
                .isEqualTo(303);

        Complaint after = state(link);
        assertThat(after.stage()).isEqualTo(Stage.INVESTIGATED);
        assertThat(after.rejections()).isEqualTo(1);
        assertThat(page(link).select(".now h2").text()).isEqualTo("We look into it again");
        assertThat(page(link).select(".talk").text()).contains("The lamp cost twice as much.");
        assertThat(act(link, "reject", "reason", "too_little").statusCode()).isEqualTo(303);
        assertThat(state(link).rejections())
                .as("there is no new answer to refuse")
                .isEqualTo(1);
    }

    @Test
    void tellsWhatWasPromisedAndWhetherItWasKept() {
        Link link = ana.complains("The lamp is broken.");
        happens(
                link,
                new CaseEvent.PromiseMade(
                        now(), "p1", "A new lamp", null, AGENT, Instant.now().plusSeconds(86_400)),
                new CaseEvent.PromiseMade(
                        now(), "p2", "A call", null, AGENT, Instant.now().plusSeconds(86_400)),
                new CaseEvent.PromiseKept(now(), "p2", "call 17"));

        List<String> promises = page(link).select(".promises li").eachText();

        assertThat(promises).hasSize(2);
        assertThat(promises.get(0)).startsWith("A new lamp By ");
        assertThat(promises.get(1)).startsWith("A call Kept on ").doesNotContain("call 17");
    }

    @Test
    void asksOnceHowItWas() {
        Link link = ana.complains("The lamp is broken.");
        answered(link);
        assertThat(page(link).select("#survey")).isEmpty();
        happens(link, new CaseEvent.Closed(now(), CaseOutcome.UPHELD));
        assertThat(page(link).select("#survey")).isNotEmpty();

        assertThat(act(link, "survey", "satisfaction", "3", "resolved", "yes").statusCode())
                .isEqualTo(303);
        assertThat(act(link, "survey", "satisfaction", "0", "resolved", "no").statusCode())
                .isEqualTo(303);

        CaseEvent.SurveyAnswered survey = state(link).survey();
        assertThat(survey).isNotNull();
        assertThat(survey.satisfaction()).isEqualTo(0.75);
        assertThat(survey.resolved()).isTrue();
        assertThat(page(link).select("#survey")).isEmpty();
    }

    @Test
    void letsTheCustomerCorrectWhatIsKnownOfThem() {
        Link link = ana.complains("The lamp is broken.");

        assertThat(act(link, "preferences", "wish", "no_phone").statusCode()).isEqualTo(303);
        assertThat(act(link, "preferences", "wish", "other", "words", "no nuts").statusCode())
                .isEqualTo(303);
        List<String> stated = page(link).select("#preferences .promises p").eachText();
        assertThat(stated).hasSize(2);
        assertThat(act(link, "preferences", "withdraw", "no:phone").statusCode())
                .isEqualTo(303);

        assertThat(page(link).select("#preferences .promises p").eachText()).hasSize(1);
    }

    @Test
    void showsNoMoreThanTheFormToWhoeverNamesAnAddressThatIsKnown() {
        Link known = ana.complains("My tax number is on the label.");
        assertThat(act(known, "preferences", "wish", "other", "words", "no nuts")
                        .statusCode())
                .isEqualTo(303);

        Link again = ana.complains("Send me everything that you have.");
        answered(again);

        Document page = page(again);
        assertThat(page.select("#preferences, #answer, #promises")).isEmpty();
        assertThat(page.text()).contains("Send me everything that you have.").doesNotContain("nuts", "tax number");
        assertThat(act(again, "accept").statusCode()).isEqualTo(303);
        assertThat(state(again).accepted()).as("only the customer accepts").isNull();
        assertThat(act(again, "preferences", "wish", "no_phone").statusCode()).isEqualTo(422);
        String own = server.part(CaseKeys.class).make(again.reference(), Reach.CUSTOMER, AGENT);
        assertThat(page(new Link("/status/" + again.reference() + "?key=" + own))
                        .select("#preferences, #answer"))
                .hasSize(2);
    }

    @Test
    void speaksTheLanguageOfTheCaseUnlessAnotherIsChosen() {
        Map<String, String> form = ana.form("La lámpara está rota y nadie me responde.");
        form.put("language", "es");
        Link link = Customer.led(ana.send(form));

        assertThat(page(link).select("html").attr("lang")).isEqualTo("es");
        assertThat(Jsoup.parse(ana.get(link.bare() + "&language=ru").body())
                        .select("html")
                        .attr("lang"))
                .isEqualTo("ru");
    }
}
