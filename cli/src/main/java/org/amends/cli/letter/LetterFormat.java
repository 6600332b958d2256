package org.amends.cli.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.amends.language.letter.Letter;
import org.amends.language.letter.page.HtmlLetter;
import org.amends.language.letter.page.PdfLetter;

/** What a letter is written as. */
enum LetterFormat {
    text("txt"),
    html("html"),
    pdf("pdf");

    private final String extension;

    LetterFormat(String extension) {
        this.extension = extension;
    }

    /** How the names of its files end, without the dot. */
    String extension() {
        return extension;
    }

    byte[] bytes(Letter letter, LocalDate date) throws IOException {
        return switch (this) {
            case text -> letter.text().getBytes(StandardCharsets.UTF_8);
            case html -> HtmlLetter.of(letter).getBytes(StandardCharsets.UTF_8);
            case pdf -> PdfLetter.of(letter, date);
        };
    }
}
