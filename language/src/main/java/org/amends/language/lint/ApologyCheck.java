package org.amends.language.lint;

import java.util.List;
import org.amends.language.fact.AmountFact;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.LetterPart;
import org.amends.language.letter.Remedy;

/** Whether the letter apologises once, and whether respect or money comes first, as this customer wants. */
final class ApologyCheck {

    private static final String APOLOGY = "apology";

    /** In a shorter letter everything comes early. */
    private static final int FEWEST_SENTENCES = 6;

    private final Sheet sheet;
    private final Findings findings;
    private final List<Said> apologies;

    ApologyCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
        this.apologies = sheet.topic(APOLOGY).stream()
                .filter(hit -> !sheet.isQuoted(sheet.start(hit)))
                .toList();
    }

    void run() {
        repeated();
        Approved approved = sheet.approved();
        if (approved == null) {
            late(2 * sheet.sentences() / 3);
            return;
        }
        LetterCase about = approved.about();
        boolean owed = approved.statements().stream()
                .anyMatch(statement -> statement.place().equals(APOLOGY));
        if (owed && apologies.isEmpty()) {
            findings.missing(
                    Rule.NO_APOLOGY, "", findings.suggestions().part(LetterPart.Kind.APOLOGY, Rule.NO_APOLOGY));
        }
        switch (about.want()) {
            case ESTEEM, BOTH -> late(Math.min(money(about), 2 * sheet.sentences() / 3));
            case UNKNOWN -> late(2 * sheet.sentences() / 3);
            case ECONOMIC -> lateMoney(about);
        }
    }

    private void repeated() {
        int sentence = apologies.isEmpty() ? 0 : apologies.getFirst().sentence();
        for (Said apology : apologies) {
            if (apology.sentence() != sentence) {
                findings.add(Rule.REPEATED_APOLOGY, sheet.start(apology), sheet.end(apology), "");
            }
        }
    }

    private void late(int sentence) {
        if (apologies.isEmpty() || sheet.sentences() < FEWEST_SENTENCES) {
            return;
        }
        Said first = apologies.getFirst();
        if (sheet.sentenceAt(sheet.start(first)) > sentence) {
            findings.add(Rule.LATE_APOLOGY, sheet.start(first), sheet.end(first), "");
        }
    }

    /** The sentence that first tells the money of the plan. */
    private int money(LetterCase about) {
        for (AmountFact amount : sheet.facts().amounts()) {
            for (Remedy remedy : about.remedies()) {
                if (remedy.amount() != null && remedy.kind().isMoney() && tells(amount, remedy)) {
                    return sheet.sentenceAt(amount.span().start());
                }
            }
        }
        return Integer.MAX_VALUE;
    }

    /** An amount that a failure and a remedy share is told of the remedy only where a sentence says that it is given back. */
    private boolean tells(AmountFact amount, Remedy remedy) {
        var money = remedy.amount();
        int sentence = sheet.sentenceAt(amount.span().start());
        return money != null
                && money.toDecimal().compareTo(amount.value()) == 0
                && sheet.said().stream()
                        .anyMatch(hit -> hit.group().rule() == null
                                && hit.group().name().startsWith("remedy_")
                                && sheet.sentenceAt(sheet.start(hit)) == sentence);
    }

    private void lateMoney(LetterCase about) {
        boolean ordered = about.kind() == LetterKind.FINAL_RESPONSE
                || about.kind() == LetterKind.DOUBLE_DEVIATION_APOLOGY
                || about.kind() == LetterKind.PROACTIVE_CONTACT;
        int sentence = money(about);
        if (ordered
                && sentence != Integer.MAX_VALUE
                && sheet.sentences() >= FEWEST_SENTENCES
                && sentence > sheet.sentences() / 2) {
            int start = sheet.sentence(sentence).getFirst().start();
            findings.add(
                    Rule.LATE_MONEY, start, sheet.sentence(sentence).getLast().end(), "");
        }
    }
}
