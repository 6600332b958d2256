package org.amends.server.casework;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.amends.server.console.Texts;
import org.amends.server.recovery.Plans;
import org.amends.server.recovery.Practice;
import org.amends.server.recovery.Precedent;
import org.jspecify.annotations.Nullable;

/**
 * What like cases got, as the page shows it beside the plan.
 *
 * @param told how many there are and what the middle half of them got, in words
 * @param place how the recommended plan stands to that, in words, or null where that cannot be told
 * @param nearest those most alike
 */
public record PrecedentsView(String told, @Nullable String place, List<Line> nearest) {

    /**
     * One of them.
     *
     * @param failures in words
     * @param granted what it got, in words
     * @param sum the money in it, or null where there is none
     * @param answered when, in words
     * @param outcome whether the customer accepted, in words
     * @param tone of its mark
     * @param felt whether the customer felt that it is resolved, in words, or null where nothing was said
     */
    public record Line(
            String reference,
            String failures,
            int points,
            String granted,
            @Nullable String sum,
            String answered,
            String outcome,
            String tone,
            @Nullable String felt) {}

    /** Copies the list. */
    public PrecedentsView {
        nearest = List.copyOf(nearest);
    }

    static PrecedentsView of(Plans.Proposal proposal, Texts texts) {
        Practice practice = proposal.practice();
        BigDecimal least = practice.least();
        BigDecimal most = practice.most();
        String told = practice.cases() == 0
                ? texts.text("case.precedents.none")
                : least == null || most == null
                        ? texts.text("case.precedents.count", "n", practice.cases())
                        : texts.text(
                                "case.precedents.middle",
                                "n",
                                practice.cases(),
                                "least",
                                money(least, practice.currency(), texts),
                                "most",
                                money(most, practice.currency(), texts));
        Practice.Place place = practice.place(proposal.plan().cost());
        return new PrecedentsView(
                told,
                place == Practice.Place.UNKNOWN ? null : texts.text("case.precedents.place." + place.name()),
                practice.nearest().stream().map(each -> line(each, texts)).toList());
    }

    private static Line line(Precedent each, Texts texts) {
        Boolean accepted = each.accepted();
        Boolean resolved = each.resolved();
        String outcome = accepted == null ? "unsaid" : accepted ? "accepted" : "rejected";
        BigDecimal sum = each.sum();
        return new Line(
                each.reference(),
                each.failures().stream()
                        .map(kind -> CaseHistory.kind(texts, kind))
                        .collect(Collectors.joining(", ")),
                each.points(),
                each.granted().isEmpty()
                        ? texts.text("case.precedents.nothing")
                        : each.granted().stream()
                                .map(grant -> texts.text("case.element." + grant.element()))
                                .collect(Collectors.joining(", ")),
                sum.signum() == 0 ? null : money(sum, each.currency(), texts),
                texts.numerals().date(each.answeredAt()),
                texts.text("case.precedents." + outcome),
                accepted == null ? "quiet" : accepted ? "good" : "bad",
                resolved == null
                        ? null
                        : texts.text(resolved ? "case.precedents.resolved" : "case.precedents.unresolved"));
    }

    private static String money(BigDecimal amount, @Nullable String currency, Texts texts) {
        return texts.numerals().money(amount.doubleValue(), currency == null ? null : Currency.getInstance(currency));
    }
}
