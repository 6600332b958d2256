package org.amends.language.letter.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** The sentences of every language: those that come with Amends, and those that a company puts in their place. */
public final class Templates {

    /** Where a voice looks for its wording; null is the wording of all. */
    private static final Map<Voice, List<@Nullable Voice>> FALLBACKS = Map.of(
            Voice.FORMAL, Arrays.asList(Voice.FORMAL, null),
            Voice.PLAIN, Arrays.asList(Voice.PLAIN, null),
            Voice.FAMILIAR, Arrays.asList(Voice.FAMILIAR, Voice.PLAIN, null));

    private final Map<Language, Map<TemplateFile.Key, Template>> sentences = new EnumMap<>(Language.class);
    private final Map<Language, Map<Voice, Map<String, Template>>> resolved = new EnumMap<>(Language.class);
    private final Map<Language, String> versions = new EnumMap<>(Language.class);

    private Templates() {}

    /** The sentences that come with Amends. */
    public static Templates standard() {
        return Standard.TEMPLATES;
    }

    private static final class Standard {
        static final Templates TEMPLATES = load();

        private static Templates load() {
            Templates templates = new Templates();
            for (Language language : Language.values()) {
                String name = language.code() + ".letter";
                templates.add(TemplateFile.parse(name, resource(name)), "standard");
            }
            return templates.resolve();
        }

        private static String resource(String name) {
            try (InputStream in = Templates.class.getResourceAsStream("/org/amends/language/letter/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("%s is not in the jar.".formatted(name));
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /**
     * The standard sentences, with those of a company's folder in their place. The folder holds files of the names of the
     * languages, {@code fr.letter}; each needs only the sentences that it changes.
     *
     * @throws TemplateFormatException when a file cannot be used
     * @throws IOException when the folder or a file cannot be read
     */
    public static Templates standardAnd(Path folder) throws IOException {
        Templates templates = new Templates();
        Standard.TEMPLATES.sentences.forEach((language, own) -> templates.sentences.put(language, new HashMap<>(own)));
        templates.versions.putAll(Standard.TEMPLATES.versions);
        boolean found = false;
        for (Language language : Language.values()) {
            Path file = folder.resolve(language.code() + ".letter");
            if (Files.exists(file)) {
                found = true;
                TemplateFile parsed = TemplateFile.parse(file.toString(), Files.readString(file));
                if (parsed.language() != language) {
                    throw new TemplateFormatException(
                            file.toString(),
                            1,
                            "the file says language %s"
                                    .formatted(parsed.language().code()),
                            "Maybe rename it to %s.letter."
                                    .formatted(parsed.language().code()));
                }
                templates.add(parsed, "company");
            }
        }
        if (!found) {
            throw new TemplateFormatException(
                    folder.toString(),
                    1,
                    "there are no templates here",
                    "Maybe en.letter, fr.letter, es.letter or ru.letter.");
        }
        return templates.resolve();
    }

    /**
     * A company's sentence for all voices takes the place of the standard formal and plain ones; the familiar one stays until
     * the company gives its own, as a letter that mixes tu and vous is worse than a standard sentence.
     */
    private void add(TemplateFile file, String origin) {
        Map<TemplateFile.Key, Template> own = sentences.computeIfAbsent(file.language(), language -> new HashMap<>());
        for (TemplateFile.Key key : file.templates().keySet()) {
            if (key.voice() == null) {
                own.remove(new TemplateFile.Key(key.sentence(), Voice.FORMAL));
                own.remove(new TemplateFile.Key(key.sentence(), Voice.PLAIN));
            }
        }
        Notation notation = Notation.of(file.language());
        file.templates().forEach((key, nodes) -> own.put(key, new Template(nodes, notation)));
        String version = "%s %s (%s)".formatted(origin, file.version(), file.digest());
        versions.merge(file.language(), version, (before, after) -> before + ", " + after);
    }

    /** Finds the wording of each sentence in each voice once and for all, and sees that there is one. */
    private Templates resolve() {
        for (Language language : Language.values()) {
            Map<Voice, Map<String, Template>> voices = new EnumMap<>(Voice.class);
            for (Voice voice : Voice.values()) {
                Map<String, Template> found = new HashMap<>();
                for (String sentence : Sentences.all().keySet()) {
                    found.put(sentence, find(language, sentence, voice));
                }
                voices.put(voice, found);
            }
            resolved.put(language, voices);
        }
        return this;
    }

    /** The version and digest of the files that a language's sentences come from. */
    public String version(Language language) {
        return String.valueOf(versions.get(language));
    }

    /**
     * The sentence of a key in a voice; a voice without a wording of its own takes the plainer way: familiar that of plain,
     * and either that of all.
     *
     * @throws IllegalArgumentException when there is no such sentence
     */
    public Template of(Language language, String sentence, Voice voice) {
        Template template = resolved.getOrDefault(language, Map.of())
                .getOrDefault(voice, Map.of())
                .get(sentence);
        if (template == null) {
            throw new IllegalArgumentException("there is no sentence %s.".formatted(sentence));
        }
        return template;
    }

    private Template find(Language language, String sentence, Voice voice) {
        Map<TemplateFile.Key, Template> own = sentences.getOrDefault(language, Map.of());
        for (@Nullable Voice candidate : FALLBACKS.getOrDefault(voice, List.of())) {
            Template template = own.get(new TemplateFile.Key(sentence, candidate));
            if (template != null) {
                return template;
            }
        }
        throw new TemplateFormatException(
                language.code() + ".letter",
                1,
                "the sentence %s has no wording for the voice %s"
                        .formatted(sentence, voice.name().toLowerCase(Locale.ROOT)),
                "Maybe add \"@ %s\".".formatted(sentence));
    }
}
