package org.amends.language.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.language.weighing.Question;

/** What a single sentence may say. A message is read from what its sentences say. */
public final class Tags {

    /** What sentences say, beside the kinds of failure ({@link Questions#FAILURES}) and what is asked for. */
    private static final List<String> OTHERS = List.of(
            "economic",
            "esteem",
            "h0",
            "h1",
            "h2",
            "h3",
            "minor",
            "serious",
            "critical",
            "repeat",
            "legal",
            "public",
            "danger",
            "no_danger",
            "vulnerable",
            "leave_threat",
            "leave_announced",
            "leave_left",
            "fond",
            "identity",
            "rival",
            "question",
            "request",
            "praise",
            "thanks",
            "resolved",
            "auto_reply",
            "bounce",
            "delivery_report",
            "newsletter",
            "spam",
            "other");

    private static final String ASK = "ask_";

    private Tags() {}

    /** All tags. */
    public static List<String> all() {
        List<String> tags = new ArrayList<>(Questions.FAILURES);
        Questions.REMEDIES.forEach(remedy -> tags.add(ASK + remedy));
        tags.addAll(OTHERS);
        return tags;
    }

    /** Every tag as a question: does this sentence say it? */
    public static List<Question> questions() {
        return all().stream().map(Question::yesNo).toList();
    }

    /** The answers that the tags of a sentence give to those questions. */
    public static Map<String, Integer> answers(Set<String> tags) {
        Map<String, Integer> answers = new HashMap<>();
        all().forEach(tag -> answers.put(tag, tags.contains(tag) ? 1 : 0));
        return answers;
    }
}
