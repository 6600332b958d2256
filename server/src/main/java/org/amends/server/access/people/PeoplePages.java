package org.amends.server.access.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amends.server.access.Caller;
import org.amends.server.access.Confirmed;
import org.amends.server.access.Person;
import org.amends.server.access.Role;
import org.amends.server.access.login.Ending;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.EntryLinks;
import org.amends.server.access.person.People;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which an administrator looks after people. */
@Controller
@PreAuthorize("hasAuthority('SCOPE_admin')")
class PeoplePages {

    private final People people;
    private final EntryLinks links;
    private final Ending ending;
    private final PublicAddress address;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    PeoplePages(
            People people,
            EntryLinks links,
            Ending ending,
            PublicAddress address,
            Audit audit,
            TransactionOperations transactions,
            InstantSource clock) {
        this.people = people;
        this.links = links;
        this.ending = ending;
        this.address = address;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/people")
    ModelAndView list(@RequestParam(required = false) @Nullable String told) {
        return new ModelAndView("access/people/people")
                .addObject(
                        "people",
                        people.list().stream()
                                .map(each -> PersonLine.of(each, ending.passkeysOf(each.person())))
                                .toList())
                .addObject("told", told);
    }

    @Confirmed
    @GetMapping("/people/new")
    ModelAndView invitation() {
        return form(null, PersonForm.empty());
    }

    @Confirmed
    @PostMapping("/people/new")
    ModelAndView invite(
            HttpServletRequest request,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable List<String> roles,
            @RequestParam(defaultValue = "") String brands) {
        PersonForm typed = PersonForm.typed(login, name, roles, brands);
        if (typed.fault() != null) {
            return form(null, typed);
        }
        try {
            String path = transactions.execute(status -> {
                Person person = people.add(typed.login(), typed.name(), typed.roles(), typed.scope(), clock.instant());
                audit.record(Caller.current().actor(), "person.invited", person.actor(), described(typed));
                return links.make(person.id(), clock.instant());
            });
            return link(request, typed.name(), String.valueOf(path));
        } catch (DuplicateKeyException taken) {
            return form(null, typed.with("taken"));
        }
    }

    @Confirmed
    @GetMapping("/people/{id}")
    ModelAndView person(@PathVariable UUID id) {
        Account account = account(id);
        return form(account, PersonForm.of(account.person()));
    }

    @Confirmed
    @PostMapping("/people/{id}")
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable List<String> roles,
            @RequestParam(defaultValue = "") String brands) {
        Account account = account(id);
        PersonForm typed = PersonForm.typed(account.person().login(), name, roles, brands);
        if (typed.fault() != null) {
            return form(account, typed);
        }
        if (!(typed.roles().contains(Role.ADMIN) && typed.scope().all()) && isLast(account)) {
            return form(account, typed.with("last"));
        }
        transactions.executeWithoutResult(status -> {
            people.rename(id, typed.name());
            people.grant(id, typed.roles(), typed.scope());
            audit.record(
                    Caller.current().actor(), "person.changed", account.person().actor(), described(typed));
        });
        return told("saved");
    }

    @Confirmed
    @PostMapping("/people/{id}/link")
    ModelAndView reset(HttpServletRequest request, @PathVariable UUID id) {
        Person person = account(id).person();
        String path = transactions.execute(status -> {
            audit.record(Caller.current().actor(), "person.link_made", person.actor(), Map.of());
            return links.make(id, clock.instant());
        });
        return link(request, person.name(), String.valueOf(path));
    }

    @Confirmed
    @PostMapping("/people/{id}/remove-second")
    ModelAndView removeSecond(@PathVariable UUID id) {
        Person person = account(id).person();
        transactions.executeWithoutResult(status -> {
            people.removeTotp(id);
            ending.passkeys(person);
            audit.record(Caller.current().actor(), "person.second_factor_removed", person.actor(), Map.of());
        });
        return told("second_removed");
    }

    @Confirmed
    @PostMapping("/people/{id}/disable")
    ModelAndView disable(@PathVariable UUID id) {
        Account account = account(id);
        if (isLast(account)) {
            return form(account, PersonForm.of(account.person()).with("last"));
        }
        transactions.executeWithoutResult(status -> {
            people.disable(id, clock.instant());
            int ended = ending.sessions(account.person());
            audit.record(
                    Caller.current().actor(),
                    "person.disabled",
                    account.person().actor(),
                    Map.of("sessions_ended", ended));
        });
        return told("disabled");
    }

    @Confirmed
    @PostMapping("/people/{id}/enable")
    ModelAndView enable(@PathVariable UUID id) {
        Person person = account(id).person();
        transactions.executeWithoutResult(status -> {
            people.disable(id, null);
            audit.record(Caller.current().actor(), "person.enabled", person.actor(), Map.of());
        });
        return told("enabled");
    }

    /** Whether nobody else could look after people any more. */
    private boolean isLast(Account account) {
        return rules(account)
                && people.list().stream()
                        .noneMatch(each -> rules(each)
                                && !each.person().id().equals(account.person().id()));
    }

    private static boolean rules(Account account) {
        return account.enabled()
                && account.person().is(Role.ADMIN)
                && account.person().brands().all();
    }

    private Account account(UUID id) {
        return people.find(id).orElseThrow(() -> Problem.notFound("person", id.toString()));
    }

    private ModelAndView link(HttpServletRequest request, String name, String path) {
        return new ModelAndView("access/people/invited")
                .addObject("name", name)
                .addObject("link", address.of(request) + path);
    }

    private static ModelAndView form(@Nullable Account account, PersonForm form) {
        return new ModelAndView("access/people/person")
                .addObject("id", account == null ? null : account.person().id().toString())
                .addObject("enabled", account == null || account.enabled())
                .addObject("form", form);
    }

    private static ModelAndView told(String what) {
        return new ModelAndView("redirect:/people?told=" + what);
    }

    private static Map<String, Object> described(PersonForm form) {
        return Map.of(
                "roles", form.roles().stream().map(Role::tag).sorted().toList(),
                "brands", form.scope().toString());
    }
}
