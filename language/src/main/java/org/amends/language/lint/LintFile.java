package org.amends.language.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.language.text.Language;
import org.amends.language.text.Word;
import org.amends.language.text.Words;

/**
 * A file of phrases of one language, read line by line. Its patterns are handed on as a file of cues with the same number of
 * lines, so that an error in a pattern names the right line.
 */
final class LintFile {

    private static final Pattern GROUP = Pattern.compile("(rule|topic) ([a-z_]+)((?: [a-z]+ [a-z]+)*)");
    private static final Pattern LINE = Pattern.compile("  (say|but|better): (.+)");
    private static final Pattern WORDS = Pattern.compile("words ([a-z_]+): (.+)");
    private static final Pattern LABEL = Pattern.compile("label ([a-z_]+): (.+)");
    private static final Pattern DEFINE = Pattern.compile("define (\\w+): (.+)");

    private final String name;
    private final Language language;
    private final List<Heading> headings = new ArrayList<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final StringBuilder say = new StringBuilder();
    private final StringBuilder but = new StringBuilder();

    private record Heading(String kind, String name, List<String> options, List<String> better, int line) {}

    LintFile(String name, Language language, List<String> lines) {
        this.name = name;
        this.language = language;
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i).stripTrailing(), i + 1);
            say.append('\n');
            but.append('\n');
        }
    }

    private void line(String line, int number) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Matcher group = GROUP.matcher(line);
        Matcher listed = LINE.matcher(line);
        Matcher define = DEFINE.matcher(line);
        Matcher set = WORDS.matcher(line);
        Matcher label = LABEL.matcher(line);
        if (group.matches()) {
            String options = group.group(3).strip();
            List<String> option = options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
            headings.add(new Heading(group.group(1), group.group(2), option, new ArrayList<>(), number));
            String cue = "cue g%d: %s".formatted(headings.size() - 1, group.group(2));
            say.append(cue);
            but.append(cue);
        } else if (define.matches()) {
            String part = "define %s %s: %s".formatted(define.group(1), language.code(), define.group(2));
            say.append(part);
            but.append(part);
        } else if (set.matches()) {
            Set<String> forms = words.computeIfAbsent(set.group(1), any -> new HashSet<>());
            Words.of(set.group(2), language).stream().map(Word::form).forEach(forms::add);
        } else if (label.matches()) {
            labels.put(label.group(1), label.group(2));
        } else if (listed.matches() && !headings.isEmpty()) {
            listed(listed.group(1), listed.group(2));
        } else {
            throw new LintFormatException(
                    name,
                    number,
                    "\"" + line + "\" is no line of this form",
                    "Maybe write rule, topic, define, words or label, or two blanks and say:, but: or better:.");
        }
    }

    private void listed(String kind, String text) {
        switch (kind) {
            case "say" -> say.append("  ").append(language.code()).append(": ").append(text);
            case "but" -> but.append("  ").append(language.code()).append(": ").append(text);
            default -> headings.getLast().better().add(text);
        }
    }

    /** The groups in the order of the file; the cue of a group is "g" and its number. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Heading heading : headings) {
            groups.add(group(heading));
        }
        return groups;
    }

    private Group group(Heading heading) {
        if (heading.kind().equals("topic")) {
            return new Group(heading.name(), null, Level.NOTE, false, false, heading.better());
        }
        Rule rule = Rule.of(heading.name())
                .orElseThrow(() -> new LintFormatException(
                        name,
                        heading.line(),
                        "there is no rule \"" + heading.name() + "\"",
                        "Maybe it is misspelt, or a topic."));
        Level level = rule.level();
        boolean unlessDated = false;
        boolean onlyFirst = false;
        for (int i = 0; i + 1 < heading.options().size(); i += 2) {
            String option = heading.options().get(i) + " " + heading.options().get(i + 1);
            switch (option) {
                case "as error" -> level = Level.ERROR;
                case "as warning" -> level = Level.WARNING;
                case "as note" -> level = Level.NOTE;
                case "unless dated" -> unlessDated = true;
                case "if first" -> onlyFirst = true;
                default ->
                    throw new LintFormatException(
                            name,
                            heading.line(),
                            "\"" + option + "\" is no option",
                            "Maybe as error, as warning, as note, unless dated or if first.");
            }
        }
        return new Group(heading.name(), rule, level, unlessDated, onlyFirst, heading.better());
    }

    String say() {
        return say.toString();
    }

    String but() {
        return but.toString();
    }

    Map<String, Set<String>> words() {
        return words;
    }

    Map<String, String> labels() {
        return labels;
    }
}
