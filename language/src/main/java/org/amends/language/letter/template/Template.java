package org.amends.language.letter.template;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence of one language in one voice, ready to be filled. */
public final class Template {

    private final List<Node> nodes;
    private final Notation notation;

    Template(List<Node> nodes, Notation notation) {
        this.nodes = nodes;
        this.notation = notation;
    }

    /**
     * The sentence with its variables filled in; each value that it used is marked as stated.
     *
     * @throws IllegalArgumentException when a variable outside square brackets has no value
     */
    public String fill(Values values) {
        StringBuilder out = new StringBuilder(160);
        fill(nodes, values, out);
        if (nodes.getFirst() instanceof Node.Optional) {
            capitalise(out);
        }
        return out.toString();
    }

    /** What stood within the sentence stands at its beginning now. */
    private static void capitalise(StringBuilder sentence) {
        if (!sentence.isEmpty()) {
            sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
        }
    }

    private void fill(List<Node> some, Values values, StringBuilder out) {
        for (Node node : some) {
            switch (node) {
                case Node.Literal(String text) -> out.append(text);
                case Node.Slot(String name, VariableType type) -> values.write(name, notation, out);
                case Node.Counted(String name) -> out.append(notation.number(values.count(name)));
                case Node.Optional(List<Node> inner) -> {
                    if (complete(inner, values)) {
                        fill(inner, values, out);
                    }
                }
                case Node.Choice choice -> fill(branch(choice, values.word(choice.name())), values, out);
                case Node.Plural plural -> fill(branch(plural, values), values, out);
            }
        }
    }

    private static List<Node> branch(Node.Choice choice, String word) {
        List<Node> branch = choice.branches().get(word);
        return branch == null ? other(choice.branches().get("other")) : branch;
    }

    private List<Node> branch(Node.Plural plural, Values values) {
        List<Node> branch = plural.branches().get(notation.pluralCategory(values.count(plural.name())));
        return branch == null ? other(plural.branches().get("other")) : branch;
    }

    private static List<Node> other(@Nullable List<Node> branch) {
        return branch == null ? List.of() : branch; // the parser asks for it
    }

    private static boolean complete(List<Node> nodes, Values values) {
        for (Node node : nodes) {
            if (node instanceof Node.Slot slot && !values.has(slot.name())) {
                return false;
            }
        }
        return true;
    }

    /** The names of the variables that every way through the template could write. */
    static Set<String> used(List<Node> nodes) {
        Set<String> used = new HashSet<>();
        for (Node node : nodes) {
            switch (node) {
                case Node.Literal literal -> {}
                case Node.Slot slot -> used.add(slot.name());
                case Node.Counted number -> used.add(number.name());
                case Node.Optional optional -> used.addAll(used(optional.nodes()));
                case Node.Choice choice -> {
                    used.add(choice.name());
                    used.addAll(inEvery(choice.branches().values()));
                }
                case Node.Plural plural -> {
                    used.add(plural.name());
                    used.addAll(inEvery(plural.branches().values()));
                }
            }
        }
        return used;
    }

    private static Set<String> inEvery(Iterable<List<Node>> branches) {
        Set<String> common = new HashSet<>();
        boolean first = true;
        for (List<Node> branch : branches) {
            if (first) {
                common.addAll(used(branch));
            } else {
                common.retainAll(used(branch));
            }
            first = false;
        }
        return common;
    }
}
