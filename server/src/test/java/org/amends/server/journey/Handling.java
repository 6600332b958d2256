package org.amends.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.amends.complaint.Complaint;
import org.amends.server.Happenings;

/** What people of the company do about one case, on its page. */
final class Handling {

    /** A letter can be taken back for a minute. */
    private static final Duration UNDO = Duration.ofSeconds(61);

    private final Town town;
    private final String reference;

    Handling(Town town, String reference) {
        this.town = town;
        this.reference = reference;
    }

    /** Puts right how grave it is and what went wrong, and confirms the rest of what was read. */
    void confirms(Desk agent, String failure, String grade) {
        agent.open(reference);
        assertThat(agent.next()).isEqualTo(agent.text("case.next.check_reading"));
        agent.picture("reading-" + reference);
        agent.choose("case.failure", failure);
        agent.choose("case.grade", grade);
        agent.press("case.reading.confirm");
        assertThat(agent.refused()).isEmpty();
    }

    /** Has a plan worked out. */
    void worksOutThePlan(Desk agent) {
        agent.open(reference);
        assertThat(agent.next()).isEqualTo(agent.text("case.next.choose_plan"));
        agent.button("case.plan.propose")
                .or(agent.button("case.plan.propose.again"))
                .click();
        assertThat(agent.refused()).isEmpty();
        agent.picture("plan-" + reference);
    }

    /** Adds a sum of money to what is recommended, and says why. */
    void adds(Desk agent, String element, String amount, String why) {
        Locator check = agent.page.locator("input[name=element][value=" + element + "]");
        check.check();
        agent.field("case.amount.of", "what", agent.text("case.element." + element))
                .fill(amount);
        agent.write("case.plan.why", why);
    }

    void chooses(Desk agent) {
        agent.press("case.plan.choose.do");
        assertThat(agent.refused()).isEmpty();
    }

    /** Approves what a colleague chose. */
    void approves(Desk second) {
        second.open(reference);
        assertThat(second.next()).isEqualTo(second.text("case.next.approve"));
        second.press("case.approve.do");
        assertThat(second.refused()).isEmpty();
    }

    /** Promises something until in some days. Returns the day. */
    LocalDate promises(Desk agent, String what, int days) {
        agent.open(reference);
        Locator part = agent.part("case.promises");
        Locator form =
                part.locator("details", new Locator.LocatorOptions().setHasText(agent.text("case.promise.make.do")));
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        agent.write("case.promise.what", what);
        LocalDate day = LocalDate.ofInstant(town.now(), ZoneOffset.UTC).plusDays(days);
        agent.write("case.promise.due", day.toString());
        agent.press("case.promise.make.do");
        assertThat(agent.refused()).isEmpty();
        return day;
    }

    /** Drafts the letter that fits and sends it off; it leaves once it can no longer be taken back. */
    void writes(Desk agent, String purpose) {
        agent.open(reference);
        assertThat(agent.next())
                .startsWith(agent.text("case.next.write", "customer", "").strip());
        assertThat(agent.field("case.letter.draft").inputValue()).isEqualTo(purpose);
        agent.press("case.letter.draft.do");
        assertThat(agent.refused()).isEmpty();
        sends(agent);
    }

    /** Sends off the draft that lies there. */
    void sends(Desk agent) {
        agent.picture("letter-" + reference);
        assertThat(agent.page.locator(".findings").allInnerTexts())
                .as("%s%n%s", agent.page.locator(".findings").allInnerTexts(), text(agent))
                .noneMatch(each -> each.contains(agent.text("case.letter.error")));
        agent.press("case.letter.send");
        assertThat(agent.refused()).as(agent.refused()).isEmpty();
        assertThat(agent.button("case.letter.back").isVisible()).isTrue();
        assertThat(agent.next()).isIn(agent.text("case.next.let_go"), agent.text("case.next.carry_out_parting"));
        town.pass(UNDO);
        // The mail server has it a moment before the case knows.
        Happenings.until(
                "the letter of %s has left".formatted(reference),
                () -> town.complaint(reference).letters().getLast().standing() == Complaint.LetterStanding.SENT);
    }

    private static String text(Desk agent) {
        Locator letter = agent.page.locator("textarea[name=text][lang]");
        return letter.count() == 0 ? "" : letter.first().inputValue();
    }

    /** Carries out what the plan still asks for, each with what shows it. */
    void carriesOut(Desk agent) {
        agent.open(reference);
        Locator open = agent.page.locator("ul.elements details[open]");
        for (int left = open.count(); left > 0; left--) {
            open.first().getByLabel(agent.text("case.proof")).fill("transfer 4711-" + left);
            open.first()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(agent.text("case.done.do")))
                    .click();
            assertThat(agent.refused()).isEmpty();
            assertThat(open.count()).isEqualTo(left - 1);
        }
    }

    /** Closes the case where the page leads to it, and says what is to be learnt. */
    void closes(Desk agent) {
        agent.open(reference);
        assertThat(agent.next()).isEqualTo(agent.text("case.next.close"));
        agent.choose("case.close.as", "UPHELD");
        agent.press("case.close.do");
        assertThat(agent.refused()).isEmpty();
        assertThat(agent.next()).isEqualTo(agent.text("case.next.learn"));
        agent.write("case.lesson.text", "-");
        agent.press("case.lesson.do");
        assertThat(agent.next()).isEqualTo(agent.text("case.next.nothing"));
    }
}
