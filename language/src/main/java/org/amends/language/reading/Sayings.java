package org.amends.language.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amends.language.text.Word;
import org.amends.language.weighing.Feature;
import org.amends.language.weighing.LinearModel;

/** What the sentences of a message say: for every tag how sure it is that one of them says it, and which. */
public final class Sayings {

    /** Longer sentences are parted at a pause: what is said twice as long is not said half as much. */
    private static final int LONGEST = 22;

    private static final int SHORTEST = 4;

    /** What stands less surely than this in a sentence is not said. */
    private static final double LEAST = 0.08;

    private static final float WEIGHT = 2;

    private static final String PREFIX = "says:";
    private static final String ANYWHERE = "+";
    private static final List<String> TAGS = Tags.all();

    private final Features features;
    private final LinearModel sentences;

    /** Reads sentences with a model whose questions are the tags. */
    public Sayings(Features features, LinearModel sentences) {
        this.features = features;
        this.sentences = sentences;
    }

    /**
     * What a message has, and the sentences that say most surely what it says.
     *
     * @param features its words and cues, and what its sentences say
     * @param surest by tag, the sentence that says it most surely
     */
    public record Said(List<Feature> features, Map<String, LinearModel.Answers> surest) {

        /** The words of a sentence that show best what it says, if any do. */
        Optional<Feature> shown(String tag) {
            LinearModel.Answers sentence = surest.get(tag);
            return sentence == null
                    ? Optional.empty()
                    : sentence.reasons(tag, 1, 1).stream().findFirst();
        }
    }

    /** What a message has: its words and cues, and what its sentences say. */
    public Said of(Features.Parts parts) {
        List<Feature> all = new ArrayList<>(features.of(parts, 0, parts.words().size()));
        List<LinearModel.Answers> answers = new ArrayList<>();
        List<Span> spans = spans(parts.words());
        for (Span span : spans) {
            answers.add(sentences.answers(features.of(parts, span.from(), span.to())));
        }
        Map<String, LinearModel.Answers> surest = new HashMap<>();
        for (String tag : TAGS) {
            add(tag, answers, spans, all, surest);
        }
        return new Said(all, surest);
    }

    private static void add(
            String tag,
            List<LinearModel.Answers> answers,
            List<Span> spans,
            List<Feature> all,
            Map<String, LinearModel.Answers> surest) {
        double greatest = 0;
        double none = 1;
        int best = -1;
        for (int i = 0; i < answers.size(); i++) {
            double said = answers.get(i).yes(tag);
            none *= 1 - said;
            if (said > greatest) {
                greatest = said;
                best = i;
            }
        }
        if (greatest >= LEAST) {
            surest.put(tag, answers.get(best));
            Span span = spans.get(best);
            all.add(new Feature(PREFIX + tag, (float) greatest * WEIGHT, span.from(), span.to() - 1));
            all.add(new Feature(PREFIX + tag + ANYWHERE, (float) (1 - none) * WEIGHT, span.from(), span.to() - 1));
        }
    }

    /** The tag that a feature of {@link #of} is about, if it is about one. */
    static Optional<String> tag(Feature feature) {
        if (!feature.name().startsWith(PREFIX)) {
            return Optional.empty();
        }
        String tag = feature.name().substring(PREFIX.length());
        return Optional.of(tag.endsWith(ANYWHERE) ? tag.substring(0, tag.length() - 1) : tag);
    }

    record Span(int from, int to) {}

    /** The sentences, long ones parted at pauses. */
    static List<Span> spans(List<Word> words) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            boolean ends = i == words.size()
                    || words.get(i).sentence() != words.get(i - 1).sentence();
            boolean tooLong = i - from >= LONGEST
                    || (i - from >= LONGEST / 2
                            && i < words.size()
                            && words.get(i).afterPause());
            if (ends || tooLong) {
                if (i - from < SHORTEST && !spans.isEmpty() && i > 1 && !ends) {
                    continue;
                }
                spans.add(new Span(from, i));
                from = i;
            }
        }
        return spans;
    }
}
