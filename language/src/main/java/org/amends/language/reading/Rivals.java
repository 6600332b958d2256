package org.amends.language.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amends.language.cue.CueBook;
import org.amends.language.cue.CueHit;
import org.amends.language.fact.PersonName;
import org.amends.language.fact.Places;
import org.amends.language.text.Word;
import org.amends.language.text.Words;
import org.jspecify.annotations.Nullable;

/** Finds the first other provider that a message names: an alternative, a former one or one to compare with. */
final class Rivals {

    private static final CueBook CONTEXTS = contexts("rivals.cues");

    /** Cues of other books that mark a sentence in which another provider may be named. */
    private static final Set<String> MARKS =
            Set.of("rival_named", "leaving_threat", "leaving_now", "already_gone", "compares_prices");

    /** The ideas that well-known providers are entered under. */
    private static final Set<String> BRANDS = Set.of(
            "brand_telecom",
            "brand_courier",
            "brand_supermarket",
            "brand_market",
            "brand_bank",
            "brand_airline",
            "brand_energy",
            "brand_insurance",
            "brand_ride_food",
            "brand_streaming_device",
            "brand_travel_stay");

    /** What speaks for a name weighs this much; with {@link #ENOUGH} it is taken. */
    private static final int CLEAR = 3;

    private static final int SLIGHT = 1;
    private static final int ENOUGH = 4;

    private static final int LONGEST_ACRONYM = 4;

    /** Longer rows of capitals are headings or shouting. */
    private static final int LONGEST_NAME = 4;

    private static final Set<String> DOMAINS = Set.of("ru", "ру", "рф", "com", "net", "es", "fr", "uk", "mx", "ar");

    /** Small words that stand within names, and such as stand before them. */
    private static final Set<String> LINKS = Set.of("de", "del", "du", "of");

    private static final Set<String> ARTICLES = Set.of("la", "el", "los", "las", "le", "les", "the");

    private final Features.Parts parts;
    private final List<Word> words;
    private final Set<String> people = new HashSet<>();
    private final BitSet afterMove = new BitSet();
    private final BitSet afterPreposition = new BitSet();
    private final BitSet beforePraise = new BitSet();
    private final BitSet beforeHail = new BitSet();
    private final BitSet afterProvider = new BitSet();
    private final BitSet known = new BitSet();
    private final BitSet comparing = new BitSet();
    private boolean spokenTo;
    private boolean leaves;
    private final BitSet addressed = new BitSet();
    private final BitSet noRival = new BitSet();
    private final BitSet markedSentences = new BitSet();

    private Rivals(Features.Parts parts, List<PersonName> names) {
        this.parts = parts;
        this.words = parts.words();
        for (PersonName name : names) {
            Words.of(name.text(), parts.language()).forEach(word -> people.add(word.form()));
        }
        for (CueHit hit : CONTEXTS.find(words, parts.language())) {
            enter(hit);
        }
        for (CueHit hit : parts.hits()) {
            if (MARKS.contains(hit.cue().name())) {
                markedSentences.set(words.get(hit.first()).sentence());
                leaves |= !hit.cue().name().equals("rival_named");
            }
        }
    }

    /**
     * The first other provider that is named, as written.
     *
     * @param people who are named in the text: they are no providers
     */
    static @Nullable String named(Features.Parts parts, List<PersonName> people) {
        return new Rivals(parts, people).first();
    }

