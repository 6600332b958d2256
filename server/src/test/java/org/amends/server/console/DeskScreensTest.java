package org.amends.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.amends.complaint.CaseHeader;
import org.amends.server.SharedServer;
import org.amends.server.complaint.Cases;
import org.amends.server.intake.Intake;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day of an agent: lists that are kept, many cases at once, mail that waits for a person, and who writes letters. */
@ExtendWith({SharedServer.Use.class, Chromium.class})
class DeskScreensTest {

    private final SharedServer server = SharedServer.running();
    private final Cases cases = server.part(Cases.class);
    private final String brand = "desk-" + UUID.randomUUID();

    @BeforeAll
    static void load() throws InterruptedException {
        Grocer.load(SharedServer.running());
    }

    private String opened() {
        return cases.open(
                        new Cases.NewCase(
                                "person-" + UUID.randomUUID(), brand, "phone", "en", "Late again", null, null),
                        CaseHeader.CUSTOMER,
                        List.of())
                .complaint()
                .reference();
    }

    /** A mail that came without an address to answer to. */
    private UUID held(String subject) {
        UUID id = UUID.randomUUID();
        Messages messages = server.part(Messages.class);
        boolean isNew = messages.keep(
                new KeptMessage(
                        id,
                        null,
                        KeptMessage.Direction.IN,
                        "email",
                        Instant.now(),
                        "",
                        null,
                        "en",
                        null,
                        "",
                        List.of(),
                        subject,
                        "My order came two days late. I want my money back.",
                        "My order came two days late. I want my money back.",
                        KeptMessage.Headers.NONE,
                        KeptMessage.Kind.CONTACT,
                        KeptMessage.Standing.HELD,
                        "no_sender",
                        null,
                        null,
                        "care"),
                List.of(),
                null);
        assertThat(isNew).isTrue();
        messages.keepRaw(id, "care", "", bytes(subject), Intake.sha256(bytes(subject)));
        return id;
    }

    /** A mail that nobody could read. */
    private UUID broken(String subject) {
        UUID id = UUID.randomUUID();
        int one = server.part(JdbcClient.class)
                .sql("""
                        insert into message_raw (id, kept_at, received_at, mailbox, brand, digest, size, bytes, standing,
                            next_attempt, error)
                        values (?, now(), now(), 'care', '', ?, 9000, ?, 'unreadable', now(), 'No header ends.')""")
                .param(id)
                .param(Intake.sha256(bytes(subject)))
                .param(bytes(subject))
                .update();
        assertThat(one).isEqualTo(1);
        return id;
    }

