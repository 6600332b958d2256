package org.amends.language.letter.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.event.Spelling;
import org.amends.language.letter.template.Signature.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Parses one template.
 *
 * <p>{@code {order}} is a text, {@code {date:date}} and {@code {amount:money}} are written as the language writes them,
 * {@code {count:plural one{# day} other{# days}}} and {@code {gender:choice female{Chère} male{Cher} other{Bonjour}}} choose, and
 * {@code [, order {order}]} is left out when the case has no order.
 */
final class TemplateParser {

    private final String file;
    private final int line;
    private final String text;
    private final Signature signature;
    private int at;

    private TemplateParser(String file, int line, String text, Signature signature) {
        this.file = file;
        this.line = line;
        this.text = text;
        this.signature = signature;
    }

    /**
     * The nodes of a template.
     *
     * @param file where it stands, for messages
     * @param line where it begins
     * @throws TemplateFormatException when it is no template, or uses a variable that its sentence does not have
     */
    static List<Node> parse(String file, int line, String text, Signature signature) {
        TemplateParser parser = new TemplateParser(file, line, text, signature);
        List<Node> nodes = parser.nodes(false, null);
        if (parser.at < text.length()) {
            throw parser.fault("\"%s\" closes nothing".formatted(text.charAt(parser.at)), "Maybe take it out.");
        }
        return nodes;
    }

    private List<Node> nodes(boolean optional, @Nullable String number) {
        List<Node> nodes = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '}' && text.charAt(at) != ']') {
            char c = text.charAt(at);
            if (c == '{' || c == '[' || (c == '#' && number != null)) {
                if (!words.isEmpty()) {
                    nodes.add(new Node.Literal(words.toString()));
                    words.setLength(0);
                }
                at++;
                nodes.add(
                        switch (c) {
                            case '{' -> variable(optional);
                            case '[' -> optional(number);
                            default -> new Node.Counted(String.valueOf(number));
                        });
            } else {
                words.append(c);
                at++;
            }
        }
        if (!words.isEmpty()) {
            nodes.add(new Node.Literal(words.toString()));
        }
        return List.copyOf(nodes);
    }

    private Node optional(@Nullable String number) {
        List<Node> nodes = nodes(true, number);
        close(']');
        return new Node.Optional(nodes);
    }

    private Node variable(boolean optional) {
        String name = word();
        Variable variable = declared(name);
        VariableType type = VariableType.TEXT;
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
            type = type(word());
        }
        if (type != variable.type()) {
            throw fault(
                    "{%s} is used as %s".formatted(name, type.code()),
                    "Maybe {%s%s}."
                            .formatted(
                                    name,
                                    variable.type() == VariableType.TEXT
                                            ? ""
                                            : ":" + variable.type().code()));
        }
        if (variable.mayBeAbsent() && !optional) {
            throw fault(
                    "{%s} can be absent and stands outside square brackets".formatted(name),
                    "Maybe put the words that need it in [ ].");
        }
        Node node = switch (type) {
            case TEXT, DATE, MONEY -> new Node.Slot(name, type);
            case PLURAL -> new Node.Plural(name, branches(optional, name));
            case CHOICE -> new Node.Choice(name, branches(optional, null));
        };
        close('}');
        return node;
    }

    private Variable declared(String name) {
        Variable variable = signature.variables().get(name);
        if (variable == null) {
            throw fault(
                    "the variable {%s} is not known here".formatted(name),
                    "Maybe {%s}; this sentence has %s."
                            .formatted(
                                    Spelling.nearest(name, signature.variables().keySet()),
                                    String.join(", ", signature.variables().keySet())));
        }
        return variable;
    }

    private VariableType type(String code) {
        for (VariableType type : VariableType.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        throw fault("\"%s\" is no type".formatted(code), "Maybe date, money, plural or choice; a text has none.");
    }

    private Map<String, List<Node>> branches(boolean optional, @Nullable String number) {
        Map<String, List<Node>> branches = new LinkedHashMap<>();
        skipSpace();
        while (at < text.length() && text.charAt(at) != '}') {
            String name = word();
            skipSpace();
            close('{');
            if (branches.put(name, nodes(optional, number)) != null) {
                throw fault("the branch %s stands twice".formatted(name), "Maybe take one out.");
            }
            close('}');
            skipSpace();
        }
        if (!branches.containsKey("other")) {
            throw fault("a choice has no branch other", "Maybe add other{...}: it serves when nothing else fits.");
        }
        return branches;
    }

    private String word() {
        int begin = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (begin == at) {
            throw fault("a name is missing at character %d".formatted(at + 1), "Maybe write {order} or {date:date}.");
        }
        return text.substring(begin, at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void close(char expected) {
        if (at >= text.length() || text.charAt(at) != expected) {
            throw fault(
                    "\"%s\" is missing at character %d".formatted(expected, at + 1), "Maybe a bracket is not closed.");
        }
        at++;
    }

    private TemplateFormatException fault(String reason, String remedy) {
        return new TemplateFormatException(file, line, reason, remedy);
    }
}
