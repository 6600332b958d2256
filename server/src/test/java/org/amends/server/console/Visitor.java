package org.amends.server.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.amends.server.SharedServer;

/** Somebody at the console, signed in. */
final class Visitor {

    private Visitor() {}

    static BrowserContext context(String language, String theme) {
        return context(new Browser.NewContextOptions(), language, theme);
    }

    static BrowserContext withoutScript() {
        return context(new Browser.NewContextOptions().setJavaScriptEnabled(false), "en", "light");
    }

    static BrowserContext context(Browser.NewContextOptions options, String language, String theme) {
        BrowserContext context = Chromium.browser().newContext(options.setAcceptDownloads(true));
        context.setDefaultTimeout(20_000);
        context.addCookies(List.of(cookie("amends_language", language), cookie("amends_theme", theme)));
        return context;
    }

    private static Cookie cookie(String name, String value) {
        return new Cookie(name, value).setUrl(SharedServer.running().at("/").toString());
    }
}
