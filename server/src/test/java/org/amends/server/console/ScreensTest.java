package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amends.server.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes pictures of the pages, to be looked at: {@code -Dconsole.screens=FOLDER}. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
@EnabledIfSystemProperty(named = "console.screens", matches = ".+")
class ScreensTest {

    @BeforeAll
    static void load() throws InterruptedException {
        Grocer.load(SharedServer.running());
    }

    @Test
    void takesPictures() {
        Path folder = Path.of(System.getProperty("console.screens"));
        String customer = firstCustomer();
        List<String> faults = new ArrayList<>();
        for (String look : System.getProperty("console.looks", "light-en,dark-en,phone-en,light-ru")
                .split(",", -1)) {
            String kind = look.split("-", -1)[0];
            String language = look.split("-", -1)[1];
            Browser.NewContextOptions options = new Browser.NewContextOptions()
                    .setViewportSize(kind.equals("phone") ? 360 : 1360, kind.equals("phone") ? 740 : 900);
            try (BrowserContext context = Visitor.context(options, language, kind.equals("dark") ? "dark" : "light")) {
                for (String path : List.of("/", "/relationships", customer, "/ways")) {
                    Page page = context.newPage();
                    page.onConsoleMessage(message -> {
                        if (message.type().equals("error")) {
                            faults.add(path + ": " + message.text());
                        }
                    });
                    page.onPageError(error -> faults.add(path + ": " + error));
                    page.navigate(SharedServer.running().at(path).toString());
                    page.waitForTimeout(900);
                    String name = path.equals("/")
                            ? "today"
                            : path.substring(1).replaceAll("[/?].*", "") + (path.equals(customer) ? "-one" : "");
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(folder.resolve(look + "-" + name + ".png")));
                    Object wide = page.evaluate(
                            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
                    if (Boolean.TRUE.equals(wide)) {
                        faults.add(look + " " + path + " scrolls sideways");
                    }
                    page.close();
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String firstCustomer() {
        try (BrowserContext context = Visitor.context("en", "light")) {
            Page page = context.newPage();
            page.navigate(
                    SharedServer.running().at("/relationships?sort=priority").toString());
            return page.locator("tbody tr a").first().getAttribute("href");
        }
    }
}
