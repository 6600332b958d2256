package org.amends.server.automation.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.amends.server.access.BrandScope;
import org.amends.server.audit.Audit;
import org.amends.server.automation.ownership.Ownership;
import org.amends.server.problem.Problem;
import org.amends.story.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The saved replies that there are. */
@Component
public final class SavedReplies {

    private static final int LONGEST = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    SavedReplies(JdbcClient database, Audit audit, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** All that somebody may see, by name. */
    public List<SavedReply> all(BrandScope seen) {
        return database.sql("select * from saved_reply order by name").query(SavedReplies::read).list().stream()
                .filter(each -> Ownership.sees(seen, each.brand()))
                .toList();
    }

    /** The one of this name. */
    public Optional<SavedReply> find(String name) {
        return database.sql("select * from saved_reply where name = ?")
                .param(name)
                .query(SavedReplies::read)
                .optional();
    }

    /**
     * The one of this name, where somebody may see it.
     *
     * @throws Problem 404 otherwise
     */
    public SavedReply seen(String name, BrandScope brands) {
        return find(name)
                .filter(each -> Ownership.sees(brands, each.brand()))
                .orElseThrow(() -> Problem.notFound("saved reply", name));
    }

    /**
     * Lets pass the name of one that there is.
     *
     * @throws Problem for every other
     */
    public void check(String name) {
        if (find(name).isEmpty()) {
            throw Problem.invalid("reply", "\"%s\"".formatted(name), "Name a saved reply that there is.");
        }
    }

    /** Keeps one, new or changed. */
    public SavedReply keep(String name, String brand, Map<String, String> texts, BrandScope seen, String by) {
        String checked = Ownership.checkedName(name);
        Ownership.check(seen, brand);
        Map<String, String> kept = checked(texts);
        return Objects.requireNonNull(transaction.execute(status -> {
            find(checked).ifPresent(before -> Ownership.check(seen, before.brand()));
            int ignored = database.sql("""
                            insert into saved_reply (name, brand, texts, changed_by, changed_at) values (?, ?, ?, ?, ?)
                            on conflict (name) do update set brand = excluded.brand, texts = excluded.texts,
                                changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                    .param(checked)
                    .param(brand)
                    .param(JSON.writeValueAsString(kept))
                    .param(by)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(
                    by, "saved_reply.kept", "saved_reply:" + checked, Map.of("languages", List.copyOf(kept.keySet())));
            return find(checked).orElseThrow();
        }));
    }

    private static Map<String, String> checked(Map<String, String> texts) {
        Map<String, String> kept = new TreeMap<>();
        texts.forEach((language, text) -> {
            String place = "texts." + language;
            if (java.util.Arrays.stream(Language.values())
                    .noneMatch(each -> each.code().equals(language))) {
                throw Problem.invalid(place, "in no language of letters", "Use en, es, fr or ru.");
            }
            String clean = text.replace("\r\n", "\n").strip();
            if (clean.length() > LONGEST || clean.indexOf('\0') >= 0) {
                throw Problem.invalid(place, "too long", "Write at most %d letters.".formatted(LONGEST));
            }
            try {
                ReplyText.check(clean);
            } catch (Problem broken) {
                throw placed(place, broken);
            }
            if (!clean.isEmpty()) {
                kept.put(language, clean);
            }
        });
        if (kept.isEmpty()) {
            throw Problem.invalid("texts", "missing", "Write the text in one language at least.");
        }
        return kept;
    }

    private static Problem placed(String place, Problem broken) {
        Map<String, Object> members = broken.detail().getProperties();
        Problem placed = new Problem(
                        broken.status(), "invalid-request", "Invalid request", place + ": " + broken.getMessage())
                .with("place", place)
                .with("remedy", members == null ? null : members.get("remedy"));
        placed.addSuppressed(broken);
        return placed;
    }

    /** Takes one away. */
    public void remove(String name, BrandScope seen, String by) {
        transaction.executeWithoutResult(status -> {
            Ownership.check(seen, seen(name, seen).brand());
            int ignored = database.sql("delete from saved_reply where name = ?")
                    .param(name)
                    .update();
            audit.record(by, "saved_reply.removed", "saved_reply:" + name, Map.of());
        });
    }

    private static SavedReply read(ResultSet row, int number) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        JSON.readTree(row.getString("texts"))
                .properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return new SavedReply(
                row.getString("name"),
                row.getString("brand"),
                texts,
                row.getString("changed_by"),
                Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class))
                        .toInstant());
    }
}
