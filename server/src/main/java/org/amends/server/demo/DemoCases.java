package org.amends.server.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.complaint.Evidence;
import org.amends.complaint.EvidenceStanding;
import org.amends.language.letter.Register;
import org.amends.money.Money;
import org.amends.recovery.Approval;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Role;
import org.amends.server.access.person.Account;
import org.amends.server.access.person.People;
import org.amends.server.complaint.Cases;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Intake;
import org.amends.server.intake.Taken;
import org.amends.server.letter.LetterCompanies;
import org.amends.server.letter.LetterCompany;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Complaints of some of the demo's customers, in four languages and at all stages. They are read as any message is; what people did
 * about them is done by two colleagues who cannot sign in.
 */
@Component
final class DemoCases {

    private static final Map<String, Currency> CURRENCIES = Map.of(
            "en", Currency.getInstance("GBP"),
            "fr", Currency.getInstance("EUR"),
            "es", Currency.getInstance("EUR"),
            "ru", Currency.getInstance("RUB"));

    private final Intake intake;
    private final Cases cases;
    private final People people;
    private final LetterCompanies companies;
    private final JdbcClient database;
    private final InstantSource clock;

    DemoCases(
            Intake intake,
            Cases cases,
            People people,
            LetterCompanies companies,
            JdbcClient database,
            InstantSource clock) {
        this.intake = intake;
        this.cases = cases;
        this.people = people;
        this.companies = companies;
        this.database = database;
        this.clock = clock;
    }

    /** Takes all letters in, of customers with whom something is wrong already, and carries them on. */
    int load() {
        String agent = colleague("demo-lena", "Lena Vogt", Role.AGENT);
        if (companies.of("").isEmpty()) {
            companies.set(company(), agent);
        }
        List<String> customers = customers();
        List<DemoLetter> letters = DemoLetter.all();
        int opened = 0;
        for (int number = 0; number < Math.min(letters.size(), customers.size()); number++) {
            DemoLetter letter = letters.get(number);
            Instant came = clock.instant().minus(Duration.ofHours(letter.hoursAgo()));
            String reference = take(letter, customers.get(number), came, number);
            if (reference != null && letter.progress() != DemoLetter.Progress.NEW) {
                carryOn(reference, letter, agent, came);
            }
            opened += reference == null ? 0 : 1;
        }
        return opened;
    }

    /** Who writes. Nothing leaves while no mail server is set. */
    private static LetterCompany company() {
        return new LetterCompany(
                "",
                """
                {"name": "Green Corner", "signer": {"name": "Lena Vogt", "gender": "female"},
                 "contact": {"email": "care@green-corner.example", "phone": "+44 20 7946 0000"}}""",
                "care@green-corner.example",
                null,
                ZoneOffset.UTC,
                Register.PLAIN,
                false,
                false,
                7,
                5,
                60,
                null);
    }

    private String colleague(String login, String name, Role role) {
        return people.byLogin(login)
                .map(Account::person)
                .orElseGet(() -> people.add(login, name, Set.of(role), BrandScope.ALL, clock.instant()))
                .actor();
    }

    private List<String> customers() {
        return database.sql(
                        "select customer from diagnosis where brand = '' order by priority desc, relationship limit 100")
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private @Nullable String take(DemoLetter letter, String customer, Instant came, int number) {
        Taken taken = intake.take(new Contact(
                letter.channel(),
                "",
                CaseHeader.CUSTOMER,
                customer,
                "customer%d@demo.example".formatted(number),
                letter.name(),
                letter.language(),
                letter.subject(),
                letter.text(),
                came,
                "demo-" + number,
                null,
                true,
                letter.channel().equals("public") ? "https://example.com/reviews/" + number : null,
                List.of(),
                null));
        return taken.reference();
    }

    private void carryOn(String reference, DemoLetter letter, String agent, Instant came) {
        Complaint state = cases.state(reference).orElseThrow();
        List<CaseEvent> events = new ArrayList<>();
        CaseHeader soon = new CaseHeader(came.plus(Duration.ofMinutes(50)), agent);
        events.add(new CaseEvent.Assigned(soon, agent, null));
        if (state.inDanger()) {
            events.add(new CaseEvent.DangerHandled(soon, "Called; everybody is well."));
        }
        events.add(new CaseEvent.Assessed(soon, state.assessment()));
        CaseHeader later = new CaseHeader(came.plus(Duration.ofMinutes(100)), agent);
        if (letter.progress() == DemoLetter.Progress.INVESTIGATED) {
            investigate(events, later);
        }
        if (letter.progress().compareTo(DemoLetter.Progress.APPROVAL) >= 0) {
            choose(events, letter, later);
        }
        switch (letter.progress()) {
            case NEW, ASSESSED, INVESTIGATED, APPROVAL, CHOSEN -> {}
            case PROMISED -> events.add(callBack(later, agent, clock.instant().plus(Duration.ofDays(2))));
            case BROKEN -> events.add(callBack(later, agent, came.plus(Duration.ofDays(2))));
            case PARTING ->
                events.add(new CaseEvent.PartingProposed(
                        later, "Wants to go and was kept from it; every further offer makes it worse."));
        }
        var ignored = cases.append(reference, events);
    }

    private static CaseEvent callBack(CaseHeader by, String owner, Instant due) {
        return new CaseEvent.PromiseMade(
                by, UUID.randomUUID().toString(), "Call back with what was found out", null, owner, due);
    }

    private static void investigate(List<CaseEvent> events, CaseHeader by) {
        events.add(new CaseEvent.InvestigationBegun(by));
        events.add(evidence(by, "document", "Photograph of what arrived", EvidenceStanding.CONFIRMED, null));
        events.add(evidence(by, "fact", "Record of the temperature in the van", EvidenceStanding.MISSING, "depot"));
    }

    private static CaseEvent evidence(
            CaseHeader by, String kind, String text, EvidenceStanding standing, @Nullable String askedOf) {
        return new CaseEvent.EvidenceNoted(
                by, new Evidence(UUID.randomUUID().toString(), kind, text, standing, askedOf, null));
    }

    private static void choose(List<CaseEvent> events, DemoLetter letter, CaseHeader by) {
        Currency currency = Objects.requireNonNull(CURRENCIES.get(letter.language()));
        boolean approval = letter.progress() == DemoLetter.Progress.APPROVAL;
        events.add(new CaseEvent.PlanChosen(
                by,
                null,
                letter.plan().stream().map(each -> element(each, currency)).toList(),
                null,
                approval ? Approval.Ground.ABOVE_LIMIT.name().toLowerCase(Locale.ROOT) : null));
    }

    private static ChosenElement element(String text, Currency currency) {
        boolean owed = text.endsWith("!");
        String[] parts = (owed ? text.substring(0, text.length() - 1) : text).split("=", 2);
        Money amount = parts.length < 2 ? null : Money.of(currency, new BigDecimal(parts[1]));
        return new ChosenElement(parts[0], amount, owed);
    }
}
