package org.amends.format.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads values out of YAML nodes and keeps what is wrong with them, so that one reading reports all errors. A value that is
 * wrong is null and noted; confined to one reading.
 */
final class Findings {

    private static final int LONGEST_QUOTE = 60;

    /** One entry of a map: its name, where the name stands, and its value. */
    record Entry(String name, ScalarNode key, Node value) {}

    private final List<PolicyFinding> found = new ArrayList<>();

    /** Notes what is wrong at a node. */
    void add(Node place, String what, String remedy) {
        int line = place.getStartMark().map(Mark::getLine).orElse(0) + 1;
        int column = place.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        found.add(new PolicyFinding(line, column, what, remedy));
    }

    /** Everything noted, in the order of the file. */
    List<PolicyFinding> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(PolicyFinding::line).thenComparingInt(PolicyFinding::column))
                .toList();
    }

    /** The entries of a map; a name that comes twice counts once and is noted. Nothing at all is an empty map. */
    List<Entry> entries(Node node, String name, String remedy) {
        if (isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof MappingNode map)) {
            add(node, "%s: %s".formatted(name, shown(node)), remedy);
            return List.of();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                add(
                        tuple.getKeyNode(),
                        "%s as a name".formatted(shown(tuple.getKeyNode())),
                        "Maybe write a plain word before the colon.");
                continue;
            }
            Entry first = entries.putIfAbsent(key.getValue(), new Entry(key.getValue(), key, tuple.getValueNode()));
            if (first != null) {
                add(
                        key,
                        "%s a second time".formatted(quoted(key.getValue())),
                        "Maybe delete one of them: it stands on line %d already.".formatted(lineOf(first.key())));
            }
        }
        return List.copyOf(entries.values());
    }

    /** The number, or null when it is none. */
    @Nullable
    Double number(Node node, String name, String expected) {
        if (node instanceof ScalarNode scalar && (isTag(node, Tag.INT) || isTag(node, Tag.FLOAT))) {
            Double value = parsed(scalar.getValue());
            if (value != null && Double.isNaN(value)) {
                add(node, "%s: %s, which is not a number".formatted(name, shown(node)), expected);
                return null;
            }
            if (value != null) {
                return value;
            }
        }
        add(node, described(node, name), numberRemedy(node, expected));
        return null;
    }

    /** The number when it lies within the bounds, or null. */
    @Nullable
    Double numberWithin(Node node, String name, double least, double most, String expected) {
        Double value = number(node, name, expected);
        if (value != null && !(value >= least && value <= most)) {
            add(node, "%s: %s".formatted(name, shown(node)), expected);
            return null;
        }
        return value;
    }

    /** True or false, or null when it is neither. */
    @Nullable
    Boolean bool(Node node, String name) {
        if (node instanceof ScalarNode scalar && isTag(node, Tag.BOOL)) {
            return Boolean.valueOf(scalar.getValue().toLowerCase(Locale.ROOT));
        }
        add(node, described(node, name), "Maybe write true or false, without quotes.");
        return null;
    }

    /** The constant of this name, or null when there is none. */
    <T extends Enum<T>> @Nullable T oneOf(Class<T> names, Node node, String name) {
        for (T constant : names.getEnumConstants()) {
            if (node instanceof ScalarNode scalar && stableName(constant).equals(scalar.getValue())) {
                return constant;
            }
        }
        add(
                node,
                described(node, name),
                "Maybe write one of %s."
                        .formatted(Arrays.stream(names.getEnumConstants())
                                .map(Findings::stableName)
                                .collect(Collectors.joining(", "))));
        return null;
    }

    /** The text, or null when it is none or blank. */
    @Nullable
    String text(Node node, String name, String remedy) {
        if (node instanceof ScalarNode scalar
                && !isNothing(node)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        add(node, described(node, name), remedy);
        return null;
    }

    /** Whether nothing is written where a value could be. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode && isTag(node, Tag.NULL);
    }

    /** The line of a node, counted from 1. */
    static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** What stands there, short enough for a message. */
    static String shown(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return node instanceof MappingNode ? "a map" : "a list";
        }
        if (scalar.isPlain()) {
            return scalar.getValue().isEmpty() ? "nothing" : shortened(scalar.getValue());
        }
        return quoted(scalar.getValue());
    }

    /** The text in quotes, short enough for a message. */
    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    private static String shortened(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        return oneLine.length() <= LONGEST_QUOTE
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "...";
    }

    /** What stands there under this name. */
    static String described(Node node, String name) {
        return isNothing(node) ? "%s without a value".formatted(name) : "%s: %s".formatted(name, shown(node));
    }

    private static String numberRemedy(Node node, String expected) {
        if (node instanceof ScalarNode scalar && isTag(node, Tag.STR)) {
            String text = scalar.getValue().strip();
            if (!scalar.isPlain() && parsed(text) != null) {
                return "Maybe take the quotes off. " + expected;
            }
            if (text.matches("-?\\d+,\\d+")) {
                return "Maybe write %s, with a point. ".formatted(text.replace(',', '.')) + expected;
            }
        }
        return expected;
    }

    private static @Nullable Double parsed(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        try {
            if (plain.startsWith("0x")) {
                return (double) Long.parseLong(plain.substring(2), 16);
            }
            if (plain.startsWith("0o")) {
                return (double) Long.parseLong(plain.substring(2), 8);
            }
            return switch (plain) {
                case ".nan" -> Double.NaN;
                case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
                case "-.inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(plain) + 0.0; // -0 is 0
            };
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean isTag(Node node, Tag tag) {
        return node.getTag().equals(tag);
    }

    private static String stableName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
