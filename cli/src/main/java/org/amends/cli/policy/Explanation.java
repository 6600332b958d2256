package org.amends.cli.policy;

import java.util.Locale;
import org.amends.format.policy.FailureField;
import org.amends.format.policy.PolicyNumber;
import org.amends.format.policy.PolicySection;
import org.amends.policy.Confidence;
import org.amends.policy.FailureProfile;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;

/** What is known of the numbers of one policy, as text for a person. Every text ends in a line feed. */
final class Explanation {

    private final Policy policy;

    Explanation(Policy policy) {
        this.policy = policy;
    }

    /** Everything in short, section by section. */
    String all() {
        StringBuilder text = new StringBuilder();
        for (PolicySection section : PolicySection.all()) {
            text.append(of(section)).append('\n');
        }
        return text.append(ofFailures()).toString();
    }

    /** One line a parameter. */
    String of(PolicySection section) {
        StringBuilder text = new StringBuilder("%s: %s\n".formatted(section.name(), section.title()));
        int width = section.parameters().stream()
                .mapToInt(parameter -> parameter.key().length())
                .max()
                .orElse(0);
        for (Parameter parameter : section.parameters()) {
            text.append(
                    "  %s  %s: %s\n".formatted(padded(parameter.key(), width), value(parameter), parameter.meaning()));
        }
        return text.toString();
    }

    /** One line a failure kind. */
    String ofFailures() {
        StringBuilder text = new StringBuilder("failures: What each kind is worth when an event does not say.\n");
        int width = policy.kinds().stream()
                .mapToInt(kind -> kind.name().length())
                .max()
                .orElse(0);
        for (FailureProfile row : policy.failures()) {
            text.append("  %s  %s, severity %s, betrayal %s, unfairness %s\n"
                    .formatted(
                            padded(row.kind().name(), width),
                            FailureField.TYPE.of(row),
                            FailureField.SEVERITY.of(row),
                            FailureField.BETRAYAL.of(row),
                            FailureField.UNFAIRNESS.of(row)));
        }
        return text.toString();
    }

    /** Everything known of one parameter. */
    String of(Parameter parameter) {
        return """
                %s: %s
                  value       %s
                  default     %s
                  range       %s to %s
                  unit        %s
                  confidence  %s
                  evidence    %s
                """.formatted(
                        parameter.key(),
                        parameter.meaning(),
                        PolicyNumber.text(policy.get(parameter)),
                        PolicyNumber.text(parameter.defaultValue()),
                        PolicyNumber.text(parameter.least()),
                        PolicyNumber.text(parameter.most()),
                        parameter.unit().text(),
                        words(parameter.confidence()),
                        parameter.evidence());
    }

    /** Everything known of one failure kind. */
    String of(FailureProfile row) {
        StringBuilder text = new StringBuilder("failures.%s\n".formatted(row.kind()));
        for (FailureField field : FailureField.values()) {
            String value = field == FailureField.CONFIDENCE ? words(row.confidence()) : field.of(row);
            text.append("  %s  %s".formatted(padded(field.stableName(), 12), value));
            if (field != FailureField.CONFIDENCE && field != FailureField.EVIDENCE) {
                text.append(" (").append(field.meaning()).append(')');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String value(Parameter parameter) {
        return "%s (%s)".formatted(PolicyNumber.text(policy.get(parameter)), PolicyNumber.unit(parameter));
    }

    private static String words(Confidence confidence) {
        return confidence.name().toLowerCase(Locale.ROOT)
                + switch (confidence) {
                    case SIZE -> " (the size was read in the source)";
                    case ORDER -> " (which of two is greater was read in the source; the size is chosen to fit)";
                    case SIGN -> " (the sign was read in the source; the size is chosen to fit)";
                    case CHOSEN -> " (chosen to fit; no source gives it)";
                };
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
