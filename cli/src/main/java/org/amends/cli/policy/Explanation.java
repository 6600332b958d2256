package org.amends.cli.policy;

import java.util.Arrays;
import java.util.Locale;
import org.amends.format.policy.CatalogueField;
import org.amends.format.policy.FailureField;
import org.amends.format.policy.PolicyNumber;
import org.amends.format.policy.PolicySection;
import org.amends.format.policy.RemedyField;
import org.amends.policy.Confidence;
import org.amends.policy.FailureProfile;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.amends.policy.RemedyProfile;

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
        return text.append(ofFailures()).append('\n').append(ofRemedies()).toString();
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
            text.append("  %s  %s, severity %s, betrayal %s, unfairness %s, owed %s\n"
                    .formatted(
                            padded(row.kind().name(), width),
                            FailureField.TYPE.of(row),
                            FailureField.SEVERITY.of(row),
                            FailureField.BETRAYAL.of(row),
                            FailureField.UNFAIRNESS.of(row),
                            FailureField.OWED.of(row)));
        }
        return text.toString();
    }

    /** One line a remedy. */
    String ofRemedies() {
        StringBuilder text = new StringBuilder("remedies: What each does for the three dimensions of justice.\n");
        int width = policy.remedies().stream()
                .mapToInt(row -> row.element().word().length())
                .max()
                .orElse(0);
        for (RemedyProfile row : policy.remedies()) {
            text.append("  %s  distributive %s, interactional %s, procedural %s%s\n"
                    .formatted(
                            padded(row.element().word(), width),
                            RemedyField.DISTRIBUTIVE.of(row),
                            RemedyField.INTERACTIONAL.of(row),
                            RemedyField.PROCEDURAL.of(row),
                            row.offered() ? "" : ", not offered"));
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
        return row(PolicySection.FAILURES + "." + row.kind(), FailureField.values(), row);
    }

    /** Everything known of one remedy. */
    String of(RemedyProfile row) {
        return row(PolicySection.REMEDIES + "." + row.element().word(), RemedyField.values(), row);
    }

    private static <R> String row(String key, CatalogueField<R>[] fields, R row) {
        int width = Arrays.stream(fields)
                .mapToInt(field -> field.stableName().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder(key).append('\n');
        for (CatalogueField<R> field : fields) {
            text.append("  %s  %s\n".formatted(padded(field.stableName(), width), explained(field, row)));
        }
        return text.toString();
    }

    private static <R> String explained(CatalogueField<R> field, R row) {
        return switch (field.kind()) {
            case CONFIDENCE -> words((Confidence) field.in(row));
            case TEXT -> field.of(row);
            case TYPE, SHARE, FLAG, OWED -> "%s (%s)".formatted(field.of(row), field.meaning());
        };
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
