package org.amends.server.automation.page;

import java.time.Instant;
import java.util.List;
import org.amends.server.automation.rule.CaseField;
import org.amends.server.automation.rule.KeptRule;
import org.amends.server.automation.rule.Operator;
import org.amends.server.automation.rule.TriggerKind;
import org.amends.server.automation.run.Outlook;
import org.amends.server.automation.run.Run;
import org.jspecify.annotations.Nullable;

/** What the pages of automation show. */
public final class AutomationView {

    private AutomationView() {}

    /**
     * A rule in the list.
     *
     * @param acted how often it did something in the last 30 days
     * @param refused how often it could not
     */
    public record RuleLine(KeptRule rule, int acted, int refused) {}

    /**
     * What somebody may choose from.
     *
     * @param suggestions for what acts take: teams, people, saved replies, tags
     */
    public record Choices(List<String> brands, List<String> suggestions) {
        public Choices {
            brands = List.copyOf(brands);
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * A rule being written.
     *
     * @param isNew whether it is not there yet
     * @param flaw why it was refused, or empty
     * @param outlook what it would have done, or null
     * @param versions the definitions that it had, newest first
     */
    public record OneRule(
            RuleForm form,
            boolean isNew,
            Choices choices,
            String flaw,
            @Nullable Outlook outlook,
            List<VersionLine> versions) {
        public OneRule {
            versions = List.copyOf(versions);
        }

        /** What may set it off. */
        public List<String> triggers() {
            return TriggerKind.names();
        }

        /** What conditions may ask for. */
        public List<String> fields() {
            return CaseField.names();
        }

        /** How. */
        public List<String> operators() {
            return java.util.Arrays.stream(Operator.values())
                    .map(Operator::stableName)
                    .toList();
        }

        /** What it may do. */
        public List<String> kinds() {
            return DeedRows.OF_RULES;
        }
    }

    /** A definition that a rule had. */
    public record VersionLine(int version, Instant at, String by, String definition) {}

    /**
     * What came of rules.
     *
     * @param rule of this one only, or empty
     * @param next continues it, or null
     */
    public record Log(List<Run> runs, String rule, @Nullable Long next) {
        public Log {
            runs = List.copyOf(runs);
        }
    }

    /** A macro in the list. */
    public record MacroLine(String name, String brand, String team, List<DeedRow> deeds) {}

    /** A macro being written. */
    public record OneMacro(
            String name,
            String brand,
            String team,
            List<DeedRow> deeds,
            boolean isNew,
            List<String> teams,
            Choices choices,
            String flaw) {

        /** What it may do. */
        public List<String> kinds() {
            return DeedRows.OF_MACROS;
        }
    }

    /** A saved reply in the list. */
    public record ReplyLine(String name, String brand, String languages, String begins) {}

    /** A saved reply being written; texts in the order of the languages. */
    public record OneReply(
            String name, String brand, List<ReplyText> texts, boolean isNew, List<String> variables, String flaw) {}

    /** Its text in one language. */
    public record ReplyText(String language, String text) {}
}
