package org.amends.server.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation sets about access, below {@code amends}, as in {@code AMENDS_PUBLIC_URL}.
 *
 * @param publicUrl where people reach the console, such as {@code https://amends.example.com}; passkeys belong to its host
 * @param trustedProxies a regular expression of the addresses whose {@code X-Forwarded-} headers are believed; null for nobody's
 * @param oidc the identity provider that people may come in by, or null
 */
@ConfigurationProperties("amends")
public record AccessSettings(
        @Nullable URI publicUrl,
        @Nullable String trustedProxies,
        @Nullable Oidc oidc) {

    /**
     * An OpenID Connect provider.
     *
     * @param issuer its address; the rest is discovered there
     * @param clientId who Amends is to it
     * @param clientSecret how Amends proves that
     * @param name how the button on the login page calls it
     * @param rolesClaim the claim that lists a person's groups
     * @param roles which groups give which role, by the role's name; who has none of them does not get in
     */
    public record Oidc(
            String issuer,
            String clientId,
            String clientSecret,
            @Nullable String name,
            @Nullable String rolesClaim,
            @Nullable Map<String, List<String>> roles) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "OpenID Connect at " + issuer;
        }
    }
}
