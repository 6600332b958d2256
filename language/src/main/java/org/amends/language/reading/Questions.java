package org.amends.language.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.amends.language.weighing.Question;

/** What the model is asked of every message, and the answer that labels give. */
public final class Questions {

    /** The kinds of failure that messages tell of. */
    public static final List<String> FAILURES = List.of(
            "late_delivery",
            "wrong_item",
            "defective_product",
            "billing_error",
            "rude_contact",
            "long_wait",
            "ignored_contact",
            "broken_promise",
            "privacy_breach",
            "preference_violation",
            "service_outage",
            "unfair_policy",
            "misleading_information",
            "quality_decline",
            "cancellation_obstacle",
            "safety");

    /** What may be asked for. */
    public static final List<String> REMEDIES = List.of(
            "refund",
            "replacement",
            "repair",
            "apology",
            "explanation",
            "compensation",
            "cancellation",
            "callback",
            "correction",
            "data_deletion");

    static final String COMPLAINT = "is_complaint";
    static final String MOTIVE = "motive";
    static final String SEVERITY = "severity";
    static final String HOSTILITY = "hostility";
    static final String REPEAT = "repeat_contact";
    static final String SELF_RELEVANCE = "self_relevance";
    static final String LEAVING = "leaving";
    static final String LEGAL = "legal_threat";
    static final String PUBLIC = "public_threat";
    static final String SAFETY = "safety_flag";
    static final String VULNERABLE = "vulnerable";
    static final String KIND = "kind";
    static final String FAILURE = "failure.";
    static final String REMEDY = "remedy.";

    private static final int NOT_ASKED = -1;

    /** Of questions about a label as a whole: the answer that it gives. */
    private static final Map<String, ToIntFunction<Labels>> OF_LABELS = ofLabels();

    private Questions() {}

    /** All questions. */
    public static List<Question> all() {
        List<Question> questions = new ArrayList<>();
        for (String name : List.of(COMPLAINT, REPEAT, LEGAL, PUBLIC, SAFETY, VULNERABLE)) {
            questions.add(Question.yesNo(name));
        }
        questions.add(new Question(MOTIVE, List.of("economic", "esteem", "both")));
        questions.add(new Question(SEVERITY, names(Severity.values())));
        questions.add(new Question(HOSTILITY, List.of("0", "1", "2", "3")));
        questions.add(new Question(SELF_RELEVANCE, names(SelfRelevance.values())));
        questions.add(new Question(LEAVING, names(Leaving.values())));
        questions.add(new Question(KIND, names(MessageKind.values())));
        FAILURES.forEach(failure -> questions.add(Question.yesNo(FAILURE + failure)));
        REMEDIES.forEach(remedy -> questions.add(Question.yesNo(REMEDY + remedy)));
        return questions;
    }

    /** The name of a value of a label, as it is written. */
    public static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Questions::name).toList();
    }

    /** The answers that the labels of a message give, by question; a question that does not arise is absent. */
    public static Map<String, Integer> answers(Labels labels) {
        Map<String, Integer> answers = new HashMap<>();
        for (Question question : all()) {
            int answer = answer(question, labels);
            if (answer != NOT_ASKED) {
                answers.put(question.name(), answer);
            }
        }
        return answers;
    }

    private static int answer(Question question, Labels labels) {
        String name = question.name();
        if (name.startsWith(FAILURE)) {
            return yesNo(labels.failures().contains(name.substring(FAILURE.length())));
        }
        if (name.startsWith(REMEDY)) {
            return yesNo(labels.remedies().contains(name.substring(REMEDY.length())));
        }
        return Objects.requireNonNull(OF_LABELS.get(name), name).applyAsInt(labels);
    }

    private static Map<String, ToIntFunction<Labels>> ofLabels() {
        Map<String, ToIntFunction<Labels>> answers = new HashMap<>();
        answers.put(COMPLAINT, labels -> yesNo(labels.complaint()));
        answers.put(REPEAT, labels -> yesNo(labels.repeatContact()));
        answers.put(LEGAL, labels -> yesNo(labels.legalThreat()));
        answers.put(PUBLIC, labels -> yesNo(labels.publicThreat()));
        answers.put(SAFETY, labels -> yesNo(labels.safety()));
        answers.put(VULNERABLE, labels -> yesNo(labels.vulnerable()));
        answers.put(MOTIVE, labels -> labels.complaint() ? labels.motive().ordinal() : NOT_ASKED);
        answers.put(SEVERITY, labels -> labels.severity().ordinal());
        answers.put(HOSTILITY, Labels::hostility);
        answers.put(SELF_RELEVANCE, labels -> labels.selfRelevance().ordinal());
        answers.put(LEAVING, labels -> labels.leaving().ordinal());
        answers.put(KIND, labels -> {
            MessageKind kind = labels.kind();
            return kind == null ? NOT_ASKED : kind.ordinal();
        });
        return answers;
    }

    private static int yesNo(boolean yes) {
        return yes ? 1 : 0;
    }
}
