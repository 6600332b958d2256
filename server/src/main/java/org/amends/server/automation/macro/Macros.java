package org.amends.server.automation.macro;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.access.Program;
import org.amends.server.audit.Audit;
import org.amends.server.automation.ownership.Ownership;
import org.amends.server.automation.reply.SavedReplies;
import org.amends.server.automation.rule.Deed;
import org.amends.server.automation.rule.Deeds;
import org.amends.server.automation.rule.SampleCase;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.ActKind;
import org.amends.server.complaint.act.Acts;
import org.amends.server.complaint.team.Teams;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The macros that there are. */
@Component
public final class Macros {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String OWNER = "owner";
    private static final Acts.By ANYBODY = new Acts.By("person:anybody", BrandScope.ALL);

    /** What can only be done to a case that has come so far is not tried on one that was just opened. */
    private static final Set<ActKind> OF_A_STATE = Set.of(ActKind.CLOSE, ActKind.REOPEN);

    private final JdbcClient database;
    private final Acts acts;
    private final SavedReplies replies;
    private final Teams teams;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Macros(
            JdbcClient database,
            Acts acts,
            SavedReplies replies,
            Teams teams,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.acts = acts;
        this.replies = replies;
        this.teams = teams;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** All that somebody may see, by name. */
    public List<Macro> all(BrandScope seen) {
        return database.sql("select * from macro order by name").query(Macros::read).list().stream()
                .filter(each -> Ownership.sees(seen, each.brand()))
                .toList();
    }

    /** Those that somebody may apply to a case of this brand: programs those of every team. */
    public List<Macro> of(Caller caller, String brand) {
        Set<String> own = teams.of(caller.actor());
        return all(caller.brands()).stream()
                .filter(each -> each.concerns(brand))
                .filter(each -> each.team() == null || own.contains(each.team()) || caller instanceof Program)
                .toList();
    }

    /**
     * The macro that somebody may apply to a case of this brand.
     *
     * @throws Problem 404 when there is none
     */
    public Macro applicable(String name, Caller caller, String brand) {
        return of(caller, brand).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("macro", name));
    }

    /** The one of this name. */
    public Optional<Macro> find(String name) {
        return database.sql("select * from macro where name = ?")
                .param(name)
                .query(Macros::read)
                .optional();
    }

    /**
     * The one of this name, where somebody may see it.
     *
     * @throws Problem 404 otherwise
     */
    public Macro seen(String name, BrandScope brands) {
        return find(name)
                .filter(each -> Ownership.sees(brands, each.brand()))
                .orElseThrow(() -> Problem.notFound("macro", name));
    }

    /** Keeps one, new or changed. */
    public Macro keep(String name, String brand, @Nullable String team, List<Deed> deeds, BrandScope seen, String by) {
        String checked = Ownership.checkedName(name);
        Ownership.check(seen, brand);
        if (team != null && !teams.has(team)) {
            throw Problem.invalid("team", "\"%s\"".formatted(team), "Name a team that there is.");
        }
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            Object ignored = Deeds.at("acts[%d]".formatted(i), () -> {
                check(deed, brand);
                return true;
            });
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            find(checked).ifPresent(before -> Ownership.check(seen, before.brand()));
            int ignored = database.sql("""
                            insert into macro (name, brand, team, acts, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)
                            on conflict (name) do update set brand = excluded.brand, team = excluded.team,
                                acts = excluded.acts, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                    .param(checked)
                    .param(brand)
                    .param(team)
                    .param(Deeds.json(deeds).toString())
                    .param(by)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(by, "macro.kept", "macro:" + checked, Map.of("acts", deeds.size()));
            return find(checked).orElseThrow();
        }));
    }

    private void check(Deed deed, String brand) {
        switch (deed) {
            case Deed.Perform(Act act) -> {
                if (!OF_A_STATE.contains(act.kind())) {
                    acts.check(List.of(forAnybody(act)), SampleCase.of(brand), ANYBODY);
                }
            }
            case Deed.Suggest(String reply) -> replies.check(reply);
        }
    }

    /** Whoever applies it is somebody; who that is is seen then. */
    private static Act forAnybody(Act act) {
        if (act.kind() != ActKind.ASSIGN || !act.data().path(OWNER).asString("").equals("me")) {
            return act;
        }
        ObjectNode data = act.data().deepCopy();
        var ignored = data.remove(OWNER);
        return new Act(act.kind(), data);
    }

    /** Takes one away. */
    public void remove(String name, BrandScope seen, String by) {
        transaction.executeWithoutResult(status -> {
            Ownership.check(seen, seen(name, seen).brand());
            int ignored =
                    database.sql("delete from macro where name = ?").param(name).update();
            audit.record(by, "macro.removed", "macro:" + name, Map.of());
        });
    }

    private static Macro read(ResultSet row, int number) throws SQLException {
        return new Macro(
                row.getString("name"),
                row.getString("brand"),
                row.getString("team"),
                Deeds.read(JSON.readTree(row.getString("acts")), "acts", Deeds.OF_MACROS),
                row.getString("changed_by"),
                Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class))
                        .toInstant());
    }
}
