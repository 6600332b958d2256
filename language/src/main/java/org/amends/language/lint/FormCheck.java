package org.amends.language.lint;

import java.util.List;
import org.amends.language.letter.FormOfAddress;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.Register;
import org.amends.language.text.Language;
import org.amends.language.text.Word;

/** Whether one form of address is kept: vous or tu, usted or tú, Вы with its capital letter. */
final class FormCheck {

    private final Sheet sheet;
    private final Findings findings;

    FormCheck(Sheet sheet, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    void run() {
        List<Said> formal = own("formal");
        List<Said> familiar = own("familiar");
        LetterCase about = sheet.about();
        if (about != null && sheet.language() != Language.ENGLISH) {
            boolean wantsFamiliar =
                    about.customer().address() == FormOfAddress.FAMILIAR && sheet.language() != Language.RUSSIAN;
            tell(wantsFamiliar ? formal : familiar, wantsFamiliar);
        } else if (!formal.isEmpty() && !familiar.isEmpty()) {
            boolean mostlyFamiliar = familiar.size() > formal.size();
            tell(mostlyFamiliar ? formal : familiar, mostlyFamiliar);
        }
        if (sheet.language() == Language.RUSSIAN) {
            capitals();
        }
    }

    private List<Said> own(String topic) {
        return sheet.topic(topic).stream()
                .filter(hit -> !sheet.isQuoted(sheet.start(hit)))
                .toList();
    }

    private void tell(List<Said> wrong, boolean familiar) {
        for (Said hit : wrong) {
            findings.add(
                    Rule.MIXED_ADDRESS,
                    sheet.start(hit),
                    sheet.end(hit),
                    familiar ? "The rest says tu or tú." : "The rest is formal.");
        }
    }

    private void capitals() {
        LetterCase about = sheet.about();
        boolean formal = about != null && about.customer().register() == Register.FORMAL;
        Word small = null;
        boolean capital = false;
        for (Word word : sheet.words()) {
            if (sheet.phrases().isIn("polite", word.form()) && !sheet.isQuoted(word.start())) {
                boolean upper = Character.isUpperCase(sheet.text().charAt(word.start()));
                boolean opens = sheet.sentence(sheet.sentenceAt(word.start()))
                                .getFirst()
                                .start()
                        == word.start();
                capital |= upper && !opens;
                small = small == null && !upper ? word : small;
            }
        }
        if (small != null && (formal || capital)) {
            String words = sheet.text().substring(small.start(), small.end());
            findings.replace(
                    Rule.SMALL_ADDRESS,
                    small.start(),
                    small.end(),
                    "",
                    Character.toUpperCase(words.charAt(0)) + words.substring(1));
        }
    }
}
