package org.amends.server.automation.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What must be so for a rule to act.
 *
 * @param values with which the field is compared; one for numbers, {@code yes} or {@code no}, none for an operator that takes none
 */
public record Condition(CaseField field, Operator operator, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }

    /** Whether it is so. What is not known is neither at least nor at most anything. */
    public boolean holds(CaseFacts facts) {
        return switch (operator) {
            case ANY_OF, IS -> has(facts);
            case NONE_OF -> !has(facts);
            case EMPTY -> field.words(facts).isEmpty();
            case NOT_EMPTY -> !field.words(facts).isEmpty();
            case AT_LEAST -> compared(facts, 1);
            case AT_MOST -> compared(facts, -1);
            case CONTAINS -> contains(facts);
        };
    }

    private boolean has(CaseFacts facts) {
        Set<String> words = field.words(facts);
        return values.stream().anyMatch(words::contains);
    }

    private boolean compared(CaseFacts facts, int side) {
        Double number = field.number(facts);
        return number != null && side * Double.compare(number, Double.parseDouble(values.getFirst())) >= 0;
    }

    private boolean contains(CaseFacts facts) {
        return field.words(facts).stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .anyMatch(text -> values.stream().anyMatch(value -> text.contains(value.toLowerCase(Locale.ROOT))));
    }

    /** For the log: {@code failure any_of late_delivery, wrong_item}. */
    public String told() {
        return "%s %s %s"
                .formatted(field.stableName(), operator.stableName(), String.join(", ", values))
                .strip();
    }
}
