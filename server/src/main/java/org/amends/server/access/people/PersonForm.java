package org.amends.server.access.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person as a form shows them.
 *
 * @param login how they sign in
 * @param name how they are called
 * @param roles what they are to Amends
 * @param brands which brands they see, separated by commas; empty for all
 * @param fault what is wrong, the end of a text's key, or null
 */
public record PersonForm(
        String login,
        String name,
        Set<Role> roles,
        String brands,
        @Nullable String fault) {

    private static final int LONGEST_LOGIN = 200;
    private static final int LONGEST_NAME = 100;

    /** Copies the set. */
    public PersonForm {
        roles = Set.copyOf(roles);
    }

    static PersonForm empty() {
        return new PersonForm("", "", EnumSet.of(Role.AGENT), "", null);
    }

    static PersonForm of(Person person) {
        return new PersonForm(
                person.login(),
                person.name(),
                person.roles(),
                String.join(", ", person.brands().listed()),
                null);
    }

    static PersonForm typed(String login, String name, @Nullable List<String> roles, String brands) {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        if (roles != null) {
            roles.forEach(role -> chosen.add(Role.of(role)));
        }
        return new PersonForm(login.strip(), name.strip(), chosen, brands.strip(), null).judged();
    }

    PersonForm with(String fault) {
        return new PersonForm(login, name, roles, brands, fault);
    }

    private PersonForm judged() {
        if (login.isEmpty() || login.length() > LONGEST_LOGIN || login.chars().anyMatch(Character::isISOControl)) {
            return with("login");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return with("name");
        }
        return roles.isEmpty() ? with("roles") : this;
    }

    BrandScope scope() {
        return scope(brands);
    }

    static BrandScope scope(String brands) {
        return brands.isBlank()
                ? BrandScope.ALL
                : BrandScope.of(Arrays.stream(brands.split(",", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList());
    }
}
