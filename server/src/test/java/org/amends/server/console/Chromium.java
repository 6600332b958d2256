package org.amends.server.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium of this machine for all tests of this JVM. Where there is none, the tests that need it are skipped and say so. */
public final class Chromium implements BeforeAllCallback {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable");

    private static final double PATIENCE_MILLIS = 30_000;

    private static Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        Path program = program();
        Assumptions.assumeTrue(
                program != null, "No Chromium in %s or $CHROMIUM: install it to try the console.".formatted(PLACES));
        open(Objects.requireNonNull(program));
    }

    private static Path program() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Opens it once. Playwright's driver ends with this JVM, and the browser with the driver. */
    private static synchronized void open(Path program) {
        if (browser != null) {
            return;
        }
        // A machine that runs other tests as well may take longer than the five seconds that are usual.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** The browser; pages of one test belong into a context of their own. */
    public static Browser browser() {
        return browser;
    }
}
