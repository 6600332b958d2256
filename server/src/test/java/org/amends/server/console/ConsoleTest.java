package org.amends.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.amends.server.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console in a real browser, over a small simulated grocer. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class ConsoleTest {

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void load() throws InterruptedException {
        Grocer.load(SharedServer.running());
    }

    @BeforeEach
    void open() {
        context = Visitor.ofGrocer(new Browser.NewContextOptions());
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void go(String path) {
        page.navigate(SharedServer.running().at(path).toString());
    }

    private List<String> customers() {
        return page.locator("#found tbody th a").allInnerTexts();
    }

    @Test
    void todayNamesWhoComplainedWhatFallsDueAndWhomToLookAtFirst() {
        go("/");

        assertThat(page.locator("h1")).hasText("Today");
        assertThat(page.locator("#changed")).containsText("complained");
        assertThat(page.locator("#promises")).containsText("overdue since");
        assertThat(page.locator("#promises")).containsText("due ");
        assertThat(page.locator("#first li")).hasCount(6);
        assertThat(page.locator("#first li .told").first()).containsText("With you for");
    }

    @Test
    void theListIsNarrowedByWayOfBreakingWithoutLoadingThePageAnew() {
        go("/relationships");
        page.evaluate("window.kept = true");

        page.selectOption("#mode", "acute_failure");
        page.waitForURL(Pattern.compile("mode=acute_failure"));

        assertThat(page.locator("#found tbody .mode").first()).hasText("A bad failure");
        assertThat(Set.copyOf(page.locator("#found tbody .mode").allInnerTexts()))
                .containsOnly("A bad failure");
        assertThat(page.evaluate("window.kept")).isEqualTo(true);
    }

    @Test
    void theListWorksWithoutScript() {
        try (BrowserContext scriptless =
                Visitor.ofGrocer(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page plain = scriptless.newPage();
            plain.navigate(SharedServer.running().at("/relationships").toString());
            plain.fill("#q", "c00000");
            plain.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply"))
                    .click();

            assertThat(plain.locator("#found tbody th a").allInnerTexts())
                    .isNotEmpty()
                    .allMatch(customer -> customer.startsWith("c00000"));
        }
    }

    @Test
    void aRangeThatIsNoNumberIsSaidToBeNone() {
        go("/relationships?risk_from=many");

        assertThat(page.getByText("This was not understood")).isVisible();
        assertThat(customers()).isNotEmpty();
    }

    @Test
    void headingsSort() {
        go("/relationships?sort=customer");
        List<String> byName = customers();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chance of ending"))
                .click();
        page.waitForURL(Pattern.compile("sort=risk"));

        assertThat(byName).isSorted();
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Chance of ending");
    }

    @Test
    void pagesFollowOneAnotherWithoutShowingAnybodyTwice() {
        go("/relationships?sort=risk");
        Set<String> seen = new TreeSet<>(customers());
        int pages = 1;
        Locator next = page.locator("a[rel=next]");
        while (next.count() > 0) {
            next.click();
            page.waitForLoadState();
            List<String> more = customers();
            assertThat(seen).doesNotContainAnyElementsOf(more);
            seen.addAll(more);
            pages++;
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(page.locator("#found [role=status]")).containsText("%,d relationships".formatted(seen.size()));
    }

    @Test
    void aViewIsKeptLedToAndForgotten() {
        go("/relationships?mode=fading&open=on");
        page.locator(".keep summary").click();
        page.fill("#name", "Fading with something open");
        page.locator(".keep button.button").click();

        Locator view = page.locator(".views a", new Page.LocatorOptions().setHasText("Fading with something open"));
        assertThat(view).hasAttribute("href", "/relationships?mode=fading&open=on");
        assertThat(view).hasAttribute("aria-current", "true");

        page.locator(".keep summary").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Forget the view"))
                .click();
        assertThat(view).hasCount(0);
    }

    @Test
    void theWholeListLeavesAsCsv() throws IOException {
        go("/relationships?standing=all&sort=customer");
        Download file =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV"))
                        .click());
        String text = Files.readString(file.path(), StandardCharsets.UTF_8);

        assertThat(text).startsWith("\uFEFFCustomer,Brand,Standing,Chance of ending,");
        assertThat(text.lines()).hasSizeGreaterThan(Grocer.CUSTOMERS - 20);
        assertThat(text).contains("Ada/Известная,");
    }

    @Test
    void theWholeListLeavesAsXlsx() throws IOException {
        go("/relationships?standing=all&sort=customer");
        Download file =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("XLSX"))
                        .click());

        try (ZipFile workbook = new ZipFile(file.path().toFile())) {
            String sheet = new String(
                    workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet.split("<row ", -1)).hasSizeGreaterThan(Grocer.CUSTOMERS - 20);
        }
    }

    @Test
    void aRelationshipIsToldTakenApartAndSumsUp() {
        go("/relationships?sort=priority");
        page.locator("#found tbody th a").first().click();

        assertThat(page.locator(".story-told")).containsText("With you for");
        assertThat(page.locator("#risk [data-chart] svg")).isVisible();
        assertThat(page.locator("#timeline [data-chart] svg")).isVisible();
        page.getByText("Every contribution, down to the event").click();
        double sum = page.locator("#numbers > details td.number").allInnerTexts().stream()
                .map(weight -> weight.replace('\u2212', '-').replace("+", ""))
                .mapToDouble(Double::parseDouble)
                .sum();
        double told = Double.parseDouble(page.locator("#numbers tfoot td")
                .innerText()
                .replace('\u2212', '-')
                .replace("+", ""));
        // Each addend is rounded to a tenth, and the last number is the sum itself.
        assertThat(sum - told).isCloseTo(told, org.assertj.core.api.Assertions.within(1.5));
    }

    @Test
    void anIdWithASlashHasItsPageAndWordsOfCustomersAreNoMarkup() {
        go("/relationships?q=Ada");
        page.locator("#found tbody th a").first().click();

        assertThat(page.locator("h1")).hasText("Ada/Известная");
        assertThat(page.locator("blockquote")).containsText("Still <b>waiting</b> for an answer.");
        assertThat(page.locator("#promises")).containsText("overdue");
    }

    @Test
    void whatIfMovesTheNumber() {
        go("/relationships?q=Ada");
        page.locator("#found tbody th a").first().click();
        page.getByLabel("You answer what is open").check();
        page.getByLabel("You close everything open").check();

        assertThat(page.locator(".moves .better")).isVisible();
    }

    @Test
    void olderEventsComeWhenAskedFor() {
        // Who is worth most has bought most.
        go("/relationships?sort=value_at_risk");
        page.locator("#found tbody th a").first().click();
        int before = page.locator(".event").count();
        page.getByText("Older events").click();

        assertThat(page.locator(".event").nth(before)).isVisible();
    }

    @Test
    void theFiveWaysLeadToTheirCustomers() {
        go("/ways");
        assertThat(page.locator(".way")).hasCount(5);
        // Who fades is seen once the base model is fitted to these customers, soon after they came.
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (page.locator(".w-fading p a").count() == 0 && System.nanoTime() < end) {
            go("/ways");
        }
        page.locator(".w-fading p a").last().click();

        assertThat(page.locator("#mode")).hasValue("fading");
        assertThat(customers()).isNotEmpty();
    }

    @Test
    void aLanguageAndALightAreKept() {
        go("/ways");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Русский"))
                .click();
        assertThat(page.locator("h1")).hasText("Виды разрыва");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Тёмная"))
                .click();

        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
        assertThat(page.url()).endsWith("/ways");
    }

    @Test
    void keysWalkTheRowsFindTheSearchAndShowTheirHelp() {
        go("/relationships");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("#found tbody tr").first().locator("a")).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("g");
        page.keyboard().press("w");
        assertThat(page.locator("h1")).hasText("Ways of breaking");
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        assertThat(page.navigate(SharedServer.running()
                                .at("/relationships/nobody-at-all")
                                .toString())
                        .status())
                .isEqualTo(404);
    }
}
