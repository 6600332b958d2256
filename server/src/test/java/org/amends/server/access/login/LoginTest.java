package org.amends.server.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.amends.server.access.Browser;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.Served;
import org.amends.server.access.person.Administrator;
import org.amends.server.access.person.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {

    private static Served served;

    @BeforeAll
    static void start() {
        served = new Served();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @BeforeEach
    void forgive() {
        served.sql().sql("delete from login_hindrance").update();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^http://localhost:\\d+", "");
    }

    private static HttpResponse<String> signIn(Browser browser, String login, String password) {
        return browser.post("/login", "login", login, "password", password);
    }

    @Test
    void leadsWhoeverIsNotSignedInToTheLoginPageAndBack() {
        assertThat(location(served.get("/account?told=x"))).isEqualTo("/login?next=%2Faccount%3Ftold%3Dx");
    }

    @Test
    void letsTheAdministratorInByALinkOnce() {
        String link = served.part(Administrator.class).link("system", Instant.now());
        Browser first = served.browser();
        Browser second = served.browser();

        assertThat(first.get(link).statusCode()).isEqualTo(200);
        HttpResponse<String> in = first.post(link, "name", "Ada", "password", Browser.PASSWORD);
        HttpResponse<String> again = second.post(link, "name", "Eve", "password", Browser.PASSWORD);

        assertThat(location(in)).isEqualTo("/");
        assertThat(first.get("/account").body()).contains("Ada");
        assertThat(location(again)).isEqualTo("/login?why=link");
        assertThat(second.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesALinkThatIsADayOld() {
        String link =
                served.part(Administrator.class).link("system", Instant.now().minus(Duration.ofHours(25)));

        assertThat(location(served.browser().get(link))).isEqualTo("/login?why=link");
    }

    @Test
    void signsInByPasswordAndOutAgain() {
        served.has("bea", Role.AGENT);
        Browser browser = served.browser();

        assertThat(location(signIn(browser, "BEA", Browser.PASSWORD))).isEqualTo("/");
        String cookie = browser.cookie("amends");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(location(browser.post("/logout"))).isEqualTo("/login?why=left");

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(served.get("/account", "Cookie", "amends=" + cookie).statusCode())
                .isEqualTo(302);
    }

    @Test
    void answersAWrongPasswordAndAnUnknownNameAlike() {
        served.has("carl", Role.AGENT);

        HttpResponse<String> wrong = signIn(served.browser(), "carl", "not the password");
        HttpResponse<String> unknown = signIn(served.browser(), "nobody", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(401);
        assertThat(plain(wrong, "carl")).isEqualTo(plain(unknown, "nobody"));
    }

    private static String plain(HttpResponse<String> answer, String login) {
        return answer.body()
                .replaceAll("(value|content)=\"[A-Za-z0-9_-]{60,}\"", "")
                .replace(login, "");
    }

    @Test
    void slowsDownWhoeverGuessesAtOneAccountKnownOrNot() {
        served.has("dora", Role.AGENT);
        for (String login : new String[] {"dora", "unknown-" + System.nanoTime()}) {
            served.sql().sql("delete from login_hindrance").update();
            Browser guesser = served.browser();
            for (int i = 0; i < 7; i++) {
                assertThat(signIn(guesser, login, "guess " + i).statusCode()).isIn(401, 429);
            }

            assertThat(signIn(guesser, login, Browser.PASSWORD).statusCode())
                    .as(login)
                    .isEqualTo(429);
        }
    }

    @Test
    void remembersGuessesOverARestart() {
        Browser guesser = served.browser();
        for (int i = 0; i < 9; i++) {
            assertThat(signIn(guesser, "erin", "guess " + i).statusCode()).isIn(401, 429);
        }
        served.sql().sql("update login_hindrance set failures = 20").update();

        served.restart();

        assertThat(signIn(served.browser(), "erin", "guess").statusCode()).isEqualTo(429);
    }

    @Test
    void keepsPeopleSignedInOverARestart() {
        Browser browser = served.browser();
        var unused = browser.enter("fay", Role.AGENT);
        String cookie = browser.cookie("amends");

        served.restart();

        assertThat(served.get("/account", "Cookie", "amends=" + cookie).statusCode())
                .isEqualTo(200);
    }

    @Test
    void neverTakesASessionThatTheBrowserProposes() {
        served.has("gus", Role.AGENT);
        Browser victim = served.browser();
        String planted = "a".repeat(52);
        victim.plant("amends", planted);

        HttpResponse<String> in = signIn(victim, "gus", Browser.PASSWORD);

        assertThat(location(in)).isEqualTo("/");
        assertThat(in.headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("amends=") && !cookie.startsWith("amends=" + planted));
        assertThat(served.get("/account", "Cookie", "amends=" + planted).statusCode())
                .isEqualTo(302);
    }

    @Test
    void setsCookiesThatNoScriptReadsAndNoOtherSiteSends() {
        served.has("hal", Role.AGENT);

        assertThat(signIn(served.browser(), "hal", Browser.PASSWORD).headers().allValues("set-cookie"))
                .filteredOn(cookie -> !cookie.contains("Max-Age=0"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void endsASessionThatNobodyUsesAndEverySessionAfterTwelveHours() {
        Browser idle = served.browser();
        Person person = idle.enter("ida", Role.AGENT);
        served.sql()
                .sql("update console_session set seen_at = now() - interval '31 minutes' where person = :id")
                .param("id", person.id())
                .update();
        assertThat(idle.get("/account").statusCode()).isEqualTo(302);

        assertThat(location(signIn(idle, "ida", Browser.PASSWORD))).isEqualTo("/");
        served.sql()
                .sql("update console_session set started_at = now() - interval '12 hours 1 second' where person = :id")
                .param("id", person.id())
                .update();
        assertThat(idle.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void shutsADisabledPersonOutAtOnce() {
        Browser browser = served.browser();
        Person person = browser.enter("jon", Role.AGENT);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        served.part(People.class).disable(person.id(), Instant.now());

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(signIn(served.browser(), "jon", Browser.PASSWORD).statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesARoleAwayAtOnce() {
        Browser browser = served.browser();
        Person person = browser.enter("kim", Role.ADMIN);
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);

        served.part(People.class).grant(person.id(), Set.of(Role.AGENT), person.brands());

        assertThat(browser.get("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesFormsWithoutTheirToken() {
        Browser browser = served.browser();
        var unused = browser.enter("lea", Role.AGENT);

        assertThat(browser.forged("/logout").statusCode()).isEqualTo(403);
        assertThat(browser.forged("/account/sessions/end-others").statusCode()).isEqualTo(403);
        assertThat(served.browser()
                        .forged("/login", "login", "lea", "password", Browser.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void leadsNobodyToAnotherSite() {
        served.has("max", Role.AGENT);
        for (String next : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil"}) {
            HttpResponse<String> in =
                    served.browser().post("/login", "login", "max", "password", Browser.PASSWORD, "next", next);
            assertThat(location(in)).as(next).isEqualTo("/");
        }
    }

    @Test
    void refusesCommonAndShortPasswords() {
        for (String password :
                new String[] {"short", "password1234", "qwertyuiop12", "aaaaaaaaaaaaaaa", "nora.novak.amends"}) {
            Browser browser = served.browser();
            Person person = served.part(People.class)
                    .add(
                            "nora.novak" + System.nanoTime(),
                            "Nora Novak",
                            Set.of(Role.AGENT),
                            org.amends.server.access.BrandScope.ALL,
                            Instant.now());
            String link = served.part(org.amends.server.access.person.EntryLinks.class)
                    .make(person.id(), Instant.now());

            HttpResponse<String> answer = browser.post(link, "name", "Nora Novak", "password", password);

            assertThat(answer.statusCode()).as(password).isEqualTo(200);
            assertThat(answer.body()).as(password).contains("password-error");
        }
    }

    @Test
    void keepsPasswordsAsArgon2idWithTheRecommendedNumbers() {
        Person person = served.browser().enter("otto", Role.AGENT);

        assertThat(served.part(People.class).find(person.id()).orElseThrow().password())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void changesThePasswordOnlyForWhoeverKnowsIt() {
        Browser browser = served.browser();
        var unused = browser.enter("pia", Role.AGENT);
        Browser elsewhere = served.browser();
        assertThat(location(signIn(elsewhere, "pia", Browser.PASSWORD))).isEqualTo("/");
        String next = "volcano biscuit seven rafters";

        assertThat(browser.post("/account/password", "current", "wrong", "password", next)
                        .statusCode())
                .isEqualTo(200);
        assertThat(location(browser.post("/account/password", "current", Browser.PASSWORD, "password", next)))
                .isEqualTo("/account?told=password");

        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(signIn(served.browser(), "pia", Browser.PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(location(signIn(served.browser(), "pia", next))).isEqualTo("/");
    }
}
