package org.amends.language.lint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterPart;
import org.amends.language.letter.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Sentences to write instead. A sentence may name parts of the letter that the case itself gives, as {@code {part.apology}}:
 * it is used only where the case gives them. Other values stand in brackets where they are not known, so that nobody sends
 * the sentence without filling them.
 */
final class Suggestions {

    private static final Pattern VALUE = Pattern.compile("\\{([a-z_.]+)\\}");
    private static final String PART = "part.";

    private final Sheet sheet;
    private final Map<String, String> values = new HashMap<>();

    Suggestions(Sheet sheet) {
        this.sheet = sheet;
        Approved approved = sheet.approved();
        if (approved != null) {
            values(approved.about());
            approved.letter().ifPresent(this::parts);
        }
    }

    private void values(LetterCase about) {
        values.put("reference", about.reference());
        values.put("customer", about.customer().name());
        values.put("company", about.company().name());
        values.put("owner", about.company().signer().name());
        LocalDate day = null;
        if (!about.promises().isEmpty()) {
            Promise promise = about.promises().getFirst();
            values.put("owner", about.owner(promise.owner()).name());
            day = promise.due();
        }
        put("day", day == null ? about.answerBy() : day);
        if (!about.incidents().isEmpty()) {
            put("failed", about.incidents().getFirst().date());
        }
    }

    private void put(String name, @Nullable LocalDate day) {
        if (day != null) {
            values.put(name, Approved.written(day, sheet.language()));
        }
    }

    private void parts(Letter letter) {
        for (LetterPart part : letter.parts()) {
            Letter alone = new Letter(
                    letter.kind(), letter.reference(), letter.language(), letter.templates(), "", List.of(part));
            values.put(PART + part.kind().name().toLowerCase(Locale.ROOT), line(alone.text()));
        }
    }

    /** One line of many. */
    static String line(String text) {
        return text.strip().replaceAll("\\s*\\n\\s*", " ");
    }

    /** The best sentence of a rule that can be filled. */
    String better(Rule rule) {
        return filled(sheet.phrases().better(rule));
    }

    /** The part of the case's own letter, or the sentence of the rule. */
    String part(LetterPart.Kind kind, Rule rule) {
        String part = values.get(PART + kind.name().toLowerCase(Locale.ROOT));
        return part == null ? better(rule) : part;
    }

    /** The first sentence whose parts of the letter are all known, filled. */
    String filled(List<String> sentences) {
        for (String sentence : sentences) {
            boolean known = VALUE.matcher(sentence)
                    .results()
                    .map(value -> value.group(1))
                    .allMatch(value -> !value.startsWith(PART) || values.containsKey(value));
            if (known) {
                return fill(sentence);
            }
        }
        return "";
    }

    private String fill(String sentence) {
        Matcher matcher = VALUE.matcher(sentence);
        return matcher.replaceAll(value -> {
            String name = value.group(1);
            String known = values.get(name);
            return Matcher.quoteReplacement(known == null ? sheet.phrases().label(name) : known);
        });
    }

    /** A sentence of the letter with other words in one place. */
    String replaced(int sentence, int start, int end, String instead) {
        int from = sheet.sentence(sentence).getFirst().start();
        String text = sheet.sentenceText(sentence);
        if (start < from || end > from + text.length()) {
            return instead;
        }
        return line(text.substring(0, start - from) + instead + text.substring(end - from));
    }
}
