package org.amends.server.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.amends.server.access.Browser;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.Served;
import org.amends.server.access.person.People;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B: the text 12345678901234567890. */
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static Served served;

    @BeforeAll
    static void start() {
        served = new Served();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** The last six digits of the eight that the table of RFC 6238 gives. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            seconds, code
            59, 287082
            1111111109, 081804
            1111111111, 050471
            1234567890, 005924
            2000000000, 279037
            20000000000, 353130
            """)
    void givesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(RFC_SECRET, seconds / 30)).isEqualTo(code);
    }

    @Test
    void takesACodeOfTheStepBeforeAndAfterAndNoOther() {
        Instant now = Instant.ofEpochSecond(30 * 1000);

        for (long step = 998; step <= 1002; step++) {
            assertThat(Totp.step(RFC_SECRET, Totp.code(RFC_SECRET, step), now).isPresent())
                    .as("step %d", step)
                    .isEqualTo(step >= 999 && step <= 1001);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^http://localhost:\\d+", "");
    }

    private static String code(Person person, int stepsAhead) {
        String secret =
                served.part(People.class).find(person.id()).orElseThrow().totpSecret();
        return Totp.code(secret, Instant.now().getEpochSecond() / 30 + stepsAhead);
    }

    private static List<String> addAuthenticator(Browser browser, Person person) {
        assertThat(browser.get("/account/totp").body()).contains("class=\"qr\"");
        String secret =
                served.part(People.class).find(person.id()).orElseThrow().totpPending();
        String code = Totp.code(secret, Instant.now().getEpochSecond() / 30 - 1);
        HttpResponse<String> added = browser.post("/account/totp", "code", code);
        return Jsoup.parse(added.body())
                .selectFirst("#codes")
                .text()
                .lines()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .toList();
    }

    private static Browser halfWay(String login) {
        served.sql().sql("delete from login_hindrance").update();
        Browser browser = served.browser();
        assertThat(location(browser.post("/login", "login", login, "password", Browser.PASSWORD)))
                .isEqualTo("/login/second");
        return browser;
    }

    @Test
    void asksForTheCodeAndOpensNothingBefore() {
        Browser owner = served.browser();
        Person person = owner.enter("ann", Role.AGENT);
        var unused = addAuthenticator(owner, person);

        Browser browser = halfWay("ann");

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.post("/login/second", "code", "000000").statusCode()).isEqualTo(401);
        assertThat(location(browser.post("/login/second", "code", code(person, 0))))
                .isEqualTo("/");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesACodeThatWasUsedAlready() {
        Browser owner = served.browser();
        Person person = owner.enter("ben", Role.AGENT);
        var unused = addAuthenticator(owner, person);
        String code = code(person, 0);
        assertThat(location(halfWay("ben").post("/login/second", "code", code))).isEqualTo("/");

        assertThat(halfWay("ben").post("/login/second", "code", code).statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        Browser owner = served.browser();
        Person person = owner.enter("cat", Role.AGENT);
        List<String> codes = addAuthenticator(owner, person);
        assertThat(codes).hasSize(8).allMatch(code -> code.matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"));

        assertThat(location(halfWay("cat")
                        .post("/login/second", "code", codes.getFirst().toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo("/");
        assertThat(halfWay("cat")
                        .post("/login/second", "code", codes.getFirst())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void asksAgainBeforeTheAuthenticatorIsTakenAway() {
        Browser owner = served.browser();
        Person person = owner.enter("dan", Role.AGENT);
        var unused = addAuthenticator(owner, person);
        served.sql()
                .sql("update console_session set confirmed_at = now() - interval '11 minutes' where person = :id")
                .param("id", person.id())
                .update();

        assertThat(location(owner.post("/account/totp/remove"))).startsWith("/confirm");
        assertThat(served.part(People.class).find(person.id()).orElseThrow().totpSecret())
                .isNotNull();

        assertThat(location(owner.post("/confirm", "proof", code(person, 0), "next", "/account")))
                .isEqualTo("/account");
        assertThat(location(owner.post("/account/totp/remove"))).isEqualTo("/account?told=totp_removed");
    }
}
