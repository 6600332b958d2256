package org.amends.server.access.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.amends.server.access.Person;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.amends.server.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Decides who gets in. */
final class LoginDesk {

    private static final Logger LOG = LoggerFactory.getLogger(LoginDesk.class);

    private final People people;
    private final Sessions sessions;
    private final Hindrances hindrances;
    private final Passwords passwords;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    LoginDesk(
            People people,
            Sessions sessions,
            Hindrances hindrances,
            Passwords passwords,
            Audit audit,
            TransactionOperations transactions,
            InstantSource clock) {
        this.people = people;
        this.sessions = sessions;
        this.hindrances = hindrances;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody typed a name and a password. */
    Entry password(String login, String password, Client client) {
        Instant now = clock.instant();
        Optional<Duration> wait = counted(login.strip(), client, now);
        if (wait.isPresent()) {
            return new Entry.Wait(wait.get());
        }
        Optional<Account> account = people.byLogin(login);
        boolean right = password.length() <= Passwords.LONGEST * 2
                && passwords.matches(password, account.map(Account::password).orElse(null));
        if (!right || account.isEmpty() || !account.get().enabled()) {
            return refused(account, client);
        }
        Account known = account.get();
        if (passwords.dated(String.valueOf(known.password()))) {
            people.password(known.person().id(), passwords.hash(password));
        }
        if (known.totpSecret() != null) {
            // What failed before is forgiven once the second factor is proved too.
            return new Entry.HalfWay(sessions.start(known.person().id(), false, Set.of(Means.PASSWORD), client, now));
        }
        forgive(known.person(), client);
        return new Entry.In(start(known.person(), Set.of(Means.PASSWORD), client));
    }

    /** Somebody who is half-way typed a code of the authenticator, or a recovery code. */
    Entry second(Session halfWay, String typed, Client client) {
        Instant now = clock.instant();
        Optional<Account> account = people.find(halfWay.person()).filter(Account::enabled);
        if (account.isEmpty() || account.get().totpSecret() == null) {
            return refused(account, client);
        }
        Person person = account.get().person();
        Optional<Duration> wait = counted(person.login(), client, now);
        if (wait.isPresent()) {
            return new Entry.Wait(wait.get());
        }
        Optional<Means> proved = secondMeans(account.get(), typed, now);
        if (proved.isEmpty()) {
            return refused(account, client);
        }
        forgive(person, client);
        sessions.end(person.id(), halfWay.id());
        Set<Means> means = new TreeSet<>(halfWay.means());
        means.add(proved.get());
        return new Entry.In(start(person, means, client));
    }

    /** Somebody who is signed in proves that it is still them, by password or code. */
    Entry again(Person person, Session session, String typed, Client client) {
        Instant now = clock.instant();
        Optional<Duration> wait = counted(person.login(), client, now);
        if (wait.isPresent()) {
            return new Entry.Wait(wait.get());
        }
        Optional<Account> account = people.find(person.id()).filter(Account::enabled);
        boolean right = account.isPresent()
                && (account.get().totpSecret() == null
                        ? passwords.matches(typed, account.get().password())
                        : secondMeans(account.get(), typed, now).isPresent());
        if (!right) {
            return refused(account, client);
        }
        forgive(person, client);
        return new Entry.In(sessions.confirm(session.id(), now));
    }

    /** Whether this is a person's password; if not, what to tell them: the end of a text's key. */
    Optional<String> rightPassword(Person person, String typed, Client client) {
        if (counted(person.login(), client, clock.instant()).isPresent()) {
            return Optional.of("wait");
        }
        Optional<Account> account = people.find(person.id());
        if (typed.length() > Passwords.LONGEST * 2
                || !passwords.matches(typed, account.map(Account::password).orElse(null))) {
            return Optional.of("refused");
        }
        forgive(person, client);
        return Optional.empty();
    }

    /** Lets somebody in who has proved who they are; every earlier cookie of this browser is worth nothing then. */
    String start(Person person, Set<Means> means, Client client) {
        String secret = transactions.execute(status -> {
            String started = sessions.start(person.id(), true, means, client, clock.instant());
            audit.record(
                    person.actor(),
                    "person.signed_in",
                    person.actor(),
                    Map.of("means", means.stream().map(Means::tag).sorted().toList(), "address", client.address()));
            return started;
        });
        hindrances.prune(clock.instant());
        if (secret == null) {
            throw new IllegalStateException("A transaction gave no result.");
        }
        return secret;
    }

    private Optional<Means> secondMeans(Account account, String typed, Instant now) {
        UUID id = account.person().id();
        String secret = account.totpSecret();
        OptionalLong step = secret == null ? OptionalLong.empty() : Totp.step(secret, typed, now);
        if (step.isPresent()) {
            return people.takeTotpStep(id, step.getAsLong()) ? Optional.of(Means.TOTP) : Optional.empty();
        }
        return people.takeRecoveryCode(id, RecoveryCodes.hash(typed), now)
                ? Optional.of(Means.RECOVERY_CODE)
                : Optional.empty();
    }

    private Optional<Duration> counted(String login, Client client, Instant now) {
        String account = login.toLowerCase(Locale.ROOT);
        return hindrances
                .attempt(Hindrances.By.ADDRESS, client.address(), now)
                .or(() -> hindrances.attempt(Hindrances.By.ACCOUNT, account, now));
    }

    private void forgive(Person person, Client client) {
        hindrances.forgive(Hindrances.By.ACCOUNT, person.login().toLowerCase(Locale.ROOT));
        hindrances.takeBack(Hindrances.By.ADDRESS, client.address());
    }

    private static Entry refused(Optional<Account> account, Client client) {
        // The name that was typed is not logged: people type passwords there.
        LOG.warn(
                "Sign-in refused: {} from {}.",
                account.map(known -> known.person().actor()).orElse("unknown account"),
                client.address());
        return new Entry.Refused();
    }
}
