package org.amends.language.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The text of an HTML mail as a reader sees it: paragraphs, lists, cells and links; nothing hidden, no tracking pictures.
 *
 * <p>Quoted passages get "&gt; " in front of each line, as in plain mail, so that they are still there and known as quoted.
 */
final class HtmlText implements NodeFilter {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final Set<String> UNSEEN = Set.of(
            "head", "style", "script", "title", "template", "object", "iframe", "select", "button", "textarea", "svg");
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|font-size\\s*:\\s*0(?:px|pt|em|%)?\\s*(?:;|!|$)"
                    + "|max-height\\s*:\\s*0(?:px)?\\s*(?:;|!|$)|opacity\\s*:\\s*0\\s*(?:;|!|$))");
    private static final Pattern INDENT = Pattern.compile("margin\\s*:\\s*0(?:px)?\\s+0(?:px)?\\s+0(?:px)?\\s+[34]0px");
    private static final Pattern QUOTE_CLASS = Pattern.compile(
            "(?:^|\\s)(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra"
                    + "|mail-quote-collapse|ecxgmail_quote)(?:\\s|$)");
    private static final String QUOTE_ID = "OLK_SRC_BODY_SECTION";

    /**
     * Tags of bold and the like. They say nothing here, and a parser must open those left open again in every paragraph, which
     * makes hundreds of nodes of each.
     */
    private static final Pattern STYLE_TAG = Pattern.compile(
            "</?(?:b|i|u|s|em|strong|small|big|font|code|strike|tt|nobr)(?:[\\s/][^<>]*+)?>", Pattern.CASE_INSENSITIVE);

    private final MarkedLines lines = new MarkedLines();
    private final Deque<Integer> numbers = new ArrayDeque<>();

    private HtmlText() {}

    /** The text of HTML of any quality; what is cut off or left out goes to {@code problems}. */
    static String of(String html, List<String> problems) {
        String bounded = html;
        if (html.length() > MOST_CHARACTERS) {
            problems.add(
                    "The HTML is longer than %d characters: the rest of it is left out.".formatted(MOST_CHARACTERS));
            bounded = html.substring(0, MOST_CHARACTERS);
        }
        HtmlText text = new HtmlText();
        NodeTraversor.filter(text, Jsoup.parse(STYLE_TAG.matcher(bounded).replaceAll("")));
        return text.lines.text();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            lines.words(words.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (hidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        open(element, element.normalName());
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element, String name) {
        if (PARAGRAPHS.contains(name)) {
            lines.paragraph();
        } else if (element.isBlock() && !name.equals("td") && !name.equals("th")) {
            lines.endLine();
        }
        if (quotes(element, name)) {
            lines.endLine();
            lines.quote(1);
        }
        switch (name) {
            case "br" -> lines.breakLine();
            case "hr" -> lines.rule();
            case "pre" -> lines.keepBlanks(true);
            case "img" -> lines.words(picture(element));
            case "ul" -> numbers.push(-1);
            case "ol" -> numbers.push(0);
            case "li" -> item();
            default -> {
                // Every other element only holds what is in it.
            }
        }
    }

    private void close(Element element, String name) {
        switch (name) {
            case "pre" -> lines.keepBlanks(false);
            case "ul", "ol" -> numbers.poll();
            case "td", "th" -> lines.cell();
            case "a" -> lines.words(link(element));
            default -> {
                // Every other element ends without a sign of its own.
            }
        }
        if (PARAGRAPHS.contains(name)) {
            lines.paragraph();
        } else if (element.isBlock() && !name.equals("td") && !name.equals("th")) {
            lines.endLine();
        }
        if (quotes(element, name)) {
            lines.endLine();
            lines.quote(-1);
        }
    }

    private void item() {
        lines.endLine();
        int number = numbers.isEmpty() ? -1 : numbers.pop();
        numbers.push(number < 0 ? -1 : number + 1);
        lines.words(number < 0 ? "- " : (number + 1) + ". ");
    }

    private static boolean hidden(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style").toLowerCase(Locale.ROOT))
                        .find();
    }

    private static boolean quotes(Element element, String name) {
        String styles = element.className();
        if (name.equals("blockquote")) {
            boolean indents = styles.contains("indent")
                    || INDENT.matcher(element.attr("style")).find();
            return !indents && (element.parent() == null || !within(element));
        }
        boolean quotes = !styles.isEmpty() && QUOTE_CLASS.matcher(styles).find() && !within(element);
        return quotes || element.id().equals(QUOTE_ID);
    }

    /** A blockquote of class gmail_quote lies in a div of that class: one level, not two. */
    private static boolean within(Element element) {
        Element parent = element.parent();
        return parent != null && QUOTE_CLASS.matcher(parent.className()).find();
    }

    private static String picture(Element image) {
        boolean tiny = size(image, "width") <= 2 || size(image, "height") <= 2;
        String words = image.attr("alt").strip();
        return tiny || words.isEmpty() ? "" : "[" + words + "]";
    }

    private static int size(Element image, String dimension) {
        String size = image.attr(dimension).strip().replace("px", "");
        boolean number = !size.isEmpty() && size.length() < 6 && size.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(size) : Integer.MAX_VALUE;
    }

    private static String link(Element anchor) {
        String target = anchor.attr("href").strip();
        boolean web = target.startsWith("http://") || target.startsWith("https://");
        if (!web || target.length() > 300) {
            return "";
        }
        String words = anchor.text().strip();
        return words.isEmpty() || target.contains(words) || words.contains(target) ? "" : " <" + target + ">";
    }
}
