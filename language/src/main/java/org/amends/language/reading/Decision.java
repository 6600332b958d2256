package org.amends.language.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.amends.language.cue.CueHit;
import org.amends.language.fact.Facts;
import org.amends.language.text.LanguageGuess;
import org.amends.language.text.Word;
import org.amends.language.weighing.Feature;
import org.amends.language.weighing.LinearModel;
import org.jspecify.annotations.Nullable;

/** Makes labels of what a model says about one message, so that they fit together. */
final class Decision {

    /** A person checks a label in a second when no more than this is shown. */
    private static final int MOST_WORDS_SHOWN = 3;

    /** A failure this probable is named even where none reaches its own threshold: a complaint is about something. */
    private static final double LIKELIEST_FAILURE = 0.12;

    /** What is so probably a complaint is looked at as one, even where it is likelier none. */
    private static final double MAYBE_COMPLAINT = 0.25;

    private final Message message;
    private final Features.Parts parts;
    private final Sayings.Said said;
    private final LinearModel.Answers answers;
    private final Facts facts;
    private final Map<String, CueHit> preferences;
    private final boolean isRead;
    private final Map<String, Judgement> judgements = new LinkedHashMap<>();

    Decision(
            Message message,
            Features.Parts parts,
            Sayings.Said said,
            LinearModel.Answers answers,
            Facts facts,
            Preferences preferences,
            boolean isRead) {
        this.message = message;
        this.parts = parts;
        this.said = said;
        this.answers = answers;
        this.facts = facts;
        this.preferences = preferences.of(parts.hits());
        this.isRead = isRead;
    }

    Reading reading(LanguageGuess.Guess guess) {
        boolean complaint = yesNo(Questions.COMPLAINT);
        MessageKind kind = kind(complaint);
        Motive motive = motive(complaint);
        List<String> failures = complaint ? failures() : List.of();
        boolean danger = yesNo(Questions.SAFETY);
        Severity severity = Severity.values()[ordinal(Questions.SEVERITY)];
        preferences.forEach((name, hit) -> judgements.put("preferences." + name, judged(1, List.of(shown(hit)))));
        Labels labels = new Labels(
                kind,
                complaint,
                motive,
                failures,
                danger ? Severity.CRITICAL : severity,
                ordinal(Questions.HOSTILITY),
                yesNo(Questions.REPEAT),
                tenure(),
                SelfRelevance.values()[likeliest(Questions.SELF_RELEVANCE)],
                Leaving.values()[likeliest(Questions.LEAVING)],
                competitor(),
                yesNo(Questions.LEGAL),
                yesNo(Questions.PUBLIC),
                danger,
                yesNo(Questions.VULNERABLE),
                Preferences.names(preferences),
                remedies());
        return new Reading(
                message.id(), guess, labels, facts, Quoted.of(facts, parts.text()), judgements, route(labels));
    }

    private Route route(Labels labels) {
        if (labels.safety() || (labels.hostility() == 3 && labels.severity() == Severity.CRITICAL)) {
            return Route.HUMAN_NOW;
        }
        if (labels.complaint() || answers.yes(Questions.COMPLAINT) >= MAYBE_COMPLAINT || !isRead) {
            return Route.CASE;
        }
        MessageKind kind = labels.kind();
        return kind == null
                ? Route.INBOX
                : switch (kind) {
                    case AUTO_REPLY, BOUNCE, DELIVERY_REPORT, NEWSLETTER, SPAM -> Route.NOBODY;
                    case COMPLAINT, QUESTION, REQUEST, PRAISE, THANKS, OTHER -> Route.INBOX;
                };
    }

    /** What was found of a question that is answered already. */
    private Judgement judgement(String question) {
        return Objects.requireNonNull(judgements.get(question), question);
    }

    private boolean yesNo(String question) {
        boolean yes = answers.isYes(question);
        double probability = answers.yes(question);
        judgements.put(question, judged(yes ? probability : 1 - probability, yes ? words(question, 1) : List.of()));
        return yes;
    }

    private int likeliest(String question) {
        double[] probabilities = answers.probabilities(question);
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        judgements.put(question, judged(probabilities[best], words(question, best)));
        return best;
    }

