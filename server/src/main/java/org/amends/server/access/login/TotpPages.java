package org.amends.server.access.login;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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

/** The pages on which a person sets up an authenticator, and gets recovery codes in case they lose it. */
@Controller
@Confirmed
class TotpPages {

    private final People people;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    TotpPages(People people, Audit audit, TransactionOperations transactions, InstantSource clock) {
        this.people = people;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/account/totp")
    ModelAndView form() {
        Account account = people.find(person().id()).orElseThrow();
        String secret = account.totpPending();
        if (secret == null) {
            secret = Totp.secret();
            people.pendingTotp(account.person().id(), secret);
        }
        return page(account.person(), secret, false);
    }

    @PostMapping("/account/totp")
    ModelAndView confirm(@RequestParam String code) {
        Person person = person();
        @Nullable String secret = people.find(person.id()).orElseThrow().totpPending();
        if (secret == null) {
            return new ModelAndView("redirect:/account/totp");
        }
        OptionalLong step = Totp.step(secret, code, clock.instant());
        if (step.isEmpty() || !people.takeTotpStep(person.id(), step.getAsLong())) {
            return page(person, secret, true);
        }
        List<String> codes = RecoveryCodes.make();
        transactions.executeWithoutResult(status -> {
            people.confirmTotp(person.id());
            people.recoveryCodes(person.id(), hashes(codes));
            audit.record(person.actor(), "person.totp_added", person.actor(), Map.of());
        });
        return codes(codes);
    }

    @PostMapping("/account/totp/remove")
    String remove() {
        Person person = person();
        transactions.executeWithoutResult(status -> {
            people.removeTotp(person.id());
            audit.record(person.actor(), "person.totp_removed", person.actor(), Map.of());
        });
        return "redirect:/account?told=totp_removed";
    }

    @PostMapping("/account/recovery-codes")
    ModelAndView renew() {
        Person person = person();
        if (people.find(person.id()).orElseThrow().totpSecret() == null) {
            return new ModelAndView("redirect:/account");
        }
        List<String> codes = RecoveryCodes.make();
        transactions.executeWithoutResult(status -> {
            people.recoveryCodes(person.id(), hashes(codes));
            audit.record(person.actor(), "person.recovery_codes_made", person.actor(), Map.of());
        });
        return codes(codes);
    }

    private static ModelAndView page(Person person, String secret, boolean wrong) {
        Totp.Picture picture = Totp.picture(Totp.address(secret, person.login()));
        return new ModelAndView("access/login/totp")
                .addObject("secret", secret.replaceAll("(.{4})(?=.)", "$1 "))
                .addObject("side", picture.side())
                .addObject("path", picture.path())
                .addObject("wrong", wrong);
    }

    private static ModelAndView codes(List<String> codes) {
        return new ModelAndView("access/login/codes").addObject("codes", codes);
    }

    private static List<String> hashes(List<String> codes) {
        return codes.stream().map(RecoveryCodes::hash).toList();
    }

    private static Person person() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof ConsoleLogin login) {
            return login.getPrincipal();
        }
        throw new IllegalStateException("Nobody is signed in; the page must be guarded.");
    }
}
