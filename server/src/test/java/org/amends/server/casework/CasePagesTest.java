package org.amends.server.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.amends.server.access.Browser;
import org.amends.server.access.Role;
import org.amends.server.access.Served;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Intake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an agent finds on the pages of cases, without scripts. */
class CasePagesTest {

    private static final Served SERVED = new Served();

    private final Browser agent = SERVED.browser();

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void leadTheAgentFromTheReadingToThePlan() {
        var unused = agent.enter("case-agent", Role.AGENT);
        String reference = SERVED.part(Intake.class)
                .take(Contact.of("phone", "", "You charged me twice, EUR 20. I want my money back."))
                .reference();
        String page = "/cases/" + reference;

        assertThat(agent.get("/cases").body()).contains(reference);
        assertThat(agent.get(page).body()).contains("Check what the machine read", "<mark>");

        var assessed = agent.post(
                page + "/assessment",
                "chief",
                "billing_error",
                "want",
                "ECONOMIC",
                "grade",
                "MODERATE",
                "hostility",
                "CALM");
        assertThat(assessed.statusCode()).isEqualTo(302);
        assertThat(agent.get(page).body()).contains("Choose what to do");

        assertThat(agent.post(page + "/plan", "element", "refund").headers().firstValue("location"))
                .hasValueSatisfying(address -> assertThat(address).contains("refused=SUM_MISSING"));
        assertThat(agent.get(page + "?refused=SUM_MISSING").body()).contains("Say how much");

        var chosen = agent.post(page + "/plan", "element", "apology");
        assertThat(chosen.statusCode()).isEqualTo(302);
        assertThat(agent.get(page).body()).contains("Write to");

        assertThat(agent.post(page + "/close", "outcome", "UPHELD").headers().firstValue("location"))
                .hasValueSatisfying(address -> assertThat(address).contains("refused=NOT_ANSWERED"));
    }
}
