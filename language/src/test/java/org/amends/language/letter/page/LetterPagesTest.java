package org.amends.language.letter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterFiles;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.writing.LetterWriter;
import org.amends.language.text.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterPagesTest {

    /** A line may end at any space or hyphen. */
    private static final String SPACE = "[\\s\\u202F\\u00A0]+";

    private static final LocalDate DATE = LocalDate.of(2026, 3, 9);

    @ParameterizedTest
    @EnumSource(Language.class)
    void htmlIsWellFormedNamesItsLanguageAndLoadsNothing(Language language) throws Exception {
        String html = HtmlLetter.of(letter("final_response", language));

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo(language.code());
        assertThat(html).doesNotContain("src=", "<link", "<script", "url(");
        assertThat(document.getElementsByTagName("h1").getLength()).isEqualTo(1);
    }

    @Test
    void htmlShowsMarkupOfACaseAsText() throws IOException {
        String json = LetterFiles.json("thank_you").replace("Camille", "<b onclick='x'>&\\u0000");

        String html =
                HtmlLetter.of(new LetterWriter(Templates.standard()).write(LetterFiles.read(json), Language.FRENCH));

        assertThat(html).contains("&lt;b onclick='x'&gt;&amp;").doesNotContain("<b ", "\u0000");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void pdfHoldsTheWordsItsLanguageAndItsTags(Language language) throws IOException {
        Letter letter = letter("final_response", language);

        try (PDDocument pdf = Loader.loadPDF(PdfLetter.of(letter, DATE))) {
            String words = new PDFTextStripper().getText(pdf).replaceAll(SPACE, "");
            for (String line : letter.text().lines().toList()) {
                assertThat(words).contains(line.replaceFirst("^– ", "").replaceAll(SPACE, ""));
            }
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(letter.subject());
        }
    }

    /** Liberation has no sign of the rouble. */
    @Test
    void pdfWritesRoublesAsAWord() throws IOException {
        String json = LetterFiles.json("final_response").replace("EUR", "RUB");
        Letter letter = new LetterWriter(Templates.standard()).write(LetterFiles.read(json), Language.RUSSIAN);

        try (PDDocument pdf = Loader.loadPDF(PdfLetter.of(letter, DATE))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll(SPACE, " "))
                    .contains("54,90 руб.")
                    .doesNotContain("#");
        }
    }

    @Test
    void pdfOfTheSameLetterHasTheSameBytes() throws IOException {
        Letter letter = letter("farewell", Language.RUSSIAN);

        assertThat(PdfLetter.of(letter, DATE)).isEqualTo(PdfLetter.of(letter, DATE));
    }

    private static Letter letter(String kind, Language language) throws IOException {
        LetterKind of = LetterKind.valueOf(kind.toUpperCase(Locale.ROOT));
        return new LetterWriter(Templates.standard()).write(LetterFiles.example(of), language);
    }
}
