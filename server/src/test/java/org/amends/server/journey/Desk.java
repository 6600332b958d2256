package org.amends.server.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.person.EntryLinks;
import org.amends.server.access.person.People;
import org.amends.server.console.Chromium;
import org.amends.server.console.Texts;
import org.amends.story.Language;

/** Somebody of the company at the console, who finds everything by the words that stand there. */
final class Desk implements AutoCloseable {

    private static final String PASSWORD = "gravel teapot unanimous 9";
    private static final int PATIENCE_MILLIS = 30_000;

    private final Town town;
    private final Texts texts;
    private final String login;
    private final BrowserContext context;
    final Page page;
    final Person person;

    Desk(Town town, Language language, String login, Role role) {
        this.town = town;
        this.texts = Texts.in(language);
        this.login = login;
        this.person = town.served().part(People.class).add(login, login, Set.of(role), BrandScope.ALL, town.now());
        this.context = Chromium.browser().newContext(new Browser.NewContextOptions().setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addCookies(List.of(new Cookie("amends_language", language.code())
                .setUrl(town.served().at("/").toString())));
        this.page = context.newPage();
        comeIn();
    }

    private void comeIn() {
        go(town.served().part(EntryLinks.class).make(person.id(), town.now()));
        write("link.name", login);
        write("password.new", PASSWORD);
        press("link.enter");
    }

    /** Signs in again, since the day is over. */
    void comeBack() {
        go("/login");
        write("login.login", login);
        write("login.password", PASSWORD);
        press("login.enter");
    }

    String text(String key, Object... namesAndValues) {
        return texts.text(key, namesAndValues);
    }

    void go(String path) {
        var ignored = page.navigate(town.served().at(path).toString());
    }

    /** Opens a case from the list of cases. */
    void open(String reference) {
        go("/cases?stage=all&q=" + reference);
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(reference))
                .getByRole(AriaRole.LINK)
                .click();
        page.locator("#next-h").waitFor();
    }

    /** What is to be done next, as the page says. */
    String next() {
        return page.locator("#next-h").innerText();
    }

    /** Follows the page to what is to be done next, by the key. */
    void toNext() {
        page.locator("body").press("n");
    }

    Locator field(String key, Object... namesAndValues) {
        return page.getByLabel(text(key, namesAndValues), new Page.GetByLabelOptions().setExact(true));
    }

    void write(String key, String typed) {
        field(key).fill(typed);
    }

    void choose(String key, String value) {
        var ignored = field(key).selectOption(value);
    }

    Locator button(String key) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text(key)).setExact(true));
    }

    void press(String key) {
        button(key).click();
    }

    /** A part of the page by its heading, opened. */
    Locator part(String key) {
        Locator part = page.locator("details.fold", new Page.LocatorOptions().setHas(heading(key)));
        if (part.getAttribute("open") == null) {
            heading(key).click();
        }
        return part;
    }

    private Locator heading(String key) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(text(key)).setExact(true).setLevel(2));
    }

    /** What went wrong with what was asked for last, as the page says; empty when nothing did. */
    String refused() {
        Locator told = page.locator(".notice.bad");
        return told.count() == 0 ? "" : told.first().innerText();
    }

    /** Keeps a picture of the page, where somebody wants to look at them. */
    void picture(String name) {
        String folder = System.getenv("AMENDS_PICTURES");
        if (folder != null) {
            var ignored = page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
