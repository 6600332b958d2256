package org.amends.format.deadline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A place in a YAML file, with what may stand there. Whatever else stands there is an error that names the place. */
final class PackNode {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST = 10;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MOST_CHARACTERS)
            .setUseMarks(true)
            .build();

    private final String file;
    private final Node node;

    private PackNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * The root of a text.
     *
     * @param file its name, for messages
     * @throws PackFormatException when it is no YAML
     */
    static PackNode root(String file, String yaml) {
        try {
            guard(file, yaml);
            return new PackNode(
                    file,
                    new Compose(SETTINGS)
                            .composeString(yaml)
                            .orElseThrow(
                                    () -> new PackFormatException(file, 1, 1, "nothing", "Maybe the file is empty.")));
        } catch (MarkedYamlEngineException broken) {
            Optional<Mark> place = broken.getProblemMark().or(broken::getContextMark);
            throw new PackFormatException(
                    file,
                    place.map(Mark::getLine).orElse(0) + 1,
                    place.map(Mark::getColumn).orElse(0) + 1,
                    "what is no YAML: " + String.valueOf(broken.getProblem()).strip(),
                    "Maybe an indentation, a colon, a quote or a bracket is amiss, here or in the line before.");
        } catch (YamlEngineException broken) {
            throw new PackFormatException(
                    file, 1, 1, "what is no YAML: " + broken.getMessage(), "Maybe this is another file.");
        }
    }

    /** Nesting and aliases are refused before a tree is built of them. */
    private static void guard(String file, String yaml) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(yaml)) {
            Event.ID id = event.getEventId();
            depth += id == Event.ID.MappingStart || id == Event.ID.SequenceStart ? 1 : 0;
            depth -= id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd ? 1 : 0;
            if (depth > DEEPEST || id == Event.ID.Alias) {
                throw at(
                        file,
                        event.getStartMark(),
                        id == Event.ID.Alias ? "an alias" : "more than %d levels".formatted(DEEPEST),
                        "Maybe write it out, or close a bracket.");
            }
        }
    }

    private static PackFormatException at(String file, Optional<Mark> place, String found, String remedy) {
        return new PackFormatException(
                file,
                place.map(Mark::getLine).orElse(0) + 1,
                place.map(Mark::getColumn).orElse(0) + 1,
                found,
                remedy);
    }

    /** An error at this place. */
    PackFormatException wrong(String found, String remedy) {
        return at(file, node.getStartMark(), found, remedy);
    }

    /** The entries of a map that may have these keys and no others. */
    Map<String, PackNode> fields(Set<String> known) {
        Map<String, PackNode> fields = entries();
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.wrong(
                        "the unknown entry \"%s\"".formatted(name),
                        "Maybe one of: %s.".formatted(String.join(", ", new TreeSet<>(known))));
            }
        });
        return fields;
    }

    /** The entries of a map. */
    Map<String, PackNode> entries() {
        if (!(node instanceof MappingNode map)) {
            throw wrong("no map", "Maybe write \"key: value\" lines, or {key: value}.");
        }
        Map<String, PackNode> entries = new LinkedHashMap<>();
        for (NodeTuple each : map.getValue()) {
            entries.put(new PackNode(file, each.getKeyNode()).text(), new PackNode(file, each.getValueNode()));
        }
        return entries;
    }

    /** An entry that must be there. */
    PackNode need(Map<String, PackNode> fields, String name) {
        PackNode found = fields.get(name);
        if (found == null) {
            throw wrong("an entry without \"%s\"".formatted(name), "Maybe add \"%s: ...\".".formatted(name));
        }
        return found;
    }

    List<PackNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("no list", "Maybe write lines that begin with \"- \", or [one, another].");
        }
        List<PackNode> list = new ArrayList<>();
        sequence.getValue().forEach(each -> list.add(new PackNode(file, each)));
        return list;
    }

    /** A text; numbers and truth values are read as they are written. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong("no text", "Maybe write a word or a sentence here.");
    }

    /**
     * A value that is read from a text.
     *
     * @param read throws IllegalArgumentException or DateTimeException, or returns null, where the text is none
     */
    <T> T value(Function<String, ? extends @Nullable T> read, String remedy) {
        String text = text();
        try {
            T value = read.apply(text);
            if (value != null) {
                return value;
            }
        } catch (IllegalArgumentException | java.time.DateTimeException none) {
            throw wrong("\"%s\" (%s)".formatted(text, none.getMessage()), remedy);
        }
        throw wrong("\"%s\"".formatted(text), remedy);
    }

    boolean truth() {
        return value(text -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null, TRUTH);
    }

    private static final String TRUTH = "Maybe true or false.";
}
