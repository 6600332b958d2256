package org.amends.server.access.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A small OpenID Connect provider on this machine, whose one person is whom the test says. It insists on PKCE. */
final class Provider implements AutoCloseable {

    static final String CLIENT = "amends-test";

    private final HttpServer server;
    private final RSAKey key;

    /** Who signs in. */
    volatile String subject = "s-1";

    volatile List<String> groups = List.of();

    /** Set to have a fault in the ID token. */
    volatile String audience = CLIENT;

    volatile boolean otherNonce;

    private volatile Map<String, String> asked = Map.of();

    Provider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, discovery()));
        server.createContext("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"],"scopes_supported":["openid"]}""".formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        asked = fields(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=c-1&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        json(
                exchange,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                        .formatted(idToken()));
    }

    private String idToken() {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", otherNonce ? "other" : asked.get("nonce"))
                .claim("name", "Grace " + subject)
                .claim("email", subject + "@example.com")
                .claim("groups", groups)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&", -1))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(
                        each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8), (a, b) -> a));
    }

    private static void json(HttpExchange exchange, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
