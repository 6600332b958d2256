package org.amends.language.letter.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.amends.language.letter.Layout;
import org.amends.language.letter.Letter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * A letter as PDF on A4, tagged for screen readers (PDF/UA), with its font in it. The same letter and day give the same bytes.
 */
public final class PdfLetter {

    private static final String FONT = "Liberation Sans";
    private static final String FONTS = "/com/mpobjects/jasperreports/fonts/liberation/";
    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final Pattern XMP_DATE = Pattern.compile("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*(</)");

    private static final String STYLE = """
            <style>
            @page { size: A4; margin: 25mm 22mm 25mm 25mm; }
            body { font-size: 11pt !important; padding: 0 !important; }
            h1 { font-size: 12pt !important; }
            li, p { orphans: 2; widows: 2; }
            </style>
            """;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfLetter() {}

    /**
     * The letter as PDF.
     *
     * @param date the day that the file gives as that of its making
     * @throws IOException when the fonts cannot be read
     */
    public static byte[] of(Letter letter, LocalDate date) throws IOException {
        return of(Layout.of(letter), date);
    }

    /**
     * A letter that anybody wrote, as PDF.
     *
     * @param date the day that the file gives as that of its making
     * @throws IOException when the fonts cannot be read
     */
    public static byte[] of(Layout letter, LocalDate date) throws IOException {
        String html = html(letter);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Amends");
        builder.useFont(() -> font("LiberationSans-Regular.ttf"), FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("LiberationSans-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true);
        builder.withHtmlContent(html, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            dated(document, date);
            document.setDocumentId(html.hashCode() & 0xFFFF_FFFFL);
            document.save(out);
        }
        return out.toByteArray();
    }

    /** The signs of the rouble and the tenge are younger than the font, so the words stand in their place. */
    private static String html(Layout letter) {
        return HtmlLetter.of(letter)
                .replace("₽.", "руб.")
                .replace("₽", "руб.")
                .replace("₸", "тенге")
                .replace("</head>", STYLE + "</head>");
    }

    private static InputStream font(String name) {
        InputStream font = PdfLetter.class.getResourceAsStream(FONTS + name);
        if (font == null) {
            throw new IllegalStateException("the font %s is not in the class path.".formatted(name));
        }
        return font;
    }

    private static void dated(PDDocument document, LocalDate date) throws IOException {
        Calendar day = GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(day);
        information.setModificationDate(day);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
            String fixed = XMP_DATE.matcher(xmp).replaceAll("$1" + date + "T00:00:00Z$2");
            metadata.importXMPMetadata(fixed.getBytes(StandardCharsets.UTF_8));
        }
    }
}
