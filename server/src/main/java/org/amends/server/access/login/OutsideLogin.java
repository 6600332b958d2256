package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.amends.server.access.AccessSettings;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets in whom the identity provider vouches for, if a group of theirs gives a role. Roles follow the provider with each
 * sign-in; who has none any more stays out. A person is known by issuer and subject, never by a mail address that they or
 * somebody else might change.
 */
public final class OutsideLogin implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideLogin.class);

    private final People people;
    private final Sessions sessions;
    private final LoginDesk desk;
    private final Doors doors;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final AccessSettings settings;

    OutsideLogin(
            People people,
            Sessions sessions,
            LoginDesk desk,
            Doors doors,
            Audit audit,
            TransactionOperations transactions,
            InstantSource clock,
            AccessSettings settings) {
        this.people = people;
        this.sessions = sessions;
        this.desk = desk;
        this.doors = doors;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcUser user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal(), "principal");
        Set<Role> roles = roles(user);
        Optional<Person> person = roles.isEmpty() ? shutOut(user) : letIn(user, roles);
        if (person.isEmpty()) {
            response.sendRedirect("/login?why=no_role");
            return;
        }
        String secret = desk.start(person.get(), Set.of(Means.OIDC), Client.of(request));
        doors.open(request, response, secret);
        response.sendRedirect("/");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        LOG.warn("Sign-in by the identity provider failed: {}", failed.getMessage());
        response.sendRedirect("/login?why=provider");
    }

    private Optional<Person> letIn(OidcUser user, Set<Role> roles) {
        Person person = transactions.execute(status -> {
            Instant now = clock.instant();
            Optional<Account> known = people.byOutsideIdentity(issuer(user), subject(user));
            if (known.isPresent() && !known.get().person().roles().equals(roles)) {
                Person changed = known.get().person();
                people.grant(changed.id(), roles, changed.brands());
                audit.record(Audit.SYSTEM, "person.roles_changed", changed.actor(), tags(roles));
            }
            return known.map(account -> people.find(account.person().id()).orElseThrow())
                    .orElseGet(() -> added(user, roles, now))
                    .person();
        });
        return Optional.ofNullable(person)
                .flatMap(each -> people.find(each.id()))
                .filter(Account::enabled)
                .map(Account::person);
    }

    private Account added(OidcUser user, Set<Role> roles, Instant now) {
        Person person = people.add(freeLogin(user), name(user), roles, BrandScope.ALL, now);
        people.bind(person.id(), issuer(user), subject(user));
        audit.record(Audit.SYSTEM, "person.added", person.actor(), tags(roles));
        return people.find(person.id()).orElseThrow();
    }

    /** Who has lost every role loses what they had before, sessions too. */
    private Optional<Person> shutOut(OidcUser user) {
        people.byOutsideIdentity(issuer(user), subject(user))
                .ifPresent(account -> transactions.executeWithoutResult(status -> {
                    people.grant(
                            account.person().id(), Set.of(), account.person().brands());
                    int ended = sessions.endAll(account.person().id());
                    audit.record(
                            Audit.SYSTEM,
                            "person.roles_changed",
                            account.person().actor(),
                            Map.of("roles", List.of(), "sessions_ended", ended));
                }));
        return Optional.empty();
    }

    private Set<Role> roles(OidcUser user) {
        AccessSettings.Oidc oidc = Objects.requireNonNull(settings.oidc(), "oidc");
        String claim = oidc.rolesClaim() == null ? "groups" : oidc.rolesClaim();
        Set<String> groups = groups(user.getClaim(claim));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Map<String, List<String>> giving = oidc.roles() == null ? Map.of() : oidc.roles();
        giving.forEach((role, from) -> {
            if (from.stream().anyMatch(groups::contains)) {
                roles.add(Role.of(role));
            }
        });
        return roles;
    }

    private static Set<String> groups(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return Set.copyOf(several.stream().map(String::valueOf).toList());
        }
        return claim instanceof String one ? Set.of(one) : Set.of();
    }

    private static String issuer(OidcUser user) {
        return String.valueOf(user.getIssuer());
    }

    private static String subject(OidcUser user) {
        return Objects.requireNonNull(user.getSubject(), "subject");
    }

    private static String name(OidcUser user) {
        return Stream.of(user.getFullName(), user.getPreferredUsername(), user.getEmail(), user.getSubject())
                .filter(each -> each != null && !each.isBlank())
                .findFirst()
                .orElse("?");
    }

    private String freeLogin(OidcUser user) {
        String wanted = Stream.of(user.getEmail(), user.getPreferredUsername(), user.getSubject())
                .filter(each -> each != null && !each.isBlank())
                .findFirst()
                .orElse("?");
        return people.byLogin(wanted).isEmpty() ? wanted : wanted + " " + user.getSubject();
    }

    private static Map<String, Object> tags(Set<Role> roles) {
        return Map.of("roles", roles.stream().map(Role::tag).sorted().toList());
    }
}