    private static CueBook contexts(String file) {
        try (InputStream stream = Rivals.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the file " + file + " is missing from this build");
            }
            return CueBook.of(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void enter(CueHit hit) {
        switch (hit.cue().name()) {
            case "towards" -> afterMove.set(behind(hit));
            case "near" -> afterPreposition.set(behind(hit));
            case "behind" -> beforePraise.set(hit.first());
            case "hails" -> beforeHail.set(hit.first());
            case "provider" -> afterProvider.set(behind(hit));
            case "known" -> known.set(hit.first(), hit.last() + 1);
            case "you" -> spokenTo = true;
            case "compares" -> comparing.set(words.get(hit.first()).sentence());
            case "addressed" -> addressed.set(hit.last() + 1);
            case "no_rival" -> noRival.set(hit.first(), hit.last() + 1);
            default ->
                throw new IllegalStateException(
                        "nothing is known of the cue " + hit.cue().name());
        }
    }

    /** The word behind a hit; what is written with a capital, such as the article of "La Colmena", belongs to the name. */
    private int behind(CueHit hit) {
        int at = hit.last() + 1;
        while (at - 1 > hit.first() && at < words.size() && capital(at) && capital(at - 1)) {
            at--;
        }
        return at;
    }

    private @Nullable String first() {
        String found = null;
        for (int i = 0; i < words.size() && found == null; ) {
            int end = nameEnd(i);
            if (end > i && weight(i, end) >= ENOUGH) {
                found = text(i, end);
            }
            i = Math.max(i + 1, end);
        }
        return found;
    }

    /** The word behind the name that begins at a word; the word itself where none does. */
    private int nameEnd(int i) {
        if (noRival.get(i) || !(capital(i) || (brand(i) && afterMove.get(i)))) {
            return i;
        }
        int end = i + 1;
        while (end < words.size() && end - i < LONGEST_NAME) {
            boolean linked = LINKS.contains(words.get(end).form())
                    && end + 1 < words.size()
                    && joined(end - 1, end)
                    && joined(end, end + 1)
                    && capital(end + 1)
                    && !brand(i);
            if (linked) {
                end += 2;
            } else if (joined(end - 1, end) && (capital(end) || domain(end - 1, end))) {
                end++;
            } else {
                break;
            }
        }
        return end;
    }

    /** "Рег.ру" */
    private boolean domain(int one, int next) {
        return between(one, next).equals(".")
                && DOMAINS.contains(words.get(next).form());
    }

    private boolean capital(int i) {
        return Character.isUpperCase(parts.text().charAt(words.get(i).start()));
    }

    private boolean brand(int i) {
        String form = words.get(i).form();
        boolean word = form.length() > 1 && Character.isLetter(form.charAt(0));
        return known.get(i) || (word && parts.ideas().get(i).stream().anyMatch(BRANDS::contains));
    }

    /** Whether no more than a blank, a hyphen, a point or "&" stands between two words of a name. */
    private boolean joined(int one, int next) {
        if (words.get(one).sentence() != words.get(next).sentence() || noRival.get(next)) {
            return false;
        }
        String between = between(one, next);
        return between.equals(" ") || between.equals("-") || between.equals(" & ") || between.equals(".");
    }

    private String between(int one, int next) {
        int from = words.get(one).end();
        int to = words.get(next).start();
        return from <= to ? parts.text().substring(from, to) : "";
    }

    private int weight(int from, int end) {
        if (person(from, end) || place(from, end) || to(from) || ordinary(from, end)) {
            return 0;
        }
        boolean opens = opens(from);
        int sentence = words.get(from).sentence();
        int weight = opens ? 0 : SLIGHT;
        if (brand(from)) {
            weight += CLEAR + (once(from) || spokenTo ? SLIGHT : 0);
        }
        if (afterMove.get(from)) {
            weight += CLEAR;
        } else if (afterProvider.get(from)) {
            weight += 2 * SLIGHT;
        }
        if (sameSentence(end, from) && beforeHail.get(end)) {
            weight += CLEAR + SLIGHT;
        } else if (sameSentence(end, from) && beforePraise.get(end)) {
            weight += 2 * SLIGHT;
        }
        weight += comparing.get(sentence) ? SLIGHT : 0;
        if (weight <= SLIGHT) {
            return 0;
        }
        weight += afterPreposition.get(from) && !afterMove.get(from) ? SLIGHT : 0;
        weight += quoted(from, end) ? SLIGHT : 0;
        weight += markedSentences.get(sentence) ? SLIGHT : 0;
        weight += leaves && !opens ? SLIGHT : 0;
        return weight;
    }

    private boolean opens(int i) {
        return i == 0 || words.get(i - 1).sentence() != words.get(i).sentence();
    }

    private boolean sameSentence(int i, int other) {
        return i < words.size() && words.get(i).sentence() == words.get(other).sentence();
    }

    private boolean person(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!people.contains(words.get(i).form())) {
                return false;
            }
        }
        return true;
    }

    private boolean place(int from, int end) {
        for (int i = from; i < end; i++) {
            if (brand(i) || !Places.known(words.get(i).form())) {
                return false;
            }
        }
        return true;
    }

    /** Words that name no provider although they have a capital: a lone article, shouting, and what opens a sentence. */
    private boolean ordinary(int from, int end) {
        boolean article = end == from + 1 && ARTICLES.contains(words.get(from).form());
        if (article || brand(from) || quoted(from, end)) {
            return article;
        }
        boolean shouted = true;
        boolean known = opens(from) || !afterMove.get(from);
        for (int i = from; i < end; i++) {
            String written =
                    parts.text().substring(words.get(i).start(), words.get(i).end());
            shouted &= written.length() > LONGEST_ACRONYM && written.equals(written.toUpperCase(Locale.ROOT));
            known &= !parts.ideas().get(i).isEmpty();
        }
        return shouted || known;
    }

    /** Whether a word stands once in the text: the company that is written to is often named again. */
    private boolean once(int i) {
        String form = words.get(i).form();
        return words.stream().filter(word -> word.form().equals(form)).limit(2).count() == 1;
    }

    /** Whether the company that is written to is named so. */
    private boolean to(int from) {
        return addressed.get(from) && !afterMove.get(from);
    }

    private boolean quoted(int from, int end) {
        int before = words.get(from).start() - 1;
        int behind = words.get(end - 1).end();
        return before >= 0
                && behind < parts.text().length()
                && "«\"“„".indexOf(parts.text().charAt(before)) >= 0
                && "»\"”“".indexOf(parts.text().charAt(behind)) >= 0;
    }

    private String text(int from, int end) {
        int behind = words.get(end - 1).end();
        boolean plus = behind < parts.text().length() && parts.text().charAt(behind) == '+';
        return parts.text().substring(words.get(from).start(), plus ? behind + 1 : behind);
    }
}
