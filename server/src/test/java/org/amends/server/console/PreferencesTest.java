package org.amends.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer stated, on their page. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class PreferencesTest {

    private final SharedServer server = SharedServer.running();
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        context = Visitor.context("en", "light");
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Locator section() {
        return page.locator("#preferences");
    }

    private void visit(Happenings somebody) {
        page.navigate(server.at("/relationships/" + somebody.customer()).toString());
    }

    private void state(String preference, String until) {
        section().locator("summary").click();
        page.fill("#preference", preference);
        page.fill("#until", until);
        section()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep it"))
                .click();
    }

    @Test
    void whatIsWrittenDownIsShownWithSourceAndDateUntilItIsWithdrawn() {
        visit(Happenings.of(server).buysMonthly(1));
        assertThat(section()).containsText("They have stated no wish.");

        state("Nut-Allergy", "2999-12-31");

        assertThat(section().locator("li")).hasCount(1);
        assertThat(section().locator("li")).containsText("Allergic to nuts");
        assertThat(section().locator("li .tags")).containsText("noted by staff");
        assertThat(section().locator("li .tags")).containsText("since");
        assertThat(section().locator("li .tags")).containsText("2999");
        assertThat(page.locator("#history")).containsText("Allergic to nuts");

        section()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw: Allergic to nuts"))
                .click();

        assertThat(section()).containsText("They have stated no wish.");
    }

    @Test
    void whatCannotBeKeptIsToldAndNothingIsKept() {
        visit(Happenings.of(server).buysMonthly(1));

        state("vegan", "0001-01-01");

        assertThat(section()).containsText("It was not kept.");
        assertThat(section()).containsText("They have stated no wish.");
    }

    @Test
    void whatPurchasesSuggestIsAQuestionAndNoFact() {
        Happenings somebody = Happenings.of(server)
                .buysMonthly(1)
                .event("preference_stated", 3, null, "vegan", null, null, Map.of("stated_by", "purchases"))
                .event("preference_stated", 3, null, "nothing blue", null, null);
        visit(somebody);

        assertThat(section()).containsText("Nobody said so. Ask");
        assertThat(section().locator("h4")).hasText("Vegan?");
        assertThat(section().locator("li h3")).hasText("In their own words: “nothing blue”");
        assertThat(PageCheck.faultsWithin(page, "#preferences")).isEmpty();
    }
}
