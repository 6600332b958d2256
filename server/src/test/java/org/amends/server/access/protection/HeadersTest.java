package org.amends.server.access.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.server.access.Browser;
import org.amends.server.access.Role;
import org.amends.server.access.Scope;
import org.amends.server.access.Served;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final Pattern NONCE = Pattern.compile("'nonce-([a-z2-7]{26})'");

    private static Served served;

    @BeforeAll
    static void start() {
        served = new Served();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** A page, a redirect, a refusal, data, a style, what is not there, and what anybody may ask. */
    @ParameterizedTest
    @ValueSource(strings = {"/login", "/", "/v1/audit", "/assets/console.css", "/assets/nothing.js", "/health/live"})
    void standOnEveryKindOfAnswer(String path) {
        HttpResponse<String> answer = served.get(path);

        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "referrer-policy")).isEqualTo("same-origin");
        assertThat(header(answer, "cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(header(answer, "cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(header(answer, "permissions-policy")).contains("camera=()", "geolocation=()");
        assertThat(header(answer, "content-security-policy"))
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "server")).isEmpty();
    }

    @Test
    void allowPagesTheirOwnScriptsOnlyByANonceThatIsNewEachTime() {
        Matcher first = NONCE.matcher(header(served.get("/login"), "content-security-policy"));
        Matcher second = NONCE.matcher(header(served.get("/login"), "content-security-policy"));

        assertThat(first.find() && second.find()).isTrue();
        assertThat(first.group(1)).isNotEqualTo(second.group(1));
        assertThat(header(served.get("/login"), "content-security-policy"))
                .contains("script-src 'self' 'nonce-", "style-src 'self';", "object-src 'none'", "form-action 'self'");
    }

    @Test
    void keepPagesAndDataOutOfCaches() {
        Browser browser = served.browser();
        var unused = browser.enter("cache", Role.ADMIN);

        assertThat(header(browser.get("/account"), "cache-control")).contains("no-store");
        assertThat(header(
                        served.get("/v1/audit", "Authorization", "Bearer " + served.token(Scope.ADMIN)),
                        "cache-control"))
                .contains("no-store");
    }

    @Test
    void promiseHttpsOnlyWhereItIsSpoken() {
        assertThat(header(served.get("/login"), "strict-transport-security")).isEmpty();
        assertThat(header(served.get("/login", "X-Forwarded-Proto", "https"), "strict-transport-security"))
                .as("nobody is believed to be a proxy")
                .isEmpty();
    }
}
