package org.amends.guard.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.Language;
import org.jspecify.annotations.Nullable;

/** Reads lists of ingredients and product names. May be used by many threads. */
public final class LabelReader {

    /** Readings remembered, since the products of a shop come up again and again; then it begins anew. */
    private static final int MOST_REMEMBERED = 20_000;

    /** Longer texts are not labels; the rest of them is told as unknown. */
    private static final int LONGEST = 20_000;

    private record Asked(
            String text, boolean name, @Nullable Language language) {}

    private final FoodKnowledge knowledge;
    private final Map<Asked, LabelReading> remembered = new ConcurrentHashMap<>();

    public LabelReader(FoodKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * Reads a list of ingredients with what else stands beside it.
     *
     * @param language the language expected; other languages are understood as well
     */
    public LabelReading readList(@Nullable String text, @Nullable Language language) {
        return read(text, false, language);
    }

    /** Reads the name of a product or of its category: what a name claims, it claims for the whole product. */
    public LabelReading readName(@Nullable String text, @Nullable Language language) {
        return read(text, true, language);
    }

    private LabelReading read(@Nullable String text, boolean name, @Nullable Language language) {
        if (text == null || text.isBlank()) {
            return LabelReading.NOTHING;
        }
        Asked asked = new Asked(text, name, language);
        LabelReading known = remembered.get(asked);
        if (known != null) {
            return known;
        }
        LabelReading reading = fresh(text, name, language);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(asked, reading);
        return reading;
    }

    /** Reads a text without remembering it. */
    LabelReading fresh(String text, boolean name, @Nullable Language language) {
        String part = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Segment> segments = Segments.of(part);
        List<List<Token>> tokens = new ArrayList<>();
        int[] known = new int[Language.ALL.size()];
        for (Segment segment : segments) {
            List<Token> each = ItemReading.tokens(knowledge, part, segment.from(), segment.to());
            tokens.add(each);
            count(each, known);
        }
        List<Language> order = order(known, language);
        ListReading reading = new ListReading(part, name);
        for (int i = 0; i < segments.size(); i++) {
            reading.take(segments.get(i), ItemReading.of(knowledge, tokens.get(i), order, name));
        }
        boolean understood = known[order.getFirst().ordinal()] > 0;
        LabelReading result = reading.result(understood ? order.getFirst() : null);
        return part.length() < text.length() ? cutOff(result) : result;
    }

    private static LabelReading cutOff(LabelReading reading) {
        List<String> unknown = new ArrayList<>(reading.unknown());
        unknown.add("the text beyond " + LONGEST + " characters");
        return new LabelReading(reading.findings(), unknown, reading.kinds(), reading.claims(), reading.language());
    }

    private static void count(List<Token> tokens, int[] known) {
        for (Token token : tokens) {
            for (Language language : Language.ALL) {
                if (token.meanings().size(language) > 0 && !token.meanings().isGuessed()) {
                    known[language.ordinal()] += 2 + token.word().length();
                }
            }
        }
    }

    /** Languages by how much of the text they know; the expected one is given a little more. */
    private static List<Language> order(int[] known, @Nullable Language expected) {
        if (expected != null) {
            known[expected.ordinal()] += 1 + known[expected.ordinal()] / 10;
        }
        List<Language> order = new ArrayList<>(Language.ALL.size());
        for (Language language : Language.ALL) {
            int at = order.size();
            while (at > 0 && known[order.get(at - 1).ordinal()] < known[language.ordinal()]) {
                at--;
            }
            order.add(at, language);
        }
        return order;
    }
}
