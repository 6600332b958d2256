package org.amends.server.access.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.amends.server.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A token as a form shows it.
 *
 * @param name what it is for
 * @param scopes what it may do
 * @param offered what may be given: no more than whoever makes it may do themselves
 * @param brands which brands it sees, separated by commas; empty for all
 * @param days until it ends; empty for never
 * @param fault what is wrong, the end of a text's key, or null
 */
public record TokenForm(
        String name,
        Set<Scope> scopes,
        List<Scope> offered,
        String brands,
        String days,
        @Nullable String fault) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 3_650;

    /** Copies the collections. */
    public TokenForm {
        scopes = Set.copyOf(scopes);
        offered = List.copyOf(offered);
    }

    static TokenForm empty(Set<Scope> offered, String brands) {
        return new TokenForm("", Set.of(), sorted(offered), brands, "90", null);
    }

    static TokenForm typed(String name, @Nullable List<String> scopes, Set<Scope> offered, String brands, String days) {
        Set<Scope> chosen = EnumSet.noneOf(Scope.class);
        if (scopes != null) {
            scopes.forEach(scope -> chosen.add(Scope.of(scope)));
        }
        chosen.retainAll(offered);
        TokenForm typed = new TokenForm(name.strip(), chosen, sorted(offered), brands.strip(), days.strip(), null);
        return typed.judged();
    }

    private TokenForm judged() {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return with("name");
        }
        if (scopes.isEmpty()) {
            return with("scopes");
        }
        return days.isEmpty() || (days.matches("\\d{1,4}") && count() >= 1 && count() <= MOST_DAYS)
                ? this
                : with("days");
    }

    /** The days until it ends; ask only where there are some. */
    int count() {
        return Integer.parseInt(days);
    }

    private TokenForm with(String fault) {
        return new TokenForm(name, scopes, offered, brands, days, fault);
    }

    private static List<Scope> sorted(Set<Scope> scopes) {
        return scopes.stream().sorted().toList();
    }
}
