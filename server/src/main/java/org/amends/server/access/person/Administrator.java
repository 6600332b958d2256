package org.amends.server.access.person;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.audit.Audit;
import org.springframework.transaction.support.TransactionOperations;

/** Lets the first administrator in, and one who cannot get in any more. */
public final class Administrator {

    private static final String LOGIN = "admin";

    private final People people;
    private final EntryLinks links;
    private final Audit audit;
    private final TransactionOperations transactions;

    /** Over the people kept; what it does is recorded in the audit log. */
    public Administrator(People people, EntryLinks links, Audit audit, TransactionOperations transactions) {
        this.people = people;
        this.links = links;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * A link for whoever signs in as {@code admin}: made if they are not there, and an administrator again if they were not.
     *
     * @return the path that the link leads to
     */
    public String link(String actor, Instant now) {
        String path = transactions.execute(status -> {
            Person person = people.byLogin(LOGIN)
                    .map(Account::person)
                    .orElseGet(() -> people.add(LOGIN, "Administrator", Set.of(Role.ADMIN), BrandScope.ALL, now));
            if (!person.is(Role.ADMIN) || !person.brands().all()) {
                people.grant(person.id(), Set.of(Role.ADMIN), BrandScope.ALL);
            }
            people.disable(person.id(), null);
            String made = links.make(person.id(), now);
            audit.record(actor, "person.link_made", person.actor(), Map.of("login", LOGIN));
            return made;
        });
        if (path == null) {
            throw new IllegalStateException("A transaction gave no result.");
        }
        return path;
    }
}