    /** Of answers that have an order, the middle one: it is the least far off. */
    private int ordinal(String question) {
        double[] probabilities = answers.probabilities(question);
        double sum = 0;
        int middle = 0;
        while (middle < probabilities.length - 1 && sum + probabilities[middle] < 0.5) {
            sum += probabilities[middle++];
        }
        judgements.put(question, judged(probabilities[middle], words(question, middle)));
        return middle;
    }

    private MessageKind kind(boolean complaint) {
        if (complaint) {
            judgements.put(Questions.KIND, judgement(Questions.COMPLAINT));
            return MessageKind.COMPLAINT;
        }
        double[] probabilities = answers.probabilities(Questions.KIND);
        int best = MessageKind.OTHER.ordinal();
        for (int i = 0; i < probabilities.length; i++) {
            if (i != MessageKind.COMPLAINT.ordinal() && probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        double others = 1 - probabilities[MessageKind.COMPLAINT.ordinal()];
        judgements.put(
                Questions.KIND, judged(others <= 0 ? 0 : probabilities[best] / others, words(Questions.KIND, best)));
        return MessageKind.values()[best];
    }

    private Motive motive(boolean complaint) {
        double probability = answers.yes(Questions.COMPLAINT);
        if (!complaint) {
            judgements.put(Questions.MOTIVE, judged(1 - probability, List.of()));
            return Motive.NONE;
        }
        int best = likeliest(Questions.MOTIVE);
        Judgement among = judgement(Questions.MOTIVE);
        judgements.put(Questions.MOTIVE, judged(probability * among.confidence(), among.words()));
        return Motive.values()[best];
    }

    private List<String> failures() {
        List<String> found = new ArrayList<>();
        String likeliest = "";
        double greatest = LIKELIEST_FAILURE;
        for (String failure : Questions.FAILURES) {
            String question = Questions.FAILURE + failure;
            double probability = answers.yes(question);
            if (answers.isYes(question)) {
                found.add(failure);
            }
            if (probability > greatest) {
                greatest = probability;
                likeliest = failure;
            }
        }
        if (found.isEmpty() && !likeliest.isEmpty()) {
            found.add(likeliest);
        }
        for (String failure : found) {
            String question = Questions.FAILURE + failure;
            judgements.put("failure_types." + failure, judged(answers.yes(question), words(question, 1)));
        }
        return found;
    }

    private List<String> remedies() {
        List<String> found = new ArrayList<>();
        for (String remedy : Questions.REMEDIES) {
            String question = Questions.REMEDY + remedy;
            if (answers.isYes(question)) {
                found.add(remedy);
                judgements.put("requested_remedy." + remedy, judged(answers.yes(question), words(question, 1)));
            }
        }
        return found.isEmpty() ? List.of(Labels.NONE_STATED) : found;
    }

    private @Nullable Double tenure() {
        var tenure = facts.tenure();
        return tenure == null ? null : tenure.years().doubleValue();
    }

    private @Nullable String competitor() {
        return Rivals.named(parts, facts.names());
    }

    private List<Evidence> words(String question, int answer) {
        List<Evidence> shown = new ArrayList<>();
        for (Feature feature : answers.reasons(question, answer, 2 * MOST_WORDS_SHOWN)) {
            Evidence evidence = shown(feature);
            boolean isNew = shown.stream().noneMatch(other -> overlap(other, evidence));
            if (isNew && shown.size() < MOST_WORDS_SHOWN) {
                shown.add(evidence);
            }
        }
        return shown;
    }

    /** The words of a feature; of what a sentence says, those of its words that show it best. */
    private Evidence shown(Feature feature) {
        Feature words = Sayings.tag(feature).flatMap(said::shown).orElse(feature);
        return evidence(words.first(), words.last());
    }

    private static boolean overlap(Evidence one, Evidence other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private Evidence shown(CueHit hit) {
        return evidence(hit.first(), hit.last());
    }

    private Evidence evidence(int first, int last) {
        Word from = parts.words().get(first);
        Word to = parts.words().get(last);
        return new Evidence(parts.text().substring(from.start(), to.end()), from.start(), to.end());
    }

    private static Judgement judged(double confidence, List<Evidence> words) {
        return new Judgement(Math.clamp(confidence, 0, 1), words);
    }
}
