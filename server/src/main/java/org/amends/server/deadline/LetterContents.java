package org.amends.server.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.amends.deadline.LetterContent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What letters that left were found to say. Kept, since their texts may be erased while the clocks stay as they are. */
@Component
final class LetterContents {

    private final JdbcClient database;

    LetterContents(JdbcClient database) {
        this.database = database;
    }

    private record Text(String text, String language) {}

    /** Reads a letter that left and keeps what it says; one whose text is not there says nothing. */
    void check(long complaint, String letter, Instant sent, ClockRules.Applied rules) {
        Text text = text(letter);
        Set<LetterContent> said = text == null
                ? Set.of()
                : SaidInLetters.in(
                        text.text(),
                        text.language(),
                        sent.atZone(rules.calendar().zone()).toLocalDate(),
                        rules.regimes());
        keep(complaint, letter, said, sent);
    }

    private @Nullable Text text(String letter) {
        UUID id;
        try {
            id = UUID.fromString(letter);
        } catch (IllegalArgumentException none) {
            return null;
        }
        return database.sql("select text, language from letter where id = ?")
                .param(id)
                .query((row, number) -> new Text(
                        Objects.requireNonNull(row.getString("text")),
                        Objects.requireNonNull(row.getString("language"))))
                .optional()
                .orElse(null);
    }

    /** Keeps what a letter says, as a machine read it or a person saw it; the last word counts. */
    void keep(long complaint, String letter, Collection<LetterContent> said, Instant at) {
        OffsetDateTime checked = at.atOffset(ZoneOffset.UTC);
        int ignored = database.sql("""
                        insert into letter_content (letter, complaint, contents, checked_at) values (?, ?, ?, ?)
                        on conflict (letter) do update set contents = excluded.contents, checked_at = excluded.checked_at""")
                .param(letter)
                .param(complaint)
                .param(said.stream().map(LetterContent::name).sorted().toArray(String[]::new))
                .param(checked)
                .update();
    }

    /** What the letters of a case say, by their ids. */
    Map<String, Set<LetterContent>> of(long complaint) {
        Map<String, Set<LetterContent>> all = new HashMap<>();
        database.sql("select letter, contents from letter_content where complaint = ?")
                .param(complaint)
                .query(row -> {
                    Set<LetterContent> said = EnumSet.noneOf(LetterContent.class);
                    List<String> names = ClockRules.texts(row.getArray("contents"));
                    names.forEach(name -> said.add(LetterContent.valueOf(name)));
                    all.put(Objects.requireNonNull(row.getString("letter")), said);
                });
        return all;
    }
}
