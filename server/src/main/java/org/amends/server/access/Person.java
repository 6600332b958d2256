package org.amends.server.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A person at the console.
 *
 * @param id for good
 * @param login how they sign in
 * @param name how they are called
 * @param roles what they are to Amends
 * @param brands which brands they may see
 */
public record Person(UUID id, String login, String name, Set<Role> roles, BrandScope brands) implements Caller {

    public Person {
        roles = Set.copyOf(roles);
    }

    @Override
    public String actor() {
        return "person:" + id;
    }

    @Override
    public Set<Scope> scopes() {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        roles.forEach(role -> scopes.addAll(role.scopes()));
        return scopes;
    }

    /** Whether they have this role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
