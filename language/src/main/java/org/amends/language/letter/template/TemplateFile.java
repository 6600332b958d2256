package org.amends.language.letter.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.amends.event.Spelling;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A file of templates: a line {@code version ...}, a line {@code language ...}, and then the sentences, each under a line
 * {@code @ key} or {@code @ key voice}. Lines beginning with {@code #} are comments; the lines of a sentence are joined by a
 * space.
 *
 * @param version the company's own name for this state of the file
 * @param digest the first twelve hexadecimal digits of the SHA-256 of the file
 */
record TemplateFile(Language language, String version, String digest, Map<Key, List<Node>> templates) {

    private static final int DIGEST_DIGITS = 12;

    /**
     * A sentence in a voice.
     *
     * @param voice null for the wording that serves every voice without one of its own
     */
    record Key(String sentence, @Nullable Voice voice) {}

    /**
     * Reads a file.
     *
     * @param name the file's name, for messages
     * @throws TemplateFormatException when something in it cannot be used
     */
    static TemplateFile parse(String name, String content) {
        return new Parser(name, content).parse();
    }

    private static final class Parser {
        private final String file;
        private final String content;
        private final Map<Key, List<Node>> templates = new LinkedHashMap<>();
        private @Nullable String version;
        private @Nullable Language language;
        private @Nullable Key key;
        private int begin;
        private final List<String> body = new ArrayList<>();

        Parser(String file, String content) {
            this.file = file;
            this.content = content;
        }

        TemplateFile parse() {
            int number = 0;
            for (String line : content.lines().toList()) {
                number++;
                String stripped = line.strip();
                if (stripped.startsWith("#") || stripped.isEmpty()) {
                    continue;
                }
                if (stripped.startsWith("@")) {
                    finish();
                    key = key(number, stripped.substring(1).strip());
                    begin = number;
                } else if (key == null) {
                    head(number, stripped);
                } else {
                    body.add(stripped);
                }
            }
            finish();
            if (version == null || language == null) {
                throw new TemplateFormatException(
                        file,
                        1,
                        "the file does not begin with its version and its language",
                        "Maybe write two lines at its top: version 2026-11, and language fr.");
            }
            return new TemplateFile(language, version, digest(content), templates);
        }

        private void head(int number, String line) {
            if (line.startsWith("version ")) {
                version = line.substring("version ".length()).strip();
            } else if (line.startsWith("language ")) {
                String code = line.substring("language ".length()).strip();
                language = Language.of(code)
                        .orElseThrow(() -> new TemplateFormatException(
                                file, number, "the language is \"%s\"".formatted(code), "Maybe en, fr, es or ru."));
            } else {
                throw new TemplateFormatException(
                        file,
                        number,
                        "found \"%s\" before the first sentence".formatted(line),
                        "Maybe a line \"@ greeting.name\" is missing above it.");
            }
        }

        private Key key(int number, String header) {
            int space = header.indexOf(' ');
            String sentence = space < 0 ? header : header.substring(0, space);
            String of = space < 0 ? "" : header.substring(space).strip();
            if (Sentences.of(sentence) == null) {
                throw new TemplateFormatException(
                        file,
                        number,
                        "the sentence %s is not known".formatted(sentence),
                        "Maybe %s."
                                .formatted(Spelling.nearest(
                                        sentence, Sentences.all().keySet())));
            }
            Voice voice = of.isEmpty()
                    ? null
                    : Voice.named(of)
                            .orElseThrow(() -> new TemplateFormatException(
                                    file,
                                    number,
                                    "the voice is \"%s\"".formatted(of),
                                    "Maybe formal, plain or familiar, or none for all."));
            Key made = new Key(sentence, voice);
            if (templates.containsKey(made)) {
                throw new TemplateFormatException(
                        file, number, "%s stands twice".formatted(header), "Maybe take one of them out.");
            }
            return made;
        }

        private void finish() {
            Key of = key;
            if (of == null) {
                return;
            }
            Signature signature = Sentences.of(of.sentence());
            if (body.isEmpty() || signature == null) {
                throw new TemplateFormatException(
                        file,
                        begin,
                        "%s has no words".formatted(of.sentence()),
                        "Maybe write its sentence on the next line, or take the key out.");
            }
            List<Node> nodes = TemplateParser.parse(file, begin + 1, String.join(" ", body), signature);
            Set<String> missing = new TreeSet<>(mandatory(signature));
            missing.removeAll(Template.used(nodes));
            if (!missing.isEmpty()) {
                String first = missing.iterator().next();
                throw new TemplateFormatException(
                        file,
                        begin,
                        "%s does not use {%s}".formatted(of.sentence(), first),
                        "Every wording of this sentence must state it. Maybe add {%s}.".formatted(first));
            }
            templates.put(of, nodes);
            body.clear();
        }

        /** What every wording states; a number that only chooses a plural may be left alone. */
        private static Set<String> mandatory(Signature signature) {
            Set<String> names = new TreeSet<>();
            signature.variables().forEach((name, variable) -> {
                if (variable.mandatory() && !(variable.type() == VariableType.PLURAL && name.equals("count"))) {
                    names.add(name);
                }
            });
            return names;
        }
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_DIGITS);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
