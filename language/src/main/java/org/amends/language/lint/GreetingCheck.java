package org.amends.language.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.amends.language.letter.Customer;
import org.amends.language.letter.Gender;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterPart;
import org.amends.language.text.Word;
import org.amends.language.text.Words;

/** Whether the greeting has the customer's name, spelt as the customer spells it, and the right gender. */
final class GreetingCheck {

    private static final int LONGEST = 100;
    private static final int SHORTEST_NAME = 2;
    private static final int SLIPS = 2;

    private final Sheet sheet;
    private final Findings findings;
    private final Approved approved;
    private final Set<String> known = new TreeSet<>();

    GreetingCheck(Sheet sheet, Findings findings, Approved approved) {
        this.sheet = sheet;
        this.findings = findings;
        this.approved = approved;
        Customer customer = approved.about().customer();
        for (String name : new String[] {customer.name(), customer.given(), customer.family(), customer.patronymic()}) {
            if (name != null) {
                Words.of(name, sheet.language()).forEach(word -> known.add(word.form()));
            }
        }
    }

    void run() {
        List<Said> greetings = sheet.topic("greeting");
        if (greetings.isEmpty()) {
            return;
        }
        Said greeting = greetings.getFirst();
        List<Word> words = words(greeting);
        gender(words);
        boolean named = false;
        for (Word word : words) {
            if (isName(word)) {
                named = true;
                name(word);
            }
        }
        if (!named) {
            findings.add(
                    Rule.GENERIC_GREETING,
                    Rule.GENERIC_GREETING.level(),
                    words.getFirst().start(),
                    words.getLast().end(),
                    Rule.GENERIC_GREETING.why(),
                    better());
        }
    }

    private String better() {
        return findings.suggestions().part(LetterPart.Kind.GREETING, Rule.WRONG_NAME);
    }

    /** The words of the greeting's line; what follows a comma behind a name is no greeting any more. */
    private List<Word> words(Said greeting) {
        int from = sheet.start(greeting);
        int line = sheet.text().indexOf('\n', from);
        int to = Math.min(line < 0 ? sheet.text().length() : line, from + LONGEST);
        List<Word> words = new ArrayList<>();
        boolean named = false;
        for (int i = greeting.first(); i < sheet.words().size(); i++) {
            Word word = sheet.words().get(i);
            boolean past = i > greeting.last() && ((named && word.afterPause()) || endsBefore(word));
            if (word.start() >= to || past) {
                break;
            }
            words.add(word);
            named |= isName(word);
        }
        return words;
    }

    private boolean endsBefore(Word word) {
        String text = sheet.text();
        int i = word.start() - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i >= 0 && "!:?".indexOf(text.charAt(i)) >= 0;
    }

    private boolean isName(Word word) {
        return word.end() - word.start() >= SHORTEST_NAME
                && Character.isUpperCase(sheet.text().charAt(word.start()))
                && !sheet.phrases().isIn("salutation", word.form())
                && !sheet.phrases().isIn("male", word.form())
                && !sheet.phrases().isIn("female", word.form());
    }

    private void name(Word word) {
        if (known.contains(word.form())) {
            return;
        }
        boolean slip =
                known.stream().anyMatch(name -> name.length() > SLIPS + 1 && distance(name, word.form()) <= SLIPS);
        String name = approved.about().customer().name();
        findings.add(
                Rule.WRONG_NAME,
                Rule.WRONG_NAME.level(),
                word.start(),
                word.end(),
                "%s The name is %s%s".formatted(Rule.WRONG_NAME.why(), name, slip ? "; this looks misspelt." : "."),
                better());
    }

    /** How many letters have to be changed, added or left out to make one word of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int before = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private void gender(List<Word> words) {
        Word male = in("male", words);
        Word female = in("female", words);
        LetterCase about = approved.about();
        Gender gender = about.customer().gender();
        boolean both = (male == null) == (female == null);
        Word shown = male == null ? female : male;
        if (both || shown == null || isOpen(shown)) {
            return;
        }
        boolean right = gender == (male == null ? Gender.FEMALE : Gender.MALE);
        if (!right) {
            findings.add(
                    Rule.WRONG_GENDER,
                    gender == Gender.UNKNOWN ? Level.WARNING : Level.ERROR,
                    shown.start(),
                    shown.end(),
                    gender == Gender.UNKNOWN
                            ? "The case does not know the customer's gender."
                            : Rule.WRONG_GENDER.why(),
                    better());
        }
    }

    /** Forms such as "Estimado/a" and "Cher(e)" leave it open. */
    private boolean isOpen(Word word) {
        int end = word.end();
        return end < sheet.text().length() && "/(@·".indexOf(sheet.text().charAt(end)) >= 0;
    }

    private @org.jspecify.annotations.Nullable Word in(String set, List<Word> words) {
        for (Word word : words) {
            if (sheet.phrases().isIn(set, word.form())) {
                return word;
            }
        }
        return null;
    }
}
