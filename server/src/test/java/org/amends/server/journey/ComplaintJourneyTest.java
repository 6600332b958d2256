package org.amends.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.amends.complaint.Complaint;
import org.amends.language.fact.DateFact;
import org.amends.language.fact.FactReader;
import org.amends.server.Happenings;
import org.amends.server.access.Role;
import org.amends.server.console.Chromium;
import org.amends.server.console.Texts;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A complaint of each language, from the mail that brings it to the kept promise and the survey. */
@ExtendWith({Town.Use.class, Chromium.class})
class ComplaintJourneyTest {

    private static final Duration SURVEY = Duration.ofDays(8);

    private final Town town = Town.running();

    @ParameterizedTest
    @EnumSource(Story.class)
    void endsWithAKeptPromiseAndAnAcceptedAnswer(Story story) {
        Complainant customer = story.happens(town);
        // Mail servers bring a mail twice now and then.
        String first = customer.writes(story.subject, story.text, null, true, 2);
        String reference = town.caseOf(customer.address);
        Got acknowledged = town.got(customer.address, 1);
        assertThat(acknowledged.inReplyTo()).isEqualTo(first);
        Handling handling = new Handling(town, reference);
        String at = UUID.randomUUID().toString().substring(0, 8);
        try (Desk agent = new Desk(town, story.language, "agent-" + at, Role.AGENT)) {
            agent.open(reference);
            assertThat(agent.page.locator("#words").innerText()).contains("photo.png");
            assertThat(agent.page.locator("#words mark").count()).isPositive();
            assertThat(agent.field("case.loss").inputValue()).isEqualTo(story.loss);
            handling.confirms(agent, story.failure, "SERIOUS");
            handling.worksOutThePlan(agent);
            assertThat(agent.part("case.plan").innerText()).contains(agent.text("case.owed"));
            chooses(agent, handling, story, at);
            LocalDate promised = handling.promises(agent, story.promise, 3);
            handling.writes(agent, "FINAL_RESPONSE");

            Got answer = town.got(customer.address, 2);
            isTheAnswer(answer, acknowledged, first, story, customer);
            assertThat(days(answer, story)).contains(promised);
            handling.carriesOut(agent);
            keepsThePromise(agent, story, reference);
            accepts(agent, customer, answer, story, reference);
            handling.closes(agent);
        }
        answersTheSurvey(customer, story, reference);
    }

    /** In one of the languages the agent gives more than an agent may give alone. */
    private void chooses(Desk agent, Handling handling, Story story, String at) {
        if (story != Story.CAME_INCOMPLETE) {
            handling.chooses(agent);
            return;
        }
        handling.adds(agent, "credit", "500", "-");
        handling.chooses(agent);
        assertThat(agent.next()).isEqualTo(agent.text("case.next.ask_colleague"));
        assertThat(agent.button("case.approve.do").count()).isZero();
        try (Desk second = new Desk(town, story.language, "lead-" + at, Role.LEAD)) {
            handling.approves(second);
        }
    }

    private static void isTheAnswer(Got answer, Got acknowledged, String first, Story story, Complainant customer) {
        assertThat(answer.inReplyTo()).isEqualTo(acknowledged.id());
        assertThat(answer.references()).containsExactly(first, acknowledged.id());
        assertThat(answer.recipients()).containsExactly(customer.address);
        assertThat(answer.language()).isEqualTo(story.language.code());
        assertThat(answer.replyTo()).startsWith("care+c-").endsWith("@northlight.example");
        assertThat(answer.text()).contains(story.name, story.promise);
    }

    /** The days that a letter names. */
    private static List<LocalDate> days(Got mail, Story story) {
        return FactReader.read(
                        mail.text(),
                        org.amends.language.text.Language.of(story.language.code())
                                .orElseThrow(),
                        LocalDate.now(ZoneOffset.UTC))
                .dates()
                .stream()
                .map(DateFact::value)
                .toList();
    }

    /** In the ledger of all promises. */
    private static void keepsThePromise(Desk agent, Story story, String reference) {
        agent.go("/promises?whose=mine");
        assertThat(agent.page.locator("tbody").innerText()).contains(reference, story.promise);
        agent.field("promises.proof.of", "what", story.promise).fill("call 12");
        agent.field("promises.proof.of", "what", story.promise).press("Enter");
        agent.go("/promises?standing=settled");
        assertThat(agent.page.locator("tbody").innerText())
                .contains(reference, agent.text("promises.standing.kept"), "call 12");
    }

    /** Two of them by mail, which the agent writes down; the others on their own page. */
    private void accepts(Desk agent, Complainant customer, Got answer, Story story, String reference) {
        if (story == Story.CHARGED_TWICE || story == Story.BROKE) {
            var ignored = customer.answers(answer, story.accepts);
            Happenings.until("the answer of the customer is on the page", () -> {
                agent.open(reference);
                return agent.page.locator("#words li.in").count() == 2;
            });
            var unused = agent.part("case.ending");
            agent.press("case.accept.do");
            assertThat(agent.refused()).isEmpty();
        } else {
            onTheirPage(answer, story, (page, texts) -> {
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(texts.text("status.accept")))
                        .click();
                assertThat(page.locator(".notice.good").innerText()).isEqualTo(texts.text("status.said.accepted"));
            });
            agent.open(reference);
        }
        assertThat(agent.part("case.ending").innerText()).contains(agent.text("case.accepted"));
    }

    private interface Visit {
        void of(Page page, Texts texts);
    }

    private void onTheirPage(Got mail, Story story, Visit visit) {
        try (BrowserContext context = Chromium.browser().newContext(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.setDefaultTimeout(30_000);
            var ignored = page.navigate(town.served().at(mail.link()).toString());
            visit.of(page, Texts.in(story.language));
        }
    }

    private void answersTheSurvey(Complainant customer, Story story, String reference) {
        town.pass(SURVEY);
        town.round("Surveys");
        Got survey = town.got(customer.address, 3);
        assertThat(survey.language()).isEqualTo(story.language.code());
        onTheirPage(survey, story, (page, texts) -> {
            page.getByLabel(texts.text("status.survey.satisfaction.4")).check();
            page.getByLabel(texts.text("status.survey.yes"), new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.locator("form[action$='/survey'] button").click();
            assertThat(page.locator(".notice.good").innerText()).isEqualTo(texts.text("status.said.rated"));
        });
        Complaint complaint = town.complaint(reference);
        assertThat(complaint.open()).isFalse();
        assertThat(complaint.accepted()).isTrue();
        assertThat(complaint.survey()).isNotNull();
        assertThat(complaint.survey().resolved()).isTrue();
    }
}
