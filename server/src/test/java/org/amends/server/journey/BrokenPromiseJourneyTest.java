package org.amends.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.amends.complaint.CasePromise;
import org.amends.complaint.Complaint;
import org.amends.server.access.Role;
import org.amends.server.console.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer who is failed twice: the promise that was to make it good is broken by time. */
@ExtendWith({Town.Use.class, Chromium.class})
class BrokenPromiseJourneyTest {

    private static final Duration TOO_LONG = Duration.ofDays(3);

    private final Town town = Town.running();
    private final Story story = Story.CHARGED_TWICE;

    @Test
    void endsWithAPlanAndAnApologyOfTheirOwnThatMoreThanOnePersonAnswersFor() {
        Complainant customer = story.happens(town);
        var ignored = customer.writes(story.subject, story.text);
        String reference = town.caseOf(customer.address);
        Handling handling = new Handling(town, reference);
        String at = UUID.randomUUID().toString().substring(0, 8);
        try (Desk agent = new Desk(town, story.language, "agent-" + at, Role.AGENT);
                Desk lead = new Desk(town, story.language, "lead-" + at, Role.LEAD)) {
            handling.confirms(agent, story.failure, "SERIOUS");
            handling.worksOutThePlan(agent);
            handling.chooses(agent);
            var unused = handling.promises(agent, story.promise, 1);
            handling.writes(agent, "FINAL_RESPONSE");
            Got answer = town.got(customer.address, 2);

            town.pass(TOO_LONG);
            town.round("PromiseRound");
            isBroken(customer, reference);
            agent.comeBack();
            agent.open(reference);
            assertThat(agent.next()).isEqualTo(agent.text("case.next.choose_plan"));
            assertThat(agent.page.locator(".badges").first().innerText()).contains(agent.text("case.deviation"));
            handling.worksOutThePlan(agent);
            assertThat(agent.part("case.plan").innerText()).contains(agent.text("case.reason.double_deviation"));
            handling.adds(agent, "credit", "70", "She waited twice.");
            handling.chooses(agent);
            assertThat(agent.next()).isEqualTo(agent.text("case.next.ask_colleague"));
            lead.comeBack();
            handling.approves(lead);

            handling.writes(agent, "DOUBLE_DEVIATION_APOLOGY");
            isTheApology(town.got(customer.address, 3), answer);
        }
        assertThat(town.complaint(reference).planOutdated()).isNull();
    }

    /** A failure of its own, in the history of the customer too. */
    private void isBroken(Complainant customer, String reference) {
        Complaint complaint = town.complaint(reference);
        assertThat(complaint.promises()).noneMatch(CasePromise::open).noneMatch(CasePromise::kept);
        assertThat(complaint.planOutdated()).isNotNull();
        assertThat(town.get("/v1/relationships/" + customer.address + "/timeline")
                        .toString())
                .contains("promise_broken");
    }

    private void isTheApology(Got apology, Got answer) {
        assertThat(apology.inReplyTo()).isEqualTo(answer.id());
        assertThat(apology.references())
                .startsWith(answer.references().getFirst())
                .endsWith(answer.id());
        assertThat(apology.language()).isEqualTo(story.language.code());
        assertThat(apology.text()).contains(story.name, "£70");
    }
}
