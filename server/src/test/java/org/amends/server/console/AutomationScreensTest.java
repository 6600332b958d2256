package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.amends.server.automation.reply.ReplyDesk;
import org.amends.server.complaint.CaseDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, macros and saved replies, as people make and use them. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class AutomationScreensTest {

    private final CaseDesk desk = new CaseDesk();
    private final SharedServer server = desk.server;
    private final String name = "screen-" + UUID.randomUUID().toString().substring(0, 20);

    private void open(Page page, String path) {
        page.navigate(server.at(path).toString());
        PageCheck.picture(page, path);
    }

    @ParameterizedTest
    @CsvSource({
        "en, light, What is done to cases by rule",
        "es, dark, Lo que se hace con los casos por regla",
        "fr, light, Ce qui est fait aux dossiers par règle",
        "ru, dark, Что делается с обращениями по правилам"
    })
    void areReadInEachLanguageWithoutAGraveFault(String language, String theme, String lead) {
        try (BrowserContext context = Visitor.context(language, theme)) {
            Page page = context.newPage();
            open(page, "/automation");
            assertThat(page.textContent("main")).contains(lead);
            for (String path : List.of(
                    "/automation/rules/new",
                    "/automation/macros/new",
                    "/automation/replies/new",
                    "/automation/log?rule=" + name)) {
                open(page, path);
                assertThat(PageCheck.graveFaults(page)).as(path).isEmpty();
            }
        }
    }

    @Test
    void aRuleIsSeenAtWorkOnPastCasesBeforeItIsSwitchedOn() {
        String french = desk.open("fr", "Colis perdu", "Où est mon colis ?");
        desk.has("en", "Parcel lost", "Where is my parcel?");
        try (BrowserContext context = Visitor.withoutScript()) {
            Page page = context.newPage();
            open(page, "/automation/rules/new");
            page.fill("#name", name);
            page.fill("#brand", desk.brand);
            page.selectOption("#trigger", "opened");
            page.selectOption("#field-0", "language");
            page.selectOption("#operator-0", "any_of");
            page.fill("#values-0", "fr, ru");
            page.selectOption("#deed-0", "tag");
            page.fill("#deed-value-0", "parcel");
            page.locator("button[name=preview]").press("Enter");

            page.waitForSelector("#preview");
            assertThat(page.textContent("#preview")).contains(french, "Tagged");
            assertThat(desk.read(french).get("tags")).isEmpty();
            assertThat(page.inputValue("#values-0")).isEqualTo("fr, ru");

            page.check("input[name=on]");
            page.locator("main form[action='/automation/rules'] button[type=submit]:not([name])")
                    .press("Enter");
            page.waitForURL("**/automation/rules/" + name);
            open(page, "/automation");
            assertThat(page.locator("tr:has-text('" + name + "')").textContent())
                    .contains("On", "A case arrives");

            open(page, "/automation/rules/" + name);
            page.selectOption("#operator-0", "at_least");
            page.locator("main form[action='/automation/rules'] button[type=submit]:not([name])")
                    .press("Enter");
            assertThat(page.textContent("[role=alert]")).contains("conditions[0].operator", "any_of");
        }
    }

    @Test
    void aMacroIsAppliedByAKeyAndTakenBackAndASavedReplyIsPutIntoALetter() {
        ReplyDesk.company(server, desk.brand);
        try (BrowserContext context = Visitor.context("en", "light")) {
            Page page = context.newPage();
            open(page, "/automation/macros/new");
            page.fill("#name", name);
            page.fill("#brand", desk.brand);
            page.selectOption("#deed-0", "tag");
            page.fill("#deed-value-0", "parcel");
            page.locator("main form[action='/automation/macros'] button[type=submit]")
                    .press("Enter");
            page.waitForURL("**/automation/macros");
            open(page, "/automation/replies/new");
            page.fill("#name", name);
            page.fill("#brand", desk.brand);
            page.fill("#text-en", "We are looking for it; your case is {reference}.");
            page.locator("main form[action='/automation/replies'] button[type=submit]")
                    .press("Enter");
            page.waitForURL("**/automation/replies");

            String reference = desk.open("en", "Parcel lost", "Where is my parcel?");
            open(page, "/cases/" + reference);
            page.keyboard().press("1");
            page.waitForSelector(".macros form[action$='/macros/undo']");
            assertThat(desk.read(reference).at("/tags/0").stringValue()).isEqualTo("parcel");
            page.locator(".macros form[action$='/macros/undo'] button").press("Enter");
            page.waitForSelector(".macros:not(:has(form[action$='/macros/undo']))");
            assertThat(desk.read(reference).get("tags")).isEmpty();

            assertThat(desk.post("/v1/cases/" + reference + "/letters", "{\"purpose\": \"message\"}")
                            .statusCode())
                    .isEqualTo(201);
            open(page, "/cases/" + reference);
            page.locator("button[formaction$='/reply']").press("Enter");
            page.waitForSelector(".letter textarea:has-text('your case is " + reference + "')");
            assertThat(PageCheck.graveFaults(page)).isEmpty();
        }
    }
}
