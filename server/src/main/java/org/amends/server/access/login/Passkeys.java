package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.amends.server.access.AccessSettings;
import org.amends.server.access.Person;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Passkeys: made and checked by Spring Security. The authenticator must verify its user, so that a passkey alone is two factors.
 *
 * <p>A passkey belongs to a host. It is the one of the public URL, or {@code localhost} where none is set.
 */
final class Passkeys {

    private static final String LOCALHOST = "localhost";

    private final People people;
    private final UserCredentialRepository kept;
    private final @Nullable URI publicUrl;

    Passkeys(People people, JdbcOperations sql, AccessSettings settings) {
        this.people = people;
        this.kept = new JdbcUserCredentialRepository(sql);
        this.publicUrl = settings.publicUrl();
    }

    /** Whether a passkey can be used where the request came to. */
    boolean possible(HttpServletRequest request) {
        String host = request.getServerName();
        return publicUrl == null ? host.equals(LOCALHOST) : host.equals(publicUrl.getHost());
    }

    /** What the browser is to make a passkey with. */
    PublicKeyCredentialCreationOptions creation(Person person, HttpServletRequest request) {
        return operations(request)
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person.login(), null, AuthorityUtils.NO_AUTHORITIES)));
    }

    /** Keeps a passkey that was made so. */
    CredentialRecord register(
            PublicKeyCredentialCreationOptions asked,
            PublicKeyCredential<AuthenticatorAttestationResponse> made,
            String label,
            HttpServletRequest request) {
        return operations(request)
                .registerCredential(
                        new ImmutableRelyingPartyRegistrationRequest(asked, new RelyingPartyPublicKey(made, label)));
    }

    /** What the browser is to prove. It names nobody: the passkey says whose it is. */
    PublicKeyCredentialRequestOptions proof(HttpServletRequest request) {
        return operations(request)
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(new AnonymousAuthenticationToken(
                                "passkey", "nobody", AuthorityUtils.createAuthorityList("nobody"))));
    }

    /** Who has proved it. */
    Optional<Account> check(
            PublicKeyCredentialRequestOptions asked,
            PublicKeyCredential<AuthenticatorAssertionResponse> given,
            HttpServletRequest request) {
        PublicKeyCredentialUserEntity who =
                operations(request).authenticate(new RelyingPartyAuthenticationRequest(asked, given));
        return people.find(id(who.getId())).filter(Account::enabled);
    }

    /** The passkeys of a person. */
    List<CredentialRecord> of(Person person) {
        return kept.findByUserId(bytes(person.id()));
    }

    /** Removes a passkey of a person; says what it was called, if there was one. */
    Optional<String> remove(Person person, String credentialId) {
        return of(person).stream()
                .filter(each -> each.getCredentialId().toBase64UrlString().equals(credentialId))
                .findFirst()
                .map(found -> {
                    kept.delete(found.getCredentialId());
                    return String.valueOf(found.getLabel());
                });
    }

    /** Removes all passkeys of a person. */
    void removeAll(Person person) {
        of(person).forEach(each -> kept.delete(each.getCredentialId()));
    }

    private WebAuthnRelyingPartyOperations operations(HttpServletRequest request) {
        URI url = publicUrl;
        String host = url == null ? LOCALHOST : url.getHost();
        String origin = url == null
                ? "%s://%s:%d".formatted(request.getScheme(), LOCALHOST, request.getServerPort())
                : url.getScheme() + "://" + url.getAuthority();
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                new Owners(people),
                kept,
                PublicKeyCredentialRpEntity.builder().id(host).name("Amends").build(),
                Set.of(origin));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private static Bytes bytes(UUID id) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private static UUID id(Bytes bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes());
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** People as the owners of passkeys. */
    private record Owners(People people) implements PublicKeyCredentialUserEntityRepository {

        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
            return people.find(Passkeys.id(id)).map(Owners::owner).orElse(null);
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
            return people.byLogin(login).map(Owners::owner).orElse(null);
        }

        @Override
        public void save(PublicKeyCredentialUserEntity owner) {
            throw new IllegalStateException("People are not made by passkeys.");
        }

        @Override
        public void delete(Bytes id) {
            throw new IllegalStateException("People are not removed by passkeys.");
        }

        private static PublicKeyCredentialUserEntity owner(Account account) {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(bytes(account.person().id()))
                    .name(account.person().login())
                    .displayName(account.person().name())
                    .build();
        }
    }
}
