package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amends.complaint.Assessment;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.CaseOutcome;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.LetterPurpose;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.money.Money;
import org.amends.server.SharedServer;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.team.Presence;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Intake;
import org.amends.server.recovery.Plans;
import org.amends.store.complaint.KeptCase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around a case on its page, as an agent uses it. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class CasePanelsScreensTest {

    private static final String OTHER = "person:00000000-0000-0000-0000-00000000000b";

    private final SharedServer server = SharedServer.running();
    private final Cases cases = server.part(Cases.class);

    @BeforeAll
    static void load() throws InterruptedException {
        Grocer.load(SharedServer.running());
    }

    private String opened(String customer, String text) {
        return Objects.requireNonNull(server.part(Intake.class)
                .take(new Contact(
                        "email",
                        "",
                        CaseHeader.CUSTOMER,
                        customer,
                        customer + "@example.com",
                        "Ada Lane",
                        "en",
                        "Charged twice",
                        text,
                        null,
                        null,
                        null,
                        true,
                        null,
                        List.of(),
                        null))
                .reference());
    }

    /** An earlier case of the same kind, answered with money back. */
    private void answered(String given) {
        String letter = UUID.randomUUID().toString();
        CaseHeader by = cases.now(OTHER);
        KeptCase ignored = cases.open(
                new Cases.NewCase("panels-" + UUID.randomUUID(), "", "phone", "fr", "Deux fois", null, null),
                OTHER,
                List.of(
                        new CaseEvent.Assessed(
                                by,
                                new Assessment(
                                        List.of(FailureKind.BILLING_ERROR),
                                        Want.ECONOMIC,
                                        0.2,
                                        Hostility.CALM,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        euros("20"),
                                        List.of())),
                        new CaseEvent.PlanChosen(
                                by,
                                null,
                                List.of(
                                        new ChosenElement("refund", euros(given), true),
                                        new ChosenElement("apology", null, false)),
                                null,
                                null),
                        new CaseEvent.LetterQueued(by, letter, LetterPurpose.FINAL_RESPONSE),
                        new CaseEvent.LetterSent(by, letter, LetterPurpose.FINAL_RESPONSE),
                        new CaseEvent.OutcomeAccepted(by)));
    }

    private static Money euros(String amount) {
        return Money.of(Currency.getInstance("EUR"), new BigDecimal(amount));
    }

    @Test
    void aColleagueWhoWritesIsSeenAndAnAlikeCaseIsMerged() {
        String customer = "panels-" + UUID.randomUUID();
        String first = opened(customer, "You charged my card twice for the basket, EUR 20. I want my money back.");
        String second = opened(customer, "My card was charged twice for the basket. I want the EUR 20 back.");
        long number = cases.find(second).orElseThrow().id();
        try (BrowserContext context = Visitor.context("en", "light")) {
            Page page = context.newPage();
            page.navigate(server.at("/cases/" + second).toString());
            PlaywrightAssertions.assertThat(page.locator("[data-present] li")).hasCount(0);

            List<Presence.Present> alone = server.part(Presence.class).here(number, OTHER, true);
            assertThat(alone).hasSize(1);
            page.keyboard().press("m");
            page.keyboard().type("I look into it.");
            PlaywrightAssertions.assertThat(page.locator("[data-present] .writes"))
                    .containsText("is writing here too");
            assertThat(server.part(Presence.class).others(number, OTHER)).anyMatch(Presence.Present::writing);

            page.locator(".alike a.button").press("Enter");
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText(second + " and " + first);
            PlaywrightAssertions.assertThat(page.locator("#merge")).containsText("This cannot be undone");
            page.locator("#merge button").press("Enter");
            page.waitForURL(address -> address.contains("/cases/" + first));
        }
        assertThat(cases.state(second).orElseThrow().outcome()).isEqualTo(CaseOutcome.MERGED);
    }

    @Test
    void casesAreRelatedAndSplitWithoutScripts() {
        String customer = "panels-" + UUID.randomUUID();
        String one = opened(customer, "The van came three hours late and nobody called.");
        String other = opened(customer, "Two jars of jam were missing in my order.");
        try (BrowserContext context = Visitor.withoutScript()) {
            Page page = context.newPage();
            page.navigate(server.at("/cases/" + one + "/merge?into=" + other.toLowerCase(java.util.Locale.ROOT))
                    .toString());
            page.press("#link button", "Enter");
            PlaywrightAssertions.assertThat(page.locator("form[action$='/links/remove'] button"))
                    .isVisible();
            assertThat(cases.state(other).orElseThrow().linked()).containsExactly(one);
            page.press("form[action$='/links/remove'] button", "Enter");
            PlaywrightAssertions.assertThat(page.locator("form[action$='/links/remove'] button"))
                    .hasCount(0);
            assertThat(cases.state(one).orElseThrow().linked()).isEmpty();

            page.navigate(server.at("/cases/" + one + "/split").toString());
            page.fill("#split-subject", "Nobody called");
            page.locator("input[name=message]").last().press("Space");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the new case"))
                    .press("Enter");
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Nobody called");
        }
        assertThat(cases.state(one).orElseThrow().linked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"en, light, 1280", "ru, dark, 390", "fr, light, 390", "es, dark, 1280"})
    void pagesAreSoundInEveryLanguage(String language, String theme, int width) {
        String customer = "panels-" + UUID.randomUUID();
        String alike = opened(customer, "You charged my card twice for the basket, EUR 20. I want my money back.");
        String reference = opened(customer, "My card was charged twice for the basket. I want the EUR 20 back.");
        KeptCase ignored = cases.append(
                reference,
                List.of(
                        new CaseEvent.PartingProposed(cases.now(OTHER), "Trust is gone for good."),
                        new CaseEvent.ClocksPaused(cases.now(OTHER), "The customer was asked for the receipt.")));
        List.of("20", "25", "20", "30").forEach(this::answered);
        assertThat(server.part(Plans.class).propose(reference, OTHER).practice().nearest())
                .hasSizeGreaterThanOrEqualTo(4);
        List<String> faults = new ArrayList<>();
        try (BrowserContext context =
                Visitor.context(new Browser.NewContextOptions().setViewportSize(width, 800), language, theme)) {
            Page page = context.newPage();
            page.onPageError(error -> faults.add("script: " + error));
            for (String path : List.of(
                    "/cases/" + reference,
                    "/cases/" + reference + "/merge?into=" + alike,
                    "/cases/" + reference + "/split",
                    "/cases")) {
                page.navigate(server.at(path).toString());
                page.locator("details:not(.drop)").evaluateAll("all => all.forEach(one => one.open = true)");
                PageCheck.picture(
                        page, "%s-%s-%d-%s".formatted(language, theme, width, path.replaceAll("C-[0-9-]+", "one")));
                faults.addAll(PageCheck.graveFaults(page));
                assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
        }
        assertThat(faults).isEmpty();
    }
}
