package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the guard, as people use them. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class GuardScreensTest {

    /** The least side of what a finger hits surely, in pixels: WCAG 2.2, target size (enhanced). */
    private static final int FINGER = 44;

    private final SharedServer server = SharedServer.running();
    private final Happenings customer =
            Happenings.of(server).event("preference_stated", 30, null, "nut_allergy", null, null);

    /** Asks about rice with almonds, which is blocked, and rice. Returns the request's name. */
    private String ask() {
        String request = "line-" + UUID.randomUUID();
        String answer = server.post(
                        "/v1/guard/verdicts",
                        server.token(Set.of(Scope.GUARD)),
                        "application/json",
                        """
                        {"id": "%s", "customer": "%s", "ordered": {"name": "Rice with lentils"}, "candidates": [
                            {"id": "a", "name": "Rice with almonds", "ingredients": "rice, almonds"},
                            {"id": "b", "name": "Rice", "ingredients": "rice"}]}""".formatted(request, customer.customer()),
                        "Amends-Deadline-Ms",
                        "20000")
                .body();
        assertThat(answer).contains("BLOCK", "ALLOW");
        return request;
    }

    private void open(Page page, String path) {
        page.navigate(server.at(path).toString());
    }

    private static BrowserContext phone(boolean script, String language) {
        return Visitor.context(
                new Browser.NewContextOptions().setViewportSize(360, 740).setJavaScriptEnabled(script),
                language,
                "light");
    }

    @Test
    void showsTheWordsThatCausedAVerdict() {
        try (BrowserContext context = Visitor.context("en", "light")) {
            Page page = context.newPage();
            open(page, "/guard");
            page.getByLabel("Allergic to nuts").check();
            page.fill("#candidate1-name", "Rice with almonds");
            page.fill("#candidate1-ingredients", "rice, almonds 3 %");
            page.locator("main button[type=submit]").click();

            assertThat(page.locator(".verdict .badge").first().textContent()).isEqualTo("Not to be sent");
            assertThat(page.locator(".label-text mark").allTextContents()).contains("almonds");
            assertThat(page.getByLabel("Allergic to nuts").isChecked()).isTrue();
        }
    }

    @Test
    void usesWhatACustomerStatedAndWritesNothingDown() {
        try (BrowserContext context = Visitor.withoutScript()) {
            Page page = context.newPage();
            open(page, "/guard");
            page.fill("#customer", customer.customer());
            page.fill("#candidate1-name", "Almonds");
            page.fill("#candidate1-ingredients", "almonds");
            page.locator("#candidate1-name").press("Enter");

            assertThat(page.locator(".verdict .badge").first().textContent()).isEqualTo("Not to be sent");
            open(page, "/guard/ledger");
            assertThat(page.locator("main").textContent()).doesNotContain(customer.customer());
        }
    }

    @Test
    void asksForACandidateWhereNoneIsNamed() {
        try (BrowserContext context = Visitor.context("en", "light")) {
            Page page = context.newPage();
            open(page, "/guard");
            page.locator("main button[type=submit]").click();

            assertThat(page.locator("[role=alert]").textContent()).isEqualTo("Name at least one candidate.");
        }
    }

    @Test
    void aPickerSendsASafeAlternativeWithOneTapAndNoScript() {
        String request = ask();
        try (BrowserContext context = phone(false, "en")) {
            Page page = context.newPage();
            open(page, "/guard/pick?request=" + request);
            assertThat(page.locator("h1").textContent()).isEqualTo("Rice with lentils");
            page.getByText("Send this instead").click();

            assertThat(page.locator(".pick-item").last().textContent()).contains("Another was sent");
            assertThat(page.locator(".pick-safe").textContent()).contains("Sent");
        }
    }

    @Test
    void aPickerMarksThatTheCustomerAgreed() {
        String request = ask();
        try (BrowserContext context = phone(true, "en")) {
            Page page = context.newPage();
            open(page, "/guard/pick?request=" + request);
            page.getByText("Yes, agreed: send").click();

            assertThat(page.locator(".pick-item .badges").last().textContent()).contains("Customer agreed");
            open(page, "/guard/ledger");
            assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText(request))
                            .textContent())
                    .contains("Customer agreed");
        }
    }

    @Test
    void theLedgerLeadsToThePickerByKeyboard() {
        String request = ask();
        try (BrowserContext context = Visitor.context("en", "dark")) {
            Page page = context.newPage();
            open(page, "/guard/ledger?verdict=BLOCK&rule=nut_allergy:ingredient");
            page.locator("tr", new Page.LocatorOptions().setHasText(request))
                    .locator("a")
                    .first()
                    .focus();
            page.keyboard().press("Enter");
            page.waitForURL(address -> address.contains("/guard/pick/"));

            assertThat(page.locator("h1").textContent()).isEqualTo("Rice with lentils");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru"})
    void nothingGraveStandsInTheWayAndAllFitsAPhone(String language) {
        String request = ask();
        List<String> found = new ArrayList<>();
        try (BrowserContext context = phone(true, language)) {
            Page page = context.newPage();
            page.onPageError(error -> found.add("script: " + error));
            for (String path : List.of("/guard", "/guard/ledger", "/guard/pick?request=" + request)) {
                open(page, path);
                page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
                for (String fault : PageCheck.graveFaults(page)) {
                    found.add(path + " " + fault);
                }
                Object wider = page.evaluate("document.documentElement.scrollWidth > innerWidth");
                if (Boolean.TRUE.equals(wider)) {
                    found.add(path + " is wider than the phone");
                }
            }
            for (var tap : page.locator(".tap").all()) {
                BoundingBox box = Objects.requireNonNull(tap.boundingBox());
                if (box.height < FINGER || box.width < FINGER) {
                    found.add("too small to hit: " + tap.textContent());
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
