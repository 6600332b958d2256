package org.amends.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.amends.server.access.token.TokenCheck;
import org.amends.server.access.token.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenAccessTest {

    private static Served served;

    @BeforeAll
    static void start() {
        served = new Served();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static HttpResponse<String> audit(String authorization) {
        return served.get("/v1/audit", "Authorization", authorization);
    }

    @Test
    void answersProgramsWithoutATokenWithAProblemThatSaysHow() {
        HttpResponse<String> answer = served.get("/v1/audit");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer realm=\"Amends\"");
        assertThat(answer.body()).contains("token-missing", "amends token create");
    }

    @Test
    void letsATokenWithTheScopeIn() {
        assertThat(audit("Bearer " + served.token(Scope.ADMIN)).statusCode()).isEqualTo(200);
    }

    @Test
    void namesTheScopeThatATokenLacks() {
        HttpResponse<String> answer = audit("Bearer " + served.token(Scope.READ, Scope.INGEST));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"scope\":\"admin\"");
    }

    @Test
    void takesTheTokenAsUserNameOfBasicAuthentication() {
        String pair = served.token(Scope.ADMIN) + ":";

        assertThat(audit("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesATokenWithAnotherSecret() {
        String token = served.token(Scope.ADMIN);
        char last = token.charAt(token.length() - 1);
        String other = token.substring(0, token.length() - 1) + (last == 'a' ? 'b' : 'a');

        assertThat(audit("Bearer " + other).statusCode()).isEqualTo(401);
        assertThat(audit("Bearer " + other).body()).contains("invalid-token");
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        assertThat(audit("Bearer ").statusCode()).isEqualTo(401);
        assertThat(audit("Basic !!!").statusCode()).isEqualTo(401);
        assertThat(audit("Digest x").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesARevokedTokenAtOnce() {
        Tokens tokens = served.part(Tokens.class);
        Tokens.Issued issued =
                tokens.create(new Tokens.Wish("x", Set.of(Scope.ADMIN), BrandScope.ALL, null), "system", Instant.now());
        assertThat(audit("Bearer " + issued.text()).statusCode()).isEqualTo(200);

        assertThat(tokens.revoke(issued.token().id(), "system", Instant.now())).isTrue();
        served.part(TokenCheck.class).forget(issued.token().id());

        assertThat(audit("Bearer " + issued.text()).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAnExpiredToken() {
        Tokens.Issued issued = served.part(Tokens.class)
                .create(
                        new Tokens.Wish(
                                "x",
                                Set.of(Scope.ADMIN),
                                BrandScope.ALL,
                                Instant.now().minusSeconds(1)),
                        "system",
                        Instant.now().minusSeconds(60));

        assertThat(audit("Bearer " + issued.text()).statusCode()).isEqualTo(401);
    }

    @Test
    void keepsARotatedTokenForTheOverlapOnly() {
        Tokens tokens = served.part(Tokens.class);
        Instant now = Instant.now();
        Tokens.Issued old =
                tokens.create(new Tokens.Wish("x", Set.of(Scope.ADMIN), BrandScope.ALL, null), "system", now);

        Tokens.Issued next = tokens.rotate(old.token().id(), Duration.ofHours(1), "system", now)
                .orElseThrow();

        assertThat(audit("Bearer " + next.text()).statusCode()).isEqualTo(200);
        assertThat(audit("Bearer " + old.text()).statusCode()).isEqualTo(200);
        assertThat(tokens.find(old.token().id())
                        .orElseThrow()
                        .goodAt(now.plus(Duration.ofHours(1)).plusSeconds(1)))
                .isFalse();
    }

    @Test
    void keepsNothingOfASecretInTheDatabase() {
        String token = served.token(Scope.READ);
        String secret = token.substring(token.lastIndexOf('_') + 1);

        assertThat(served.sql()
                        .sql("select count(*) from access_token t where t::text like '%' || :secret || '%'")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void writesDownWhenATokenWasLastUsed() {
        String token = served.token(Scope.ADMIN);
        assertThat(audit("Bearer " + token).statusCode()).isEqualTo(200);

        served.part(TokenCheck.class).writeLastUses();

        assertThat(served.part(Tokens.class)
                        .find(token.split("_", -1)[1])
                        .orElseThrow()
                        .lastUsedAt())
                .isNotNull();
    }
}
