package org.amends.format.policy;

import java.util.Locale;
import java.util.regex.Pattern;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;

/** Writes a whole policy as YAML, every value with its unit, range, default and source. The same policy gives the same bytes. */
public final class PolicyWriter {

    /** Text that YAML reads as itself without quotes; everything else is quoted. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 _.,;()%/+'-]*[A-Za-z0-9)%.]|[A-Za-z]");

    /** Words that YAML reads as something else than text. */
    private static final Pattern SPECIAL = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private PolicyWriter() {}

    /** The whole policy; lines end in a line feed. */
    public static String write(Policy policy) {
        StringBuilder yaml = new StringBuilder(1 << 16);
        yaml.append("""
                # A policy of Amends: every number that shapes a decision.
                #
                # A policy file needs its version name only; whatever it leaves out keeps the built-in value. An entry may be
                # the bare value ("goodwill: 270") or a map as here. Of the map only "value" is taken; unit, range and default
                # are documentation and must not be changed. Check a file with: ./amends policy check FILE
                """);
        yaml.append("version: ").append(quoted(policy.version())).append('\n');
        for (PolicySection section : PolicySection.all()) {
            yaml.append("\n# ").append(section.title()).append('\n');
            yaml.append(section.name()).append(":\n");
            section.parameters().forEach(parameter -> append(yaml, policy, parameter));
        }
        yaml.append(
                "\n# The failure catalogue: what each kind is worth when an event does not say. Kinds may be added.\n");
        catalogue(yaml, PolicySection.FAILURES, FailureField.values());
        policy.failures().forEach(row -> append(yaml, row.kind().name(), FailureField.values(), row));
        yaml.append(
                "\n# The remedy catalogue: what each does for the three dimensions of justice. Remedies cannot be added.\n");
        catalogue(yaml, PolicySection.REMEDIES, RemedyField.values());
        policy.remedies().forEach(row -> append(yaml, row.element().word(), RemedyField.values(), row));
        return yaml.toString();
    }

    private static void catalogue(StringBuilder yaml, String section, CatalogueField<?>[] fields) {
        for (CatalogueField<?> field : fields) {
            yaml.append("#   %-13s  %s: %s\n"
                    .formatted(field.stableName(), field.kind().range(), field.meaning()));
        }
        yaml.append(section).append(":\n");
    }

    private static void append(StringBuilder yaml, Policy policy, Parameter parameter) {
        yaml.append("  ").append(PolicySection.entryOf(parameter)).append(":\n");
        line(yaml, "value", PolicyNumber.text(policy.get(parameter)));
        line(yaml, "unit", quoted(parameter.unit().text()));
        line(
                yaml,
                "range",
                "[%s, %s]".formatted(PolicyNumber.text(parameter.least()), PolicyNumber.text(parameter.most())));
        line(yaml, "default", PolicyNumber.text(parameter.defaultValue()));
        line(yaml, "confidence", parameter.confidence().name().toLowerCase(Locale.ROOT));
        line(yaml, "evidence", quoted(parameter.evidence()));
        line(yaml, "meaning", quoted(parameter.meaning()));
    }

    private static <R> void append(StringBuilder yaml, String name, CatalogueField<R>[] fields, R row) {
        yaml.append("  ").append(name).append(":\n");
        for (CatalogueField<R> field : fields) {
            line(yaml, field.stableName(), field.kind() == FieldKind.TEXT ? quoted(field.of(row)) : field.of(row));
        }
    }

    private static void line(StringBuilder yaml, String name, String value) {
        yaml.append("    ").append(name).append(": ").append(value).append('\n');
    }

    /** The text as YAML reads it back: plain where it is safe, in double quotes elsewhere. */
    static String quoted(String text) {
        if (PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0xFEFF || c == 0x2028 || c == 0x2029 || !printable(c)) {
                quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean printable(int c) {
        return Character.isDefined(c) && !(c >= 0xD800 && c <= 0xDFFF) && c < 0xE0000;
    }
}
