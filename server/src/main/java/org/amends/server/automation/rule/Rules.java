package org.amends.server.automation.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.amends.server.access.BrandScope;
import org.amends.server.audit.Audit;
import org.amends.server.automation.ownership.Ownership;
import org.amends.server.automation.reply.SavedReplies;
import org.amends.server.complaint.act.Acts;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules that there are, with every definition that they ever had. */
@Component
public final class Rules {

    private static final int MOST = 500;
    private static final String SELECT = """
            select r.*, v.definition from automation_rule r
            join automation_rule_version v on v.rule = r.name and v.version = r.version
            """;

    private final JdbcClient database;
    private final Acts acts;
    private final SavedReplies replies;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Rules(
            JdbcClient database,
            Acts acts,
            SavedReplies replies,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.acts = acts;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What a rule is to be.
     *
     * @param brand empty for all
     * @param place null to stay, or to come last
     * @param on whether it acts; null to stay, or not yet
     * @param version of the rule that whoever asks has seen, 0 for none, or null when any will do
     */
    public record Wish(
            String name,
            String brand,
            @Nullable Integer place,
            @Nullable Boolean on,
            @Nullable Integer version,
            Rule rule) {}

    /** A definition that a rule had. */
    public record Version(int version, String brand, Rule rule, String madeBy, Instant madeAt) {}

    /** All that somebody may see, in the order in which they are tried. */
    public List<KeptRule> all(BrandScope seen) {
        return database.sql(SELECT + "order by r.place, r.name").query(Rules::read).list().stream()
                .filter(each -> Ownership.sees(seen, each.brand()))
                .toList();
    }

    /** The rule of this name. */
    public Optional<KeptRule> find(String name) {
        return database.sql(SELECT + "where r.name = ?")
                .param(name)
                .query(Rules::read)
                .optional();
    }

    /** Those that are switched on and wait for one of these, in their order. */
    public List<KeptRule> on(List<TriggerKind> kinds) {
        return database.sql(SELECT + "where r.on_since is not null and r.trigger = any (?) order by r.place, r.name")
                .param(kinds.stream().map(TriggerKind::stableName).toArray(String[]::new))
                .query(Rules::read)
                .list();
    }

    /**
     * The one of this name, where somebody may see it.
     *
     * @throws Problem 404 otherwise
     */
    public KeptRule seen(String name, BrandScope brands) {
        return find(name)
                .filter(each -> Ownership.sees(brands, each.brand()))
                .orElseThrow(() -> Problem.notFound("rule", name));
    }

    /** The definitions that a rule had, the newest first. */
    public List<Version> versions(String name) {
        return database.sql("select * from automation_rule_version where rule = ? order by version desc limit 200")
                .param(name)
                .query((row, number) -> new Version(
                        row.getInt("version"),
                        row.getString("brand"),
                        RuleReading.read(row.getString("definition")),
                        row.getString("made_by"),
                        instant(row, "made_at")))
                .list();
    }

    /**
     * Refuses a rule that names somebody or something that there is not.
     *
     * @throws Problem naming the place
     */
    public void check(Rule rule, String brand) {
        Acts.By nobody = new Acts.By(KeptRule.ACTOR, BrandScope.ALL);
        for (int i = 0; i < rule.deeds().size(); i++) {
            Deed deed = rule.deeds().get(i);
            Object ignored = Deeds.at("actions[%d]".formatted(i), () -> {
                check(deed, brand, nobody);
                return true;
            });
        }
    }

    private void check(Deed deed, String brand, Acts.By by) {
        switch (deed) {
            case Deed.Perform(var act) -> acts.check(List.of(act), SampleCase.of(brand), by);
            case Deed.Suggest(String reply) -> replies.check(reply);
        }
    }

    /** Keeps a rule, new or changed; a changed definition is another version. */
    public KeptRule keep(Wish wish, BrandScope seen, String by) {
        String name = Ownership.checkedName(wish.name());
        Ownership.check(seen, wish.brand());
        check(wish.rule(), wish.brand());
        return Objects.requireNonNull(transaction.execute(status -> {
            // One at a time: the version that is made follows from the one that is there.
            int locked = database.sql("select count(*) from (select from automation_rule for update) as all_rules")
                    .query(Integer.class)
                    .single();
            KeptRule before = find(name).orElse(null);
            checkVersion(wish, before);
            if (before == null) {
                checkCount(locked);
            } else {
                Ownership.check(seen, before.brand());
            }
            Instant now = clock.instant();
            write(wish, before, by, now);
            KeptRule after = find(name).orElseThrow();
            audit.record(
                    by,
                    "automation_rule.kept",
                    "automation_rule:" + name,
                    Map.of("version", after.version(), "on", after.on(), "place", after.place()));
            return after;
        }));
    }

    private static void checkVersion(Wish wish, @Nullable KeptRule before) {
        int is = before == null ? 0 : before.version();
        Integer saw = wish.version();
        if (saw != null && saw != is) {
            throw new Problem(
                    HttpStatus.PRECONDITION_FAILED,
                    "rule-changed",
                    "The rule has changed",
                    "Rule %s is at version %d, not %d; somebody changed it meanwhile.".formatted(wish.name(), is, saw));
        }
    }

    private static void checkCount(int already) {
        if (already >= MOST) {
            throw Problem.invalid("name", "one too many", "There are %d rules; take some away.".formatted(already));
        }
    }

    private void write(Wish wish, @Nullable KeptRule before, String by, Instant now) {
        String definition = RuleReading.json(wish.rule()).toString();
        boolean isNew = before == null
                || !before.brand().equals(wish.brand())
                || !RuleReading.json(before.rule()).toString().equals(definition);
        int version = (before == null ? lastVersion(wish.name()) : before.version()) + (isNew ? 1 : 0);
        if (isNew) {
            int ignored = database.sql("""
                            insert into automation_rule_version (rule, version, brand, definition, made_by, made_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .param(wish.name())
                    .param(version)
                    .param(wish.brand())
                    .param(definition)
                    .param(by)
                    .param(utc(now))
                    .update();
        }
        Instant since = since(wish, before, now);
        int ignored = database.sql("""
                        insert into automation_rule (name, brand, place, version, trigger, hours, on_since, changed_by,
                            changed_at)
                        values (:name, :brand, coalesce(:place::int, (select coalesce(max(place), 0) + 10 from automation_rule)),
                            :version, :trigger, :hours, :since, :by, :now)
                        on conflict (name) do update set brand = excluded.brand,
                            place = coalesce(:place::int, automation_rule.place), version = excluded.version,
                            trigger = excluded.trigger, hours = excluded.hours, on_since = excluded.on_since,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("name", wish.name())
                .param("brand", wish.brand())
                .param("place", wish.place())
                .param("version", version)
                .param("trigger", wish.rule().trigger().stableName())
                .param("hours", wish.rule().hours())
                .param("since", since == null ? null : utc(since))
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    /** A name that was used before goes on counting, so that no two definitions act under one name and version. */
    private int lastVersion(String name) {
        return database.sql("select coalesce(max(version), 0) from automation_rule_version where rule = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private static @Nullable Instant since(Wish wish, @Nullable KeptRule before, Instant now) {
        Instant was = before == null ? null : before.onSince();
        boolean on = wish.on() == null ? was != null : wish.on();
        if (!on) {
            return null;
        }
        boolean sameTrigger = before != null
                && before.rule().trigger() == wish.rule().trigger()
                && Objects.equals(before.rule().hours(), wish.rule().hours());
        return was != null && sameTrigger ? was : now;
    }

    /** Takes a rule away, and what waits for it. Its versions and its log stay. */
    public void remove(String name, BrandScope seen, String by) {
        transaction.executeWithoutResult(status -> {
            KeptRule rule = seen(name, seen);
            Ownership.check(seen, rule.brand());
            int ignored = database.sql("delete from automation_rule where name = ?")
                    .param(name)
                    .update();
            ignored = database.sql("delete from automation_work where rule = ?")
                    .param(name)
                    .update();
            audit.record(by, "automation_rule.removed", "automation_rule:" + name, Map.of("version", rule.version()));
        });
    }

    private static KeptRule read(ResultSet row, int number) throws SQLException {
        return new KeptRule(
                row.getString("name"),
                row.getString("brand"),
                row.getInt("place"),
                row.getInt("version"),
                row.getObject("on_since") == null ? null : instant(row, "on_since"),
                RuleReading.read(row.getString("definition")),
                row.getString("changed_by"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
