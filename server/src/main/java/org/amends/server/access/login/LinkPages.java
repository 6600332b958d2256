package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.amends.server.access.Person;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.EntryLinks;
import org.amends.server.access.person.People;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a one-time link: somebody who was invited, or who forgot, says how they are called and chooses a password. */
@Controller
class LinkPages {

    private static final int LONGEST_NAME = 100;

    private final People people;
    private final EntryLinks links;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LoginDesk desk;
    private final Doors doors;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    LinkPages(
            People people,
            EntryLinks links,
            Passwords passwords,
            Sessions sessions,
            LoginDesk desk,
            Doors doors,
            Audit audit,
            TransactionOperations transactions,
            InstantSource clock) {
        this.people = people;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.desk = desk;
        this.doors = doors;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looking at the page does not use the link up: mail programs look too. */
    @GetMapping("/login/link/{secret}")
    ModelAndView form(@PathVariable String secret) {
        return links.person(secret, clock.instant())
                .flatMap(people::find)
                .filter(Account::enabled)
                .map(account -> page(account.person(), account.person().name(), null))
                .orElseGet(LinkPages::stale);
    }

    @PostMapping("/login/link/{secret}")
    ModelAndView enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String secret,
            @RequestParam String name,
            @RequestParam String password) {
        Optional<Account> account =
                links.person(secret, clock.instant()).flatMap(people::find).filter(Account::enabled);
        if (account.isEmpty()) {
            return stale();
        }
        Person person = account.get().person();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return page(person, name, "name");
        }
        Optional<Passwords.Fault> fault = Passwords.judge(password, List.of(person.login(), name));
        if (fault.isPresent()) {
            return page(person, name, fault.get().name().toLowerCase(java.util.Locale.ROOT));
        }
        String hash = passwords.hash(password);
        Boolean taken = transactions.execute(status -> settle(secret, person, name, hash));
        if (!Boolean.TRUE.equals(taken)) {
            return stale();
        }
        return doors.through(
                request, response, desk.start(person, Set.of(Means.LINK, Means.PASSWORD), Client.of(request)), "/");
    }

    private boolean settle(String secret, Person person, String name, String hash) {
        Optional<UUID> taken = links.take(secret, clock.instant());
        if (taken.isEmpty() || !taken.get().equals(person.id())) {
            return false;
        }
        people.rename(person.id(), name);
        people.password(person.id(), hash);
        // Whoever knew the old password is out.
        int ended = sessions.endAll(person.id());
        audit.record(person.actor(), "person.link_used", person.actor(), Map.of("sessions_ended", ended));
        return true;
    }

    private static ModelAndView page(Person person, String name, @Nullable String fault) {
        return new ModelAndView("access/login/link")
                .addObject("login", person.login())
                .addObject("name", name)
                .addObject("fault", fault);
    }

    private static ModelAndView stale() {
        return new ModelAndView("redirect:/login?why=link");
    }
}
