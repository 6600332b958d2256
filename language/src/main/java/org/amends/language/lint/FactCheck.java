package org.amends.language.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import org.amends.language.fact.AmountFact;
import org.amends.language.fact.DateFact;
import org.amends.language.fact.PersonName;
import org.amends.language.fact.Reference;
import org.amends.language.letter.template.Notation;
import org.amends.money.Money;

/** Whether every sum, day, reference and name of the letter is in the case or the approved plan. Values are compared, not spellings. */
final class FactCheck {

    private static final int NEAR_DAYS = 40;

    private final Sheet sheet;
    private final Findings findings;
    private final Approved approved;

    FactCheck(Sheet sheet, Findings findings, Approved approved) {
        this.sheet = sheet;
        this.findings = findings;
        this.approved = approved;
    }

    void run() {
        for (AmountFact amount : sheet.facts().amounts()) {
            if (!approved.allows(amount) && !quoted(amount.span().start())) {
                amount(amount);
            }
        }
        for (DateFact date : sheet.facts().dates()) {
            if (!quoted(date.span().start())) {
                date(date);
            }
        }
        for (Reference reference : sheet.facts().references()) {
            if (!approved.allows(reference) && !quoted(reference.span().start())) {
                findings.replace(
                        Rule.UNKNOWN_REFERENCE,
                        reference.span().start(),
                        reference.span().end(),
                        "The reference of the case is %s."
                                .formatted(approved.about().reference()),
                        approved.about().reference());
            }
        }
        for (PersonName name : sheet.facts().names()) {
            if (!approved.allows(name, sheet.language()) && !quoted(name.span().start())) {
                findings.replace(
                        Rule.UNKNOWN_NAME,
                        name.span().start(),
                        name.span().end(),
                        "",
                        approved.about().company().signer().name());
            }
        }
    }

    private boolean quoted(int at) {
        return sheet.isQuoted(at);
    }

    private void amount(AmountFact amount) {
        Optional<Approved.Sum> nearest =
                approved.sums().stream().min(Comparator.comparing(sum -> distance(sum, amount)));
        String instead = nearest.map(sum ->
                        Notation.of(sheet.language()).sum(Money.of(Currency.getInstance(sum.currency()), sum.value())))
                .orElse("");
        findings.replace(
                Rule.UNKNOWN_AMOUNT,
                amount.span().start(),
                amount.span().end(),
                instead.isEmpty() ? "No sum is approved." : "The nearest one that is approved is " + instead + ".",
                instead);
    }

    private static BigDecimal distance(Approved.Sum sum, AmountFact amount) {
        return sum.value().subtract(amount.value()).abs();
    }

    private void date(DateFact date) {
        LocalDate day = approved.day(date, sheet.language()).orElse(null);
        if (day == null || date.relative() || approved.days().contains(day)) {
            return;
        }
        LocalDate nearest = approved.days().stream()
                .min(Comparator.comparingLong(known -> Math.abs(ChronoUnit.DAYS.between(known, day))))
                .orElseThrow();
        boolean near = Math.abs(ChronoUnit.DAYS.between(nearest, day)) <= NEAR_DAYS;
        findings.replace(
                Rule.UNKNOWN_DATE,
                date.span().start(),
                date.span().end(),
                "The nearest day that is known is %s.".formatted(nearest),
                near ? Approved.written(nearest, sheet.language()) : "");
    }
}
