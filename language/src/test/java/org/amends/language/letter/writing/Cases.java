package org.amends.language.letter.writing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.amends.language.letter.Company;
import org.amends.language.letter.Completeness;
import org.amends.language.letter.Customer;
import org.amends.language.letter.Farewell;
import org.amends.language.letter.FormOfAddress;
import org.amends.language.letter.Gender;
import org.amends.language.letter.Incident;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.Outcome;
import org.amends.language.letter.Person;
import org.amends.language.letter.Point;
import org.amends.language.letter.ProcessFix;
import org.amends.language.letter.Promise;
import org.amends.language.letter.Regime;
import org.amends.language.letter.Register;
import org.amends.language.letter.Remedy;
import org.amends.language.letter.RemedyKind;
import org.amends.language.letter.Responsibility;
import org.amends.language.letter.Title;
import org.amends.language.letter.Wording;
import org.amends.language.text.Language;
import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** Varied cases, the same for the same seed. Every wording is a mark of its own, so that it can be found in a letter. */
public final class Cases {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 1);
    private static final List<String> CURRENCIES = List.of("EUR", "GBP", "RUB", "USD", "JPY");

    private final SplittableRandom random;
    private int marks;

    /** Cases that follow from a seed. */
    public Cases(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One more case. */
    public LetterCase next() {
        LetterKind kind = oneOf(LetterKind.values());
        List<Incident> incidents = list(kind == LetterKind.THANK_YOU ? 0 : 1, 4, this::incident);
        if (kind == LetterKind.DOUBLE_DEVIATION_APOLOGY) {
            incidents.add(incident(true));
        }
        List<Point> points = list(0, 3, i -> point(oneOf(Outcome.values())));
        if (kind == LetterKind.REFUSAL) {
            points.add(point(Outcome.DECLINED));
        }
        return new LetterCase(
                "C-" + random.nextInt(1_000, 10_000),
                kind,
                customer(),
                new Company("Example", person(), new Company.Contact("a@b.example", null, null, maybe())),
                DATE.minusDays(random.nextInt(60)),
                DATE,
                incidents,
                oneOf(Responsibility.values()),
                maybe(),
                points,
                oneOf(Want.values()),
                oneOf(Hostility.values()),
                random.nextInt(25),
                oneOf(Tier.values()),
                list(0, 4, i -> remedy()),
                list(0, 3, i -> promise()),
                DATE.plusDays(random.nextInt(60)),
                kind == LetterKind.HOLDING_REPLY ? wording() : maybe(),
                regime(),
                kind == LetterKind.PROCESS_FIX_REPORT || random.nextInt(4) == 0 ? fix() : null,
                kind == LetterKind.THANK_YOU ? wording() : null,
                kind == LetterKind.FAREWELL ? farewell() : null);
    }

    private Customer customer() {
        boolean familiar = random.nextBoolean();
        return new Customer(
                "Alex Doe",
                "Alex",
                "Doe",
                random.nextInt(3) == 0 ? "P." : null,
                oneOf(Gender.values()),
                oneOf(Title.values()),
                oneOf(Language.values()),
                familiar ? FormOfAddress.FAMILIAR : FormOfAddress.FORMAL,
                familiar ? Register.PLAIN : oneOf(Register.values()));
    }

    private Incident incident(int number) {
        return incident(false);
    }

    private Incident incident(boolean failedRecovery) {
        List<FailureKind> kinds = Completeness.KNOWN_KINDS;
        boolean own = random.nextInt(10) == 0;
        return new Incident(
                own ? new FailureKind("own_kind") : kinds.get(random.nextInt(kinds.size())),
                random.nextInt(4) == 0 ? null : DATE.minusDays(random.nextInt(100)),
                random.nextBoolean() ? DATE.minusDays(random.nextInt(200)) : null,
                random.nextBoolean() ? "A-" + random.nextInt(10_000, 99_999) : null,
                maybe(),
                random.nextBoolean() ? money() : null,
                own ? wording() : maybe(),
                failedRecovery);
    }

    private Point point(Outcome outcome) {
        return new Point(wording(), outcome, wording());
    }

    private Remedy remedy() {
        RemedyKind kind = oneOf(RemedyKind.values());
        boolean done = random.nextBoolean();
        return new Remedy(
                kind,
                random.nextBoolean(),
                kind.isMoney() || random.nextInt(3) == 0 ? money() : null,
                maybe(),
                maybe(),
                random.nextInt(3) == 0 ? person() : null,
                done ? null : DATE.plusDays(random.nextInt(90)),
                done ? DATE.minusDays(random.nextInt(90)) : null);
    }

    private Promise promise() {
        return new Promise(
                wording(), random.nextBoolean() ? person() : null, DATE.plusDays(random.nextInt(90)), maybe());
    }

    private Person person() {
        return new Person("Person " + random.nextInt(100), maybe(), oneOf(Gender.values()));
    }

    private @Nullable Regime regime() {
        if (random.nextInt(3) == 0) {
            return null;
        }
        Regime.TimeLimit limit = new Regime.TimeLimit(
                1 + random.nextInt(30), oneOf(Regime.TimeLimit.Unit.values()), oneOf(Regime.TimeLimit.Start.values()));
        Regime.Referral referral = new Regime.Referral(
                wording(),
                "https://body.example",
                random.nextBoolean() ? "1 Street" : null,
                random.nextBoolean(),
                limit);
        return new Regime(wording(), DATE.plusDays(56), referral, list(0, 2, i -> wording()));
    }

    private ProcessFix fix() {
        return new ProcessFix(wording(), wording(), DATE.minusDays(random.nextInt(30)), maybe());
    }

    private Farewell farewell() {
        return new Farewell(
                DATE.plusDays(10),
                random.nextBoolean() ? new Farewell.DataHandover(DATE.plusDays(5), maybe()) : null,
                random.nextBoolean() ? new Farewell.Balance(money(), DATE.plusDays(7)) : null,
                list(0, 2, i -> new Farewell.Alternative("Other " + i, maybe())));
    }

    private Money money() {
        Currency currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        return new Money(currency, 1 + random.nextInt(1_000_000));
    }

    private @Nullable Wording maybe() {
        return random.nextBoolean() ? wording() : null;
    }

    private Wording wording() {
        int mark = marks++;
        EnumMap<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, "Text-%d-%s.".formatted(mark, language.code()));
        }
        return new Wording(texts);
    }

    private <T> List<T> list(int least, int most, IntFunction<T> maker) {
        List<T> list = new ArrayList<>();
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            list.add(maker.apply(i));
        }
        return list;
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
