package org.amends.language.lint;

import java.util.EnumMap;
import java.util.Map;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Checks letters before they are sent: those that Amends writes and those that a person writes. Deterministic, and safe for
 * use by many threads. Any text is accepted; of one that is longer than {@link #MOST_CHARACTERS} only the beginning is read,
 * and it cannot be sent.
 */
public final class Linter {

    /** The longest letter that is read, in characters: some thirty pages. */
    public static final int MOST_CHARACTERS = 100_000;

    private final LetterWriter writer;
    private final Map<Language, Phrasebook> phrases = new EnumMap<>(Language.class);

    /** Checks with the phrases that come with Amends, and against what this writer would write. */
    public Linter(LetterWriter writer) {
        this.writer = writer;
        for (Language language : Language.values()) {
            phrases.put(language, Phrasebook.standard(language));
        }
    }

    /** Checks against the standard sentences. */
    public static Linter standard() {
        return new Linter(new LetterWriter(Templates.standard()));
    }

    /**
     * What is wrong with a letter.
     *
     * @param about its case; null when there is none, and then only the words are checked
     * @param language the language in which the letter should be
     */
    public LintReport lint(String letterText, @Nullable LetterCase about, Language language) {
        boolean tooLong = letterText.length() > MOST_CHARACTERS;
        String text = tooLong ? letterText.substring(0, MOST_CHARACTERS) : letterText;
        Approved approved = about == null ? null : new Approved(about, language, writer);
        Sheet sheet = new Sheet(text, language, book(language), approved);
        Findings findings = new Findings(sheet);
        if (tooLong) {
            findings.add(
                    Rule.LONG_LETTER,
                    Level.ERROR,
                    0,
                    0,
                    "Only the first %d of %d characters were read.".formatted(MOST_CHARACTERS, letterText.length()),
                    findings.suggestions().better(Rule.LONG_LETTER));
        }
        new LanguageCheck(sheet, findings).run();
        if (approved != null) {
            new GreetingCheck(sheet, findings, approved).run();
            new DutyCheck(sheet, findings, approved).run();
            new FactCheck(sheet, findings, approved).run();
        }
        new SayingCheck(sheet, findings).run();
        new ApologyCheck(sheet, findings).run();
        new FormCheck(sheet, findings).run();
        new CalendarCheck(sheet, findings).run();
        new MarkCheck(sheet, findings).run();
        new LengthCheck(sheet, findings).run();
        return new LintReport(language, findings.sorted());
    }

    private Phrasebook book(Language language) {
        Phrasebook book = phrases.get(language);
        if (book == null) {
            throw new IllegalStateException("there are no phrases for " + language.code());
        }
        return book;
    }
}
