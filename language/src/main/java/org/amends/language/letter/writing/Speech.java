package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import org.amends.language.letter.Gender;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.Person;
import org.amends.language.letter.Statement;
import org.amends.language.letter.Wording;
import org.amends.language.letter.template.Template;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.template.Values;
import org.amends.language.letter.template.Voice;
import org.amends.language.text.Language;

/** The language and the voice in which one letter is written. */
final class Speech {

    private final LetterCase about;
    private final Language language;
    private final Templates templates;
    private final Voice voice;
    private final Values common;

    Speech(LetterCase about, Language language, Templates templates) {
        this.about = about;
        this.language = language;
        this.templates = templates;
        this.voice = Voice.of(about.customer());
        this.common = new Values(new ArrayList<>())
                .text("company", about.company().name())
                .text("signer", about.company().signer().name())
                .text("reference", about.reference(), "reference")
                .text("gender", word(about.customer().gender()))
                .text("signer_gender", word(about.company().signer().gender()));
    }

    private static String word(Gender gender) {
        return gender.name().toLowerCase(Locale.ROOT);
    }

    Language language() {
        return language;
    }

    Template template(String key) {
        return templates.of(language, key, voice);
    }

    /** The values that every sentence has. */
    Values values(Collection<Statement> stated) {
        return common.statingIn(stated);
    }

    /** The words of a text of the case. */
    String text(Wording wording, String place) {
        return wording.in(language)
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no text in %s; the writer asks before.".formatted(place, language.code())));
    }

    /** Adds a person with the role. */
    Values person(Values values, Person person, String place) {
        Wording role = person.role();
        return values.text("owner", person.name(), place)
                .wording("role", role == null ? null : text(role, place + ".role"), place + ".role");
    }

    /** The one who does what nobody else is named for. */
    String signer() {
        return about.company().signer().name();
    }
}
