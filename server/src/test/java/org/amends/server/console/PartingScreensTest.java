package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.complaint.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parting, as people go through it. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class PartingScreensTest {

    private final SharedServer server = SharedServer.running();
    private final Cases cases = server.part(Cases.class);
    private final String brand = "parting-screens-" + UUID.randomUUID();

    /** A case in which a colleague proposed to part, without time to think. */
    private String proposed() {
        var set = server.send(server.request(
                        "/v1/parting-terms", server.token(Set.of(Scope.ADMIN)), "Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"brand\": \"" + brand + "\", \"cooling_off_days\": 0}"))
                .build());
        assertThat(set.statusCode()).isEqualTo(200);
        Happenings customer = new Happenings(server, "person-" + UUID.randomUUID(), brand).buysMonthly(3);
        return cases.open(
                        new Cases.NewCase(customer.customer(), brand, "email", "en", "Never again", null, null),
                        CaseHeader.CUSTOMER,
                        List.of(new CaseEvent.PartingProposed(
                                cases.now("person:00000000-0000-0000-0000-000000000001"), "Trust is gone for good.")))
                .complaint()
                .reference();
    }

    private void open(Page page, String path) {
        page.navigate(server.at(path).toString());
        PageCheck.picture(page, path);
    }

    @Test
    void aSecondPersonAgreesAndGoesThroughEveryStep() {
        String reference = proposed();
        try (BrowserContext context = Visitor.withoutScript()) {
            Page page = context.newPage();
            open(page, "/partings/" + reference);
            page.click("#confirm button");
            for (String step : List.of("settle_owed", "pay_out", "hand_over_data", "cancel", "farewell")) {
                PageCheck.picture(page, "parting-" + step);
                assertThat(page.locator("input[name=step]").inputValue()).isEqualTo(step);
                page.fill("#proof", "transfer 4711");
                page.press("form[action$='/steps'] button", "Enter");
            }
            page.press("form[action$='/steps'] button", "Enter");

            assertThat(page.locator(".lede").textContent()).contains("It is done");
        }
        assertThat(cases.state(reference).orElseThrow().outcome()).isEqualTo(CaseOutcome.PARTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "ru"})
    void pagesAreSoundInEveryLanguage(String language) {
        String reference = proposed();
        try (BrowserContext context = Visitor.context(language, "dark")) {
            Page page = context.newPage();
            for (String path : List.of(
                    "/partings",
                    "/partings/" + reference,
                    "/partings/fairness",
                    "/partings/alternatives",
                    "/aftercare",
                    "/aftercare/causes",
                    "/aftercare/unheard/silent",
                    "/aftercare/unheard/loyal")) {
                open(page, path);
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                assertThat(PageCheck.graveFaults(page))
                        .as(language + " " + path)
                        .isEmpty();
            }
        }
    }
}
