package org.amends.format.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * From bytes to a tree of YAML nodes that know their place. Whatever could make the tree endless (deep nesting, aliases of
 * aliases, a huge file) is refused before it is built.
 */
final class PolicyYaml {

    /** A policy with all its comments has some 60 kB. */
    private static final int MOST_BYTES = 1_000_000;

    /** A policy nests four deep. */
    private static final int DEEPEST = 12;

    private static final int MOST_ALIASES = 200;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(MOST_BYTES)
            .setUseMarks(true)
            .build();

    /** Why the bytes are no tree; caught in {@link PolicyReader} and nowhere else. */
    static final class Unreadable extends RuntimeException {
        private final transient PolicyFinding finding;

        Unreadable(PolicyFinding finding) {
            super(finding.found(), null, false, false);
            this.finding = finding;
        }

        PolicyFinding finding() {
            return finding;
        }
    }

    private PolicyYaml() {}

    /**
     * The root of the only document.
     *
     * @throws Unreadable when there is none
     */
    static Node root(byte[] bytes) {
        String text = text(bytes);
        try {
            guard(text);
            return new Compose(SETTINGS).composeString(text).orElseThrow(PolicyYaml::empty);
        } catch (MarkedYamlEngineException broken) {
            throw notYaml(broken, text);
        } catch (YamlEngineException broken) {
            throw at(
                    1,
                    1,
                    "what is no YAML: " + oneLine(broken.getMessage()),
                    "Maybe compare it with policy/default.yaml.");
        }
    }

    private static String text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw at(
                    1,
                    1,
                    "a file of %d bytes".formatted(bytes.length),
                    "Maybe this is another file: a policy has at most 1000000.");
        }
        if (bytes.length >= 2 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1))) {
            throw at(1, 1, "text in UTF-16", "Maybe save the file as UTF-8.");
        }
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(encoded, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            int wrong = bytes[encoded.position()] & 0xFF;
            throw atEndOf(
                    text,
                    text.length(),
                    "the byte 0x%02X, which is no UTF-8".formatted(wrong),
                    "Maybe save the file as UTF-8.");
        }
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        refuseControlCharacters(unmarked);
        if (unmarked.isBlank()) {
            throw empty();
        }
        return unmarked;
    }

    private static void refuseControlCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\u0085')
                    || c == '\uFFFE'
                    || c == '\uFFFF') {
                throw atEndOf(
                        text,
                        i,
                        "the control character U+%04X".formatted((int) c),
                        "Maybe delete it; it shows as nothing.");
            }
        }
    }

    /** Walks the events, which takes no memory, before a tree is built of them. */
    private static void guard(String text) {
        int depth = 0;
        int aliases = 0;
        int documents = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case DocumentStart -> documents++;
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> aliases++;
                default -> {}
            }
            if (documents > 1) {
                throw at(
                        event.getStartMark(),
                        "a second document",
                        "Maybe keep one policy in one file, without \"---\" between.");
            }
            if (depth > DEEPEST) {
                throw at(
                        event.getStartMark(),
                        "more than %d levels".formatted(DEEPEST),
                        "A policy has sections and entries. Maybe a bracket is not closed.");
            }
            if (aliases > MOST_ALIASES) {
                throw at(
                        event.getStartMark(),
                        "more than %d aliases".formatted(MOST_ALIASES),
                        "Maybe write the values out.");
            }
        }
    }

    private static Unreadable notYaml(MarkedYamlEngineException broken, String text) {
        Optional<Mark> place = broken.getProblemMark().or(broken::getContextMark);
        int line = place.map(Mark::getLine).orElse(0) + 1;
        int column = place.map(Mark::getColumn).orElse(0) + 1;
        String[] lines = text.split("\r\n|\r|\n", -1);
        String wrong = line <= lines.length ? lines[line - 1] : "";
        if (wrong.substring(0, indent(wrong)).indexOf('\t') >= 0) {
            return at(
                    line,
                    wrong.indexOf('\t') + 1,
                    "a tab",
                    "YAML indents with spaces. Maybe replace each tab by two spaces.");
        }
        return at(
                line,
                column,
                "what is no YAML: " + oneLine(broken.getProblem() == null ? broken.getMessage() : broken.getProblem()),
                "Maybe look at the line before, too: an indentation, a colon, a quote or a bracket is amiss.");
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "it cannot be read" : message.strip().replaceAll("\\s+", " ");
    }

    static Unreadable empty() {
        return at(1, 1, "nothing", "Maybe begin with a name for the policy: \"version: my-policy-1\".");
    }

    private static Unreadable atEndOf(String text, int index, String found, String remedy) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return at(line, text.codePointCount(lineStart, index) + 1, found, remedy);
    }

    private static Unreadable at(Optional<Mark> mark, String found, String remedy) {
        return at(
                mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, found, remedy);
    }

    private static Unreadable at(int line, int column, String found, String remedy) {
        return new Unreadable(new PolicyFinding(line, column, found, remedy));
    }
}
