package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.List;
import org.amends.language.letter.Completeness;
import org.amends.language.letter.Lack;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterPart;
import org.amends.language.letter.template.Templates;
import org.amends.language.text.Language;

/**
 * Writes letters. The same case, language and templates always give the same letter. Safe for use by many threads.
 *
 * <p>A letter apologises once and without conditions, and only for what was the company's doing: apologies that are repeated,
 * or that promise to do better without a remedy, do harm (Halperin, Ho, List and Muir 2022).
 */
public final class LetterWriter {

    private final Templates templates;

    /** Writes with these sentences. */
    public LetterWriter(Templates templates) {
        this.templates = templates;
    }

    /**
     * The letter of a case in a language.
     *
     * @throws UnwritableCaseException when the case lacks what a letter of its kind needs, or a text in the language
     */
    public Letter write(LetterCase about, Language language) {
        refuse(Completeness.lacks(about));
        refuse(Completeness.lacks(about, language));
        Speech speech = new Speech(about, language, templates);
        List<LetterPart> parts = new ArrayList<>();
        for (LetterPart.Kind kind : Outline.of(about)) {
            boolean joined = !parts.isEmpty() && Outline.joins(parts.getLast().kind(), kind);
            draft(about, speech, kind).part(joined).ifPresent(parts::add);
        }
        String subject = speech.template("subject." + about.kind().code()).fill(speech.values(new ArrayList<>()));
        return new Letter(about.kind(), about.reference(), language, templates.version(language), subject, parts);
    }

    private static void refuse(List<Lack> lacks) {
        if (!lacks.isEmpty()) {
            throw new UnwritableCaseException(lacks.getFirst());
        }
    }

    private static Draft draft(LetterCase about, Speech speech, LetterPart.Kind kind) {
        Draft draft = new Draft(speech, kind);
        switch (kind) {
            case HEADING -> Framing.heading(draft, about);
            case GREETING -> Framing.greeting(draft, about);
            case OPENING -> Framing.opening(draft, about);
            case FACTS -> Account.facts(draft, about);
            case RESPONSIBILITY -> Account.responsibility(draft, about);
            case APOLOGY -> Account.apology(draft, about);
            case RESPECT -> Account.respect(draft, about);
            case EXPLANATION -> Account.explanation(draft, about);
            case OWED -> Redress.remedies(draft, about, true);
            case GESTURES -> Redress.remedies(draft, about, false);
            case PROMISES -> Redress.promises(draft, about);
            case ANSWERS -> Answers.points(draft, about);
            case NEXT_WORD -> Answers.nextWord(draft, about);
            case FIX -> Answers.fix(draft, about.fix());
            case THANKS -> Answers.thanks(draft, about);
            case PARTING -> Partings.parting(draft, about.farewell());
            case REGIME -> Rules.regime(draft, about);
            case CLOSING -> Framing.closing(draft, about);
            case SIGNATURE -> Framing.signature(draft, about);
        }
        return draft;
    }
}
