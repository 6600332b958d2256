package org.amends.language.letter.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.amends.language.letter.Incident;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.Promise;
import org.amends.language.letter.Remedy;
import org.amends.language.letter.Statement;
import org.amends.language.letter.Wordings;
import org.amends.language.letter.template.Notation;
import org.amends.language.letter.template.Templates;
import org.amends.language.text.Language;
import org.junit.jupiter.api.Test;

/** The same plan says the same in all four languages. */
class ParityTest {

    private static final int CASES = 2_000;

    private final LetterWriter writer = new LetterWriter(Templates.standard());

    @Test
    void theSameFactsSumsPromisesAndDutiesAreStatedInEveryLanguage() {
        Cases cases = new Cases(20260301);
        for (int i = 0; i < CASES; i++) {
            LetterCase about = cases.next();
            SortedSet<Statement> english = writer.write(about, Language.ENGLISH).statements();
            for (Language language : Language.values()) {
                assertThat(writer.write(about, language).statements())
                        .as("case %d, %s, %s", i, about.kind(), language)
                        .isEqualTo(english);
            }
        }
    }

    @Test
    void thePartsStandInTheSameOrderInEveryLanguage() {
        Cases cases = new Cases(20260302);
        for (int i = 0; i < CASES; i++) {
            LetterCase about = cases.next();
            List<?> english = kinds(writer.write(about, Language.ENGLISH));
            for (Language language : Language.values()) {
                assertThat(kinds(writer.write(about, language)))
                        .as("case %d, %s, %s", i, about.kind(), language)
                        .isEqualTo(english);
            }
        }
    }

    /** Looked for in the words themselves, not in what the writer says that it stated. */
    @Test
    void everyDaySumReferenceAndTextOfTheCaseStandsInTheLetter() {
        Cases cases = new Cases(20260303);
        for (int i = 0; i < CASES; i++) {
            LetterCase about = cases.next();
            for (Language language : Language.values()) {
                assertThat(writer.write(about, language).text())
                        .as("case %d, %s, %s", i, about.kind(), language)
                        .contains(content(about, language));
            }
        }
    }

    @Test
    void everyPromiseAndRemedyStatesItsOwnerAndItsDay() {
        Cases cases = new Cases(20260304);
        for (int i = 0; i < CASES; i++) {
            LetterCase about = cases.next();
            SortedSet<Statement> stated = writer.write(about, Language.RUSSIAN).statements();
            TreeSet<Statement> duties = new TreeSet<>();
            for (int p = 0; p < about.promises().size(); p++) {
                Promise promise = about.promises().get(p);
                duties.add(
                        new Statement("promises[" + p + "].due", promise.due().toString()));
                duties.add(new Statement(
                        "promises[" + p + "].owner",
                        about.owner(promise.owner()).name()));
            }
            for (int r = 0; r < about.remedies().size(); r++) {
                Remedy remedy = about.remedies().get(r);
                if (remedy.due() != null) {
                    duties.add(new Statement(
                            "remedies[" + r + "].due", remedy.due().toString()));
                    duties.add(new Statement(
                            "remedies[" + r + "].owner",
                            about.owner(remedy.owner()).name()));
                }
            }
            assertThat(stated).as("case %d, %s", i, about.kind()).containsAll(duties);
        }
    }

    private static List<?> kinds(Letter letter) {
        return letter.parts().stream().map(part -> part.kind()).toList();
    }

    private static List<String> content(LetterCase about, Language language) {
        Notation notation = Notation.of(language);
        List<String> content = new ArrayList<>(
                List.of(about.reference(), about.company().signer().name()));
        List<LocalDate> days = new ArrayList<>();
        for (Incident incident : about.incidents()) {
            days.add(incident.date());
            if (incident.promised() != null) {
                days.add(incident.promised());
            }
            if (incident.order() != null) {
                content.add(incident.order());
            }
            if (incident.amount() != null) {
                content.add(notation.sum(incident.amount()));
            }
        }
        about.promises().forEach(promise -> days.add(promise.due()));
        for (Remedy remedy : about.remedies()) {
            days.add(remedy.due() == null ? remedy.done() : remedy.due());
            if (remedy.amount() != null) {
                content.add(notation.sum(remedy.amount()));
            }
        }
        days.stream().filter(Objects::nonNull).forEach(day -> content.add(notation.day(day)));
        Wordings.of(about)
                .forEach(placed ->
                        content.add(placed.wording().in(language).orElseThrow().replaceAll("\\.$", "")));
        return content;
    }
}
