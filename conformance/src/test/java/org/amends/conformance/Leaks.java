package org.amends.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what belongs to one machine and not to the project: folders of its users, its own folders, hosts only it can see. */
final class Leaks {

    private static final Pattern FOLDER =
            Pattern.compile("(?<![\\w.])(/home/[a-z]\\w*/|/Users/[A-Za-z]\\w*/|[A-Z]:\\\\Users\\\\|/root/|/tmp/\\w)");
    private static final Pattern HOST = Pattern.compile(
            "https?://([\\w.-]+\\.(?:internal|local|lan|corp|intranet|test)\\b|10\\.[\\d.]+|192\\.168\\.[\\d.]+|172\\.(?:1[6-9]|2\\d|3[01])\\.[\\d.]+)");

    private Leaks() {}

    static List<String> findings(Tree tree) {
        List<String> findings = new ArrayList<>();
        Pattern here = Pattern.compile(Pattern.quote(tree.root() + "/"));
        for (Path file : tree.files()) {
            // This file must spell out what it looks for.
            if (file.endsWith("Leaks.java")) {
                continue;
            }
            String text = textOrEmpty(file);
            for (Pattern pattern : List.of(FOLDER, HOST, here)) {
                Matcher found = pattern.matcher(text);
                if (found.find()) {
                    long line = text.substring(0, found.start()).lines().count() + 1;
                    findings.add("%s near line %d names %s, which exists on one machine only"
                            .formatted(tree.name(file), line, found.group()));
                }
            }
        }
        return findings;
    }

    /** The text of the file, or nothing when it is not text. */
    private static String textOrEmpty(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException notText) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