    @SuppressWarnings("ArrayParameter")
    private static byte[] bytes(String subject) {
        return ("Subject: " + subject + "\r\n\r\nLate.").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aListIsKeptAndManyOfItsCasesAreChangedAfterAPreview() {
        String first = opened();
        String second = opened();
        String third = opened();
        try (BrowserContext context = Visitor.context("en", "light")) {
            Page page = context.newPage();
            page.navigate(server.at("/cases?brand=" + brand).toString());
            page.locator(".drop summary").press("Enter");
            page.fill("#queue-name", brand);
            page.press("#queue-name", "Enter");
            PlaywrightAssertions.assertThat(page.locator(".views a[aria-current]"))
                    .hasText(brand + " (mine)");

            nothingWouldComeOfClosingAll(page);

            page.navigate(server.at("/cases?brand=" + brand).toString());
            page.locator("input[value='" + first + "']").press("Space");
            page.locator("input[value='" + third + "']").press("Space");
            page.locator("#many button").press("Enter");
            page.selectOption("#act", "tag");
            page.fill("#bulk-tag", "Parcel");
            page.locator("#what button").press("Enter");
            page.locator("#preview button").press("Enter");
            PlaywrightAssertions.assertThat(page.locator("#run [role=status]"))
                    .hasText(
                            "Done: 2 of 2",
                            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                    .setTimeout(30_000));

            page.navigate(server.at("/cases?brand=" + brand).toString());
            page.locator("form[action$='/forget'] button").press("Enter");
            page.waitForURL(address -> address.endsWith("/cases"));
            PlaywrightAssertions.assertThat(page.locator(".views")).not().containsText(brand);
        }
        assertThat(cases.state(first).orElseThrow().tags()).containsExactly("parcel");
        assertThat(cases.state(second).orElseThrow().tags()).isEmpty();
        assertThat(cases.state(third).orElseThrow().tags()).containsExactly("parcel");
    }

    private static void nothingWouldComeOfClosingAll(Page page) {
        page.locator("#many input[name=all]").press("Space");
        page.locator("#many button").press("Enter");
        page.selectOption("#act", "close");
        page.locator("#what button").press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("Nothing would change");
        PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("The customer has no answer yet");
    }

    @Test
    void mailThatWaitsForAPersonIsPutOnCasesOrAside() {
        String name = UUID.randomUUID().toString();
        UUID complaint = held("held " + name);
        UUID advertising = held("bought " + name);
        UUID damaged = broken("broken " + name);
        try (BrowserContext context = Visitor.withoutScript()) {
            Page page = context.newPage();
            page.navigate(server.at("/mails").toString());
            page.press("form[action='/mails/" + advertising + "/dismiss'] button", "Enter");
            page.press("form[action='/mails/" + complaint + "/case'] button", "Enter");
            page.waitForURL(address -> address.contains("/cases/C-"));
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("held " + name);

            page.navigate(server.at("/mails?show=unreadable").toString());
            page.locator("li:has(#b-" + damaged + ") summary").press("Enter");
            page.fill("#text-" + damaged, "The bottles were broken and I want new ones.");
            page.press("form[action='/mails/unreadable/" + damaged + "/case'] button", "Enter");
            page.waitForURL(address -> address.contains("/cases/C-"));
            PlaywrightAssertions.assertThat(page.locator(".said")).containsText("The bottles were broken");
        }
        Messages messages = server.part(Messages.class);
        assertThat(messages.find(complaint).orElseThrow().standing()).isEqualTo(KeptMessage.Standing.CASE);
        assertThat(messages.find(advertising).orElseThrow().standing()).isEqualTo(KeptMessage.Standing.DISMISSED);
    }

    @Test
    void anAdministratorSaysWhoWrites() {
        try (BrowserContext context = Visitor.context("en", "light")) {
            Page page = context.newPage();
            page.navigate(server.at("/mails/senders").toString());
            page.fill("#brand", brand);
            page.fill("#name", "Green Corner");
            page.fill("#signer", "Lena Vogt");
            page.fill("#sender", "care@green-corner.example");
            page.fill("#email", "care@green-corner.example");
            page.fill("#answer", "9");
            page.press("#answer", "Enter");
            PlaywrightAssertions.assertThat(page.locator(".notice.good")).containsText("It is kept");
            PlaywrightAssertions.assertThat(page.locator("#answer")).hasValue("9");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, light, 1280", "ru, dark, 390", "fr, light, 390", "es, dark, 1280"})
    void pagesAreSoundInEveryLanguage(String language, String theme, int width) {
        String name = Objects.requireNonNull(opened());
        UUID waiting = held("held " + name + language);
        UUID damaged = broken("broken " + name + language);
        List<String> faults = new ArrayList<>();
        try (BrowserContext context =
                Visitor.context(new Browser.NewContextOptions().setViewportSize(width, 800), language, theme)) {
            Page page = context.newPage();
            page.onPageError(error -> faults.add("script: " + error));
            for (String path : List.of(
                    "/", "/cases?brand=" + brand, "/mails", "/mails?show=unreadable", "/mails/senders", "bulk")) {
                if (path.equals("bulk")) {
                    page.navigate(server.at("/cases?brand=" + brand).toString());
                    page.locator("#many input[name=all]").press("Space");
                    page.locator("#many button").press("Enter");
                    page.locator("#what button").press("Enter");
                    page.waitForURL(address -> address.endsWith("/preview"));
                } else {
                    page.navigate(server.at(path).toString());
                }
                page.locator("details:not(.drop)").evaluateAll("all => all.forEach(one => one.open = true)");
                PageCheck.picture(page, "desk-%s-%s-%d-%s".formatted(language, theme, width, path.replace(brand, "")));
                faults.addAll(PageCheck.graveFaults(page));
                assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(List.of(waiting, damaged)).doesNotHaveDuplicates();
    }
}
