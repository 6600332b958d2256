package org.amends.language.letter.page;

import java.util.List;
import org.amends.language.letter.Block;
import org.amends.language.letter.Layout;
import org.amends.language.letter.Letter;

/**
 * A letter as HTML that mail programs and screen readers understand: one column, real paragraphs and lists, the language named,
 * styles in the elements, nothing loaded from elsewhere. It is well-formed XML too.
 */
public final class HtmlLetter {

    private static final String BODY = "margin:0;padding:24px;background:#ffffff;color:#1a1a1a;"
            + "font-family:'Liberation Sans',Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5";
    private static final String MAIN = "max-width:640px;margin:0 auto";
    private static final String HEADING = "margin:0 0 24px 0;font-size:18px;line-height:1.4";
    private static final String PARAGRAPH = "margin:0 0 16px 0";
    private static final String LIST = "margin:0 0 16px 0;padding:0 0 0 20px";
    private static final String ITEM = "margin:0 0 8px 0";

    private HtmlLetter() {}

    /** The letter as a whole HTML document, in UTF-8. */
    public static String of(Letter letter) {
        return of(Layout.of(letter));
    }

    /** A letter that anybody wrote, as a whole HTML document, in UTF-8. */
    public static String of(Layout letter) {
        StringBuilder html = new StringBuilder(6_000);
        html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(letter.language().code())
                .append("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta name=\"generator\" content=\"Amends")
                .append(letter.templates().isEmpty() ? "" : "; templates: " + escaped(letter.templates()))
                .append("\"/>\n<meta name=\"description\" content=\"")
                .append(escaped(letter.subject()))
                .append("\"/>\n<title>")
                .append(escaped(letter.subject()))
                .append("</title>\n</head>\n<body style=\"")
                .append(BODY)
                .append("\">\n<div role=\"main\" style=\"")
                .append(MAIN)
                .append("\">\n");
        boolean headed = false;
        for (Block block : letter.blocks()) {
            append(html, block);
            if (!headed) {
                html.append("<h1 style=\"")
                        .append(HEADING)
                        .append("\">")
                        .append(escaped(letter.subject()))
                        .append("</h1>\n");
                headed = true;
            }
        }
        return html.append("</div>\n</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder html, Block block) {
        switch (block) {
            case Block.Paragraph(String text) ->
                html.append("<p style=\"")
                        .append(PARAGRAPH)
                        .append("\">")
                        .append(escaped(text))
                        .append("</p>\n");
            case Block.Lines(List<String> lines) ->
                html.append("<p style=\"")
                        .append(PARAGRAPH)
                        .append("\">")
                        .append(String.join(
                                "<br/>\n",
                                lines.stream().map(HtmlLetter::escaped).toList()))
                        .append("</p>\n");
            case Block.Items(List<Block.Item> items) -> {
                html.append("<ul style=\"").append(LIST).append("\">\n");
                items.forEach(item -> append(html, item));
                html.append("</ul>\n");
            }
        }
    }

    private static void append(StringBuilder html, Block.Item item) {
        html.append("<li style=\"").append(ITEM).append("\">");
        if (!item.lead().isEmpty()) {
            html.append("<strong>")
                    .append(escaped(item.lead()))
                    .append(item.text().isEmpty() ? "</strong>" : "</strong> ");
        }
        html.append(escaped(item.text())).append("</li>\n");
    }

    /** The text with what has a meaning in HTML written as entities; characters that XML cannot hold are left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isXml(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
