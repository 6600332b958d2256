package org.amends.server.access.login;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.amends.server.access.Person;
import org.amends.server.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** That a request came from a person who is signed in. */
final class ConsoleLogin extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Person person;
    private final transient Session session;

    ConsoleLogin(Person person, Session session) {
        super(authorities(person));
        this.person = person;
        this.session = session;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Person person) {
        return Stream.<GrantedAuthority>concat(
                        person.scopes().stream().map(Scope::authority),
                        person.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role.tag())))
                .toList();
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    Session session() {
        return session;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return person.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsoleLogin that && person.equals(that.person) && session.equals(that.session);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, session);
    }
}
