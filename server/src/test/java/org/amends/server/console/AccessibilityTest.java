package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.amends.server.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe finds on every page, in every language and light. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class AccessibilityTest {

    @BeforeAll
    static void load() throws InterruptedException {
        Grocer.load(SharedServer.running());
    }

    private static final List<String> COLOURFUL = List.of(
            "/",
            "/relationships",
            "/relationship?customer=Ada%2F%D0%98%D0%B7%D0%B2%D0%B5%D1%81%D1%82%D0%BD%D0%B0%D1%8F",
            "/ways");

    private static final List<String> ALL = Stream.concat(
                    COLOURFUL.stream(),
                    Stream.of(
                            "/policy",
                            "/imports",
                            "/customer?customer=Ada%2F%D0%98%D0%B7%D0%B2%D0%B5%D1%81%D1%82%D0%BD%D0%B0%D1%8F",
                            "/people",
                            "/audit"))
            .toList();

    @ParameterizedTest
    @CsvSource({
        "en, light",
        "en, dark",
        "fr, light",
        "es, light",
        "ru, light",
    })
    void nothingGraveStandsInTheWay(String language, String theme) {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = Visitor.context(language, theme)) {
            Page page = context.newPage();
            page.onPageError(error -> found.add("script: " + error));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    found.add("console: " + message.text());
                }
            });
            // Pages are built alike in all languages, and colours are the same everywhere: all pages are looked at in
            // one language
            // of each script, the others and darkness where there is most to see.
            boolean all = theme.equals("light") && Set.of("en", "ru").contains(language);
            for (String path : all ? ALL : COLOURFUL) {
                page.navigate(SharedServer.running().at(path).toString());
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                assertThat(page.url()).as("the page asked for").doesNotContain("/login");
                page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
                for (String fault : PageCheck.graveFaults(page)) {
                    found.add(path + " " + fault);
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
