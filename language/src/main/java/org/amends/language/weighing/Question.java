package org.amends.language.weighing;

import java.util.List;

/**
 * One thing that is asked of a message, with the answers there are.
 *
 * @param name for example {@code severity} or {@code failure.late_delivery}
 * @param answers at least two; of those that are asked with yes or no: "no" and "yes", in this order
 */
public record Question(String name, List<String> answers) {

    /** The answers of a question that is asked with yes or no. */
    public static final List<String> NO_YES = List.of("no", "yes");

    public Question {
        answers = List.copyOf(answers);
    }

    /** A question that is asked with yes or no. */
    public static Question yesNo(String name) {
        return new Question(name, NO_YES);
    }

    /** Whether it is asked with yes or no. */
    public boolean isYesNo() {
        return answers.equals(NO_YES);
    }
}
