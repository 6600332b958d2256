package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amends.server.access.Confirmed;
import org.amends.server.access.OwnPath;
import org.amends.server.access.Person;
import org.amends.server.access.person.Account;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the script of the pages asks while somebody makes a passkey or signs in by one. Each question is answered once. */
@RestController
class PasskeyPages {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyPages.class);
    private static final String ASKED = "org.amends.passkey.asked";
    private static final String TO_MAKE = "org.amends.passkey.to-make";
    private static final int LONGEST_LABEL = 100;

    private final Passkeys passkeys;
    private final LoginDesk desk;
    private final Sessions sessions;
    private final Doors doors;
    private final Hindrances hindrances;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyPages(
            Passkeys passkeys,
            LoginDesk desk,
            Sessions sessions,
            Doors doors,
            Hindrances hindrances,
            Audit audit,
            TransactionOperations transactions,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.desk = desk;
        this.sessions = sessions;
        this.doors = doors;
        this.hindrances = hindrances;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PostMapping(path = "/login/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String ask(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = passkeys.proof(request);
        request.getSession().setAttribute(ASKED, options);
        return json.writeValueAsString(options);
    }

    @PostMapping("/login/passkey")
    Map<String, String> enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestBody String body,
            @RequestParam(required = false) @Nullable String next) {
        Client client = Client.of(request);
        if (hindrances
                .attempt(Hindrances.By.ADDRESS, client.address(), clock.instant())
                .isPresent()) {
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-attempts",
                    "Too many attempts",
                    "Wait before the next one.");
        }
        Account account = proved(request, body)
                .orElseThrow(() -> new Problem(
                        HttpStatus.UNAUTHORIZED, "passkey-refused", "Passkey refused", "The passkey is not accepted."));
        hindrances.takeBack(Hindrances.By.ADDRESS, client.address());
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ConsoleLogin login
                && login.getPrincipal().id().equals(account.person().id())) {
            doors.open(request, response, sessions.confirm(login.session().id(), clock.instant()));
        } else {
            doors.open(request, response, desk.start(account.person(), Set.of(Means.PASSKEY), client));
        }
        return Map.of("next", OwnPath.of(next));
    }

    @Confirmed
    @PostMapping(path = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String askToMake(HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = passkeys.creation(person(), request);
        request.getSession().setAttribute(TO_MAKE, options);
        return json.writeValueAsString(options);
    }

    @Confirmed
    @PostMapping("/account/passkeys")
    Map<String, String> keep(HttpServletRequest request, @RequestBody String body, @RequestParam String label) {
        String name = label.isBlank() ? "Passkey" : label.strip();
        if (name.length() > LONGEST_LABEL) {
            throw Problem.invalid("label", "too long", "Use at most %d characters.".formatted(LONGEST_LABEL));
        }
        PublicKeyCredentialCreationOptions asked = taken(request, TO_MAKE, PublicKeyCredentialCreationOptions.class)
                .orElseThrow(PasskeyPages::notAsked);
        Person person = person();
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made = json.readValue(body, new TypeReference<>() {});
            transactions.executeWithoutResult(status -> {
                var unused = passkeys.register(asked, made, name, request);
                audit.record(person.actor(), "person.passkey_added", person.actor(), Map.of("name", name));
            });
        } catch (JacksonException | IllegalArgumentException | IllegalStateException refused) {
            LOG.warn("A passkey of {} was not accepted: {}", person.actor(), refused.toString());
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "passkey-refused", "Passkey refused", "The passkey is not accepted.");
        }
        return Map.of("next", "/account");
    }

    private Optional<Account> proved(HttpServletRequest request, String body) {
        PublicKeyCredentialRequestOptions asked =
                taken(request, ASKED, PublicKeyCredentialRequestOptions.class).orElseThrow(PasskeyPages::notAsked);
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> given = json.readValue(body, new TypeReference<>() {});
            return passkeys.check(asked, given, request);
        } catch (RuntimeException refused) {
            // The checks of a foreign answer fail in many ways, and all of them mean no.
            LOG.warn(
                    "A passkey from {} was refused: {}",
                    Client.of(request).address(),
                    refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static <T> Optional<T> taken(HttpServletRequest request, String name, Class<T> type) {
        @Nullable HttpSession ceremony = request.getSession(false);
        if (ceremony == null) {
            return Optional.empty();
        }
        Object asked = ceremony.getAttribute(name);
        ceremony.removeAttribute(name);
        return type.isInstance(asked) ? Optional.of(type.cast(asked)) : Optional.empty();
    }

    private static Problem notAsked() {
        return new Problem(
                HttpStatus.BAD_REQUEST, "passkey-not-asked", "Not asked", "No passkey was asked for. Begin again.");
    }

    private static Person person() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ConsoleLogin login) {
            return login.getPrincipal();
        }
        throw new IllegalStateException("Nobody is signed in; the page must be guarded.");
    }
}
