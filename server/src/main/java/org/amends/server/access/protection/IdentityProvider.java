package org.amends.server.access.protection;

import java.util.function.Supplier;
import org.amends.server.access.AccessSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** The identity provider as its own address describes it; asked when somebody first comes by it, so that a start needs it not. */
final class IdentityProvider implements ClientRegistrationRepository {

    /** Its name in our addresses. */
    static final String ID = "oidc";

    private final Supplier<ClientRegistration> discovery;
    private volatile @Nullable ClientRegistration known;

    IdentityProvider(AccessSettings.Oidc settings) {
        this.discovery = () -> ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile", "email")
                .build();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!registrationId.equals(ID)) {
            return null;
        }
        ClientRegistration found = known;
        if (found == null) {
            found = discovery.get();
            known = found;
        }
        return found;
    }
}
