package org.amends.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A complaint of the demo, and how far its handling has come.
 *
 * @param plan elements as {@code refund=12.50!}: a name, perhaps a sum, perhaps a mark that it is owed
 */
record DemoLetter(
        String language,
        String name,
        String channel,
        int hoursAgo,
        Progress progress,
        List<String> plan,
        String subject,
        String text) {

    /** How far the handling has come. */
    enum Progress {
        NEW,
        ASSESSED,
        INVESTIGATED,
        APPROVAL,
        CHOSEN,
        PROMISED,
        /** Promised for a day that has passed; the server finds that out by itself. */
        BROKEN,
        PARTING
    }

    private static final int COLUMNS = 7;

    /** All of them, in the order of the file. */
    static List<DemoLetter> all() {
        try (InputStream in = DemoLetter.class.getResourceAsStream("letters.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            List<DemoLetter> letters = new ArrayList<>();
            for (String block : String.join("\n", lines.lines().toList()).split("\n\\s*\n", -1)) {
                if (!block.isBlank() && !block.startsWith("#")) {
                    letters.add(read(block.strip()));
                }
            }
            return letters;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static DemoLetter read(String block) {
        int end = block.indexOf('\n');
        String[] head = block.substring(0, end).split("\\|", COLUMNS);
        return new DemoLetter(
                head[0].strip(),
                head[1].strip(),
                head[2].strip(),
                Integer.parseInt(head[3].strip()),
                Progress.valueOf(head[4].strip().toUpperCase(Locale.ROOT)),
                Arrays.stream(head[5].strip().split("\\s+", -1))
                        .filter(each -> !each.isEmpty())
                        .toList(),
                head[6].strip(),
                block.substring(end + 1));
    }
}
