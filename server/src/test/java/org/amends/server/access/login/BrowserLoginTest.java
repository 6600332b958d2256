package org.amends.server.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.amends.server.access.Role;
import org.amends.server.access.Scope;
import org.amends.server.access.Served;
import org.amends.server.access.person.Administrator;
import org.amends.server.console.PageCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signs in with a real browser: by link, by passkey; looks at the pages of access in each language, light and width. */
class BrowserLoginTest {

    private static final Path PICTURES = Path.of("target", "screens", "access");

    private static Served served;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        Path chromium = Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(chromium != null, "No Chromium: install it to try signing in.");
        served = new Served();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Objects.requireNonNull(chromium))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            playwright.close();
            served.close();
        }
    }

    private static BrowserContext context(String language, String theme, int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
        context.setDefaultTimeout(20_000);
        context.addCookies(List.of(
                new Cookie("amends_language", language).setUrl(served.at("/").toString()),
                new Cookie("amends_theme", theme).setUrl(served.at("/").toString())));
        return context;
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(served.at(served.part(Administrator.class).link("system", Instant.now()))
                .toString());
        page.fill("#name", "Ada Byron");
        page.fill("#password", org.amends.server.access.Browser.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(served.at("/").toString());
        return page;
    }

    private static void authenticator(BrowserContext context, Page page) {
        CDPSession session = context.newCDPSession(page);
        var enabled = session.send("WebAuthn.enable", new JsonObject());
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        assertThat(session.send("WebAuthn.addVirtualAuthenticator", arguments).has("authenticatorId"))
                .as("%s", enabled)
                .isTrue();
    }

    @Test
    void signsInByAPasskeyThatWasMadeBefore() {
        try (BrowserContext context = context("en", "light", 1200)) {
            Page page = signedIn(context);
            authenticator(context, page);
            page.navigate(served.at("/account").toString());
            page.fill("#passkey-label", "Work laptop");
            page.click("[data-passkey-make]");
            page.waitForSelector("#passkeys .lines");
            assertThat(page.textContent("#passkeys")).contains("Work laptop");

            page.click(".who form button");
            page.waitForURL("**/login?why=left");
            page.click("[data-passkey-enter]");
            page.waitForURL(served.at("/").toString());
            page.navigate(served.at("/account").toString());

            assertThat(page.textContent("h1")).contains("Ada Byron");
        }
    }

    @Test
    void showsEveryPageWithoutASeriousFaultOfAccessibility() {
        record Look(String language, String theme, int width) {}
        var unused = served.token(Scope.INGEST, Scope.READ);
        served.has("bruno@example.com", Role.LEAD, Role.ANALYST);
        for (Look look : List.of(
                new Look("en", "light", 1200),
                new Look("fr", "dark", 1200),
                new Look("es", "light", 390),
                new Look("ru", "dark", 390))) {
            try (BrowserContext context = context(look.language(), look.theme(), look.width())) {
                Page page = context.newPage();
                look(page, look, "/login");
                String link = served.part(Administrator.class).link("system", Instant.now());
                look(page, look, link);
                page = signedIn(context);
                for (String path : List.of(
                        "/account",
                        "/account/totp",
                        "/confirm",
                        "/people",
                        "/people/new",
                        "/people/tokens",
                        "/people/tokens/new",
                        "/audit")) {
                    look(page, look, path);
                }
            }
        }
    }

    private static void look(Page page, Object look, String path) {
        page.navigate(served.at(path).toString());
        String name =
                path.startsWith("/login/link") ? "link" : path.substring(1).replace('/', '-');
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-"
                        + look.toString().replaceAll("\\w+\\[|]|\\w+=", "").replace(", ", "-") + ".png")));
        assertThat(PageCheck.graveFaults(page)).as("%s %s", path, look).isEmpty();
    }
}
