package org.amends.server.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.amends.server.access.Confirmed;
import org.amends.server.access.Person;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a person looks after their own account: password, passkeys, sessions. */
@Controller
class AccountPages {

    private final People people;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final LoginDesk desk;
    private final Doors doors;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    AccountPages(
            People people,
            Passwords passwords,
            Passkeys passkeys,
            Sessions sessions,
            LoginDesk desk,
            Doors doors,
            Audit audit,
            TransactionOperations transactions,
            InstantSource clock) {
        this.people = people;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.desk = desk;
        this.doors = doors;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/account")
    ModelAndView account(HttpServletRequest request, @RequestParam(required = false) @Nullable String told) {
        return page(request, told, null);
    }

    /** Whoever changes the password proves the old one, however fresh the session; all other sessions end. */
    @PostMapping("/account/password")
    ModelAndView password(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String current,
            @RequestParam String password) {
        ConsoleLogin login = login();
        Person person = login.getPrincipal();
        Client client = Client.of(request);
        Optional<String> refused = desk.rightPassword(person, current, client);
        if (refused.isPresent()) {
            return page(request, null, refused.get());
        }
        Optional<Passwords.Fault> fault = Passwords.judge(password, List.of(person.login(), person.name()));
        if (fault.isPresent()) {
            return page(request, null, fault.get().name().toLowerCase(Locale.ROOT));
        }
        String hash = passwords.hash(password);
        String secret = transactions.execute(status -> {
            people.password(person.id(), hash);
            int ended = sessions.endAll(person.id());
            audit.record(person.actor(), "person.password_changed", person.actor(), Map.of("sessions_ended", ended));
            return sessions.start(person.id(), true, login.session().means(), client, clock.instant());
        });
        doors.open(request, response, String.valueOf(secret));
        return new ModelAndView("redirect:/account?told=password");
    }

    @Confirmed
    @PostMapping("/account/passkeys/remove")
    String removePasskey(@RequestParam String id) {
        Person person = login().getPrincipal();
        transactions.executeWithoutResult(status -> passkeys.remove(person, id)
                .ifPresent(name ->
                        audit.record(person.actor(), "person.passkey_removed", person.actor(), Map.of("name", name))));
        return "redirect:/account?told=passkey_removed";
    }

    @PostMapping("/account/sessions/end")
    String endSession(@RequestParam UUID id) {
        Person person = login().getPrincipal();
        transactions.executeWithoutResult(status -> {
            sessions.end(person.id(), id);
            audit.record(person.actor(), "person.session_ended", person.actor(), Map.of("session", id.toString()));
        });
        return "redirect:/account?told=session_ended";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers() {
        ConsoleLogin login = login();
        Person person = login.getPrincipal();
        transactions.executeWithoutResult(status -> {
            int ended = sessions.endOthers(person.id(), login.session().id());
            audit.record(person.actor(), "person.sessions_ended", person.actor(), Map.of("sessions_ended", ended));
        });
        return "redirect:/account?told=session_ended";
    }

    private ModelAndView page(HttpServletRequest request, @Nullable String told, @Nullable String fault) {
        ConsoleLogin login = login();
        Person person = login.getPrincipal();
        Account account = people.find(person.id()).orElseThrow();
        List<AccountView.Key> keys = passkeys.of(person).stream()
                .map(each -> new AccountView.Key(
                        each.getCredentialId().toBase64UrlString(),
                        String.valueOf(each.getLabel()),
                        each.getCreated(),
                        each.getLastUsed()))
                .toList();
        return new ModelAndView("access/login/account")
                .addObject(
                        "account",
                        new AccountView(
                                person,
                                account.password() != null,
                                account.totpSecret() != null,
                                people.recoveryCodesLeft(person.id()),
                                passkeys.possible(request),
                                keys,
                                sessions.of(person.id(), clock.instant()),
                                login.session().id(),
                                told,
                                fault));
    }

    private static ConsoleLogin login() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ConsoleLogin login) {
            return login;
        }
        throw new IllegalStateException("Nobody is signed in; the page must be guarded.");
    }
}
