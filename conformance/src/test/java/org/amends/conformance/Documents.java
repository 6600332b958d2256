package org.amends.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds links in Markdown files that lead nowhere: to a file that is not there or to a heading that does not exist. */
final class Documents {

    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");

    private Documents() {}

    static List<String> findings(Tree tree) {
        List<String> findings = new ArrayList<>();
        for (Path file : tree.files()) {
            if (file.toString().endsWith(".md")) {
                Matcher link = LINK.matcher(withoutCode(tree.text(file)));
                while (link.find()) {
                    if (!leadsSomewhere(tree, file, link.group(1))) {
                        findings.add("%s: the link to %s leads nowhere".formatted(tree.name(file), link.group(1)));
                    }
                }
            }
        }
        return findings;
    }

    private static boolean leadsSomewhere(Tree tree, Path file, String target) {
        if (target.matches("[a-z]+:.*")) {
            return true;
        }
        String[] parts = target.split("#", 2);
        Path to = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!Files.exists(to)) {
            return false;
        }
        return parts.length == 1
                || !to.toString().endsWith(".md")
                || anchors(tree.text(to)).contains(parts[1]);
    }

    /** Anchors as GitHub makes them from headings: lower case, spaces to hyphens, punctuation dropped. */
    private static Set<String> anchors(String text) {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .map(heading -> heading.replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String withoutCode(String text) {
        return CODE.matcher(text).replaceAll("");
    }
}
