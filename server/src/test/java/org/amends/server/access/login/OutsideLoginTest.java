package org.amends.server.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.amends.server.access.Browser;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.Served;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutsideLoginTest {

    private static final List<String> SET =
            List.of("issuer", "client-id", "client-secret", "roles.lead", "roles.admin");

    private static Provider provider;
    private static Served served;

    @BeforeAll
    static void start() {
        provider = new Provider();
        System.setProperty("amends.oidc.issuer", provider.issuer());
        System.setProperty("amends.oidc.client-id", Provider.CLIENT);
        System.setProperty("amends.oidc.client-secret", "secret");
        System.setProperty("amends.oidc.roles.lead", "care-leads,care");
        System.setProperty("amends.oidc.roles.admin", "it");
        served = new Served();
    }

    @AfterAll
    static void stop() {
        SET.forEach(name -> System.clearProperty("amends.oidc." + name));
        served.close();
        provider.close();
    }

    @BeforeEach
    void nobody() {
        provider.audience = Provider.CLIENT;
        provider.otherNonce = false;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    /** Goes to the provider and back, and gives where that ends. */
    private static String come(Browser browser, String subject, String... groups) {
        provider.subject = subject;
        provider.groups = List.of(groups);
        String there = location(browser.get("/login/oauth2/authorization/oidc"));
        assertThat(there).contains("code_challenge_method=S256", "nonce=", "state=");
        String back = location(served.elsewhere(there));
        return location(browser.get(back.replaceFirst("^http://localhost:\\d+", "")))
                .replaceFirst("^http://localhost:\\d+", "");
    }

    private static Person known(String subject) {
        return served.part(People.class)
                .byOutsideIdentity(provider.issuer(), subject)
                .map(Account::person)
                .orElseThrow();
    }

    @Test
    void letsInWhoseGroupGivesARole() {
        Browser browser = served.browser();

        assertThat(come(browser, "grace", "care-leads", "other")).isEqualTo("/");

        assertThat(browser.get("/account").body()).contains("Grace grace");
        assertThat(known("grace").roles()).containsExactly(Role.LEAD);
        assertThat(browser.get("/people").statusCode()).isEqualTo(403);
    }

    @Test
    void keepsOutWhoHasNoGroupThatGivesARole() {
        Browser browser = served.browser();

        assertThat(come(browser, "stranger", "other")).isEqualTo("/login?why=no_role");

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void takesRolesAndSessionsFromWhoLostTheirGroups() {
        Browser before = served.browser();
        assertThat(come(before, "mover", "it")).isEqualTo("/");
        assertThat(before.get("/people").statusCode()).isEqualTo(200);

        assertThat(come(served.browser(), "mover")).isEqualTo("/login?why=no_role");

        assertThat(before.get("/account").statusCode()).isEqualTo(302);
        assertThat(known("mover").roles()).isEmpty();
    }

    @Test
    void neverTakesSomebodyForAnotherByTheirMailAddress() {
        served.has("ada@example.com", Role.ADMIN);

        assertThat(come(served.browser(), "ada", "care")).isEqualTo("/");

        assertThat(known("ada").roles()).containsExactly(Role.LEAD);
        assertThat(known("ada").login()).isNotEqualTo("ada@example.com");
    }

    @Test
    void refusesATokenForAnotherClientOrOfAnotherAttempt() {
        provider.audience = "somebody-else";
        assertThat(come(served.browser(), "eve", "it")).isEqualTo("/login?why=provider");

        provider.audience = Provider.CLIENT;
        provider.otherNonce = true;
        assertThat(come(served.browser(), "eve", "it")).isEqualTo("/login?why=provider");
    }

    @Test
    void refusesAnAnswerThatThisBrowserDidNotAskFor() {
        assertThat(location(served.get("/login/oauth2/code/oidc?code=c-1&state=guessed")))
                .endsWith("/login?why=provider");
    }
}
