package org.amends.server.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.person.EntryLinks;
import org.amends.server.access.person.People;

/** Somebody at the console, signed in. */
final class Visitor {

    private static final String PASSWORD = "gravel teapot unanimous 9";
    private static final Map<BrandScope, String> SIGNED_IN = new HashMap<>();

    private Visitor() {}

    /** What a browser keeps once an administrator has signed in; signed in once, by the link that invites them. */
    private static synchronized String signedIn(BrandScope brands) {
        return SIGNED_IN.computeIfAbsent(brands, Visitor::signIn);
    }

    private static String signIn(BrandScope brands) {
        SharedServer server = SharedServer.running();
        Instant now = Instant.now();
        Person person = server.part(People.class)
                .add("visitor-" + UUID.randomUUID(), "Vera Visitor", Set.of(Role.ADMIN), brands, now);
        String link = server.part(EntryLinks.class).make(person.id(), now);
        try (BrowserContext context = Chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(server.at(link).toString());
            page.fill("input[name=name]", "Vera Visitor");
            page.fill("input[name=password]", PASSWORD);
            page.locator("main button[type=submit]").first().click();
            page.waitForURL(address -> !address.contains("/login"));
            return context.storageState();
        }
    }

    static BrowserContext context(String language, String theme) {
        return context(new Browser.NewContextOptions(), language, theme);
    }

    static BrowserContext withoutScript() {
        return context(new Browser.NewContextOptions().setJavaScriptEnabled(false), "en", "light");
    }

    static BrowserContext context(Browser.NewContextOptions options, String language, String theme) {
        return context(options, language, theme, BrandScope.ALL);
    }

    /** Somebody who sees the grocer's customers, and nobody of other tests. */
    static BrowserContext ofGrocer(Browser.NewContextOptions options) {
        return context(options, "en", "light", BrandScope.of(Set.of(Grocer.BRAND)));
    }

    private static BrowserContext context(
            Browser.NewContextOptions options, String language, String theme, BrandScope brands) {
        BrowserContext context =
                Chromium.browser().newContext(options.setAcceptDownloads(true).setStorageState(signedIn(brands)));
        context.setDefaultTimeout(20_000);
        context.addCookies(List.of(cookie("amends_language", language), cookie("amends_theme", theme)));
        return context;
    }

    private static Cookie cookie(String name, String value) {
        return new Cookie(name, value).setUrl(SharedServer.running().at("/").toString());
    }
}
