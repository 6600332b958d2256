package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for customers in a real browser: on a telephone as on a desk, in every language. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class CustomerPagesTest {

    private static final int PATIENCE_MILLIS = 60_000;

    @ParameterizedTest
    @CsvSource({"en, 1280, LIGHT", "fr, 390, LIGHT", "es, 390, DARK", "ru, 360, LIGHT"})
    void letsSomebodyComplainAndFollowIt(String language, int width, ColorScheme light) {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(width, 800)
                        .setColorScheme(light))) {
            context.setDefaultTimeout(PATIENCE_MILLIS);
            Page page = context.newPage();
            page.navigate(SharedServer.running().at("/complain").toString());
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            look(page, width, found);
            page.fill("#what", "The lamp arrived broken, and nobody answers.");
            page.check("input[name=wish][value=refund]");
            page.fill("#address", "a" + UUID.randomUUID() + "@example.com");
            // Whoever is too quick for a person is asked to press again, and loses no word.
            do {
                page.press("#address", "Enter");
                page.waitForLoadState();
            } while (page.url().endsWith("/complain"));
            page.waitForURL("**/status/**");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("script").count()).isZero();
            assertThat(page.locator(".key-link").textContent()).contains("/status/", "key=");
            page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
            look(page, width, found);
            page.fill("#text", "It was on 3 May.");
            page.locator("#add button[type=submit]").click();
            page.locator(".notice.good").waitFor();
            assertThat(page.locator(".talk").textContent()).contains("It was on 3 May.");
        }
        assertThat(found).isEmpty();
    }

    private static void look(Page page, int width, List<String> found) {
        for (String fault : PageCheck.faults(page)) {
            found.add(page.url() + " " + fault);
        }
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        if (((Number) wide).intValue() > width) {
            found.add("%s is %s wide".formatted(page.url(), wide));
        }
    }
}
