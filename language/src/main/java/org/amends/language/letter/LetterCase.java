package org.amends.language.letter;

import java.time.LocalDate;
import java.util.List;
import org.amends.event.Hostility;
import org.amends.event.Tier;
import org.amends.event.Want;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a letter may say: the facts of the case and the approved plan. What is not in here, a letter must not state.
 *
 * @param reference the reference of the case
 * @param received the day on which the customer's message came, or null when the company writes first
 * @param date the date of the letter
 * @param incidents what went wrong, in the order in which it happened
 * @param explanation why it went wrong, in whole sentences, or null; it is told once
 * @param points what the customer raised, each with its answer
 * @param years how long the customer has been one, in whole years; 0 when it is not known
 * @param answerBy the day by which the answer comes, for letters that are not the answer yet
 * @param delay why the answer takes longer, in whole sentences
 * @param thanks what the customer is thanked for, in whole sentences
 */
public record LetterCase(
        String reference,
        LetterKind kind,
        Customer customer,
        Company company,
        @Nullable LocalDate received,
        LocalDate date,
        List<Incident> incidents,
        Responsibility responsibility,
        @Nullable Wording explanation,
        List<Point> points,
        Want want,
        Hostility hostility,
        int years,
        Tier tier,
        List<Remedy> remedies,
        List<Promise> promises,
        @Nullable LocalDate answerBy,
        @Nullable Wording delay,
        @Nullable Regime regime,
        @Nullable ProcessFix fix,
        @Nullable Wording thanks,
        @Nullable Farewell farewell) {

    public LetterCase {
        incidents = List.copyOf(incidents);
        points = List.copyOf(points);
        remedies = List.copyOf(remedies);
        promises = List.copyOf(promises);
    }

    /** Who owns a remedy or a promise: the named person, or the one who signs. */
    public Person owner(@Nullable Person named) {
        return named == null ? company.signer() : named;
    }

    /** The same case with the customer written to in another way. */
    public LetterCase with(Customer other) {
        return new LetterCase(
                reference,
                kind,
                other,
                company,
                received,
                date,
                incidents,
                responsibility,
                explanation,
                points,
                want,
                hostility,
                years,
                tier,
                remedies,
                promises,
                answerBy,
                delay,
                regime,
                fix,
                thanks,
                farewell);
    }
}
