package org.amends.server.complaint.bulk;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.amends.format.complaint.CaseEventJson;
import org.amends.server.audit.Audit;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.ActKind;
import org.amends.server.complaint.act.Acts;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Acts on many cases at once: previewed, then begun, then done one by one by {@link BulkWork}. */
@Component
public final class Bulk {

    /** More cases are several runs. */
    public static final int MOST_CASES = 5_000;

    /** So many are looked at for a preview. */
    public static final int MOST_PREVIEWED = 500;

    /** What is not done to a case unseen: whatever judges one case, or tells of one customer. */
    private static final Set<ActKind> POSSIBLE = Set.of(
            ActKind.ASSIGN,
            ActKind.TAG,
            ActKind.UNTAG,
            ActKind.FIELD,
            ActKind.NOTE,
            ActKind.ACKNOWLEDGE,
            ActKind.INVESTIGATE,
            ActKind.PAUSE,
            ActKind.RESUME,
            ActKind.LESSON,
            ActKind.CLOSE,
            ActKind.REOPEN);

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LATEST = 50;

    private final JdbcClient database;
    private final Acts acts;
    private final BulkWork work;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Bulk(
            JdbcClient database,
            Acts acts,
            BulkWork work,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.database = database;
        this.acts = acts;
        this.work = work;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came, or would come, of acts on a case. */
    public enum Result {
        WAITING,
        CHANGED,
        /** It was so already. */
        UNCHANGED,
        REFUSED;

        /** The name in answers and in the store. */
        public String stableName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What would come of acts on a case.
     *
     * @param events names of what would happen
     * @param reason why it is refused, in words, or null
     */
    public record Outlook(
            String reference,
            Result result,
            List<String> events,
            @Nullable String reason) {
        public Outlook {
            events = List.copyOf(events);
        }
    }

    /**
     * Acts on many cases, and how far they have come.
     *
     * @param act as JSON
     * @param endedAt when the last case was done, or null while some wait
     */
    public record Run(
            UUID id,
            String actor,
            JsonNode act,
            Instant startedAt,
            @Nullable Instant endedAt,
            int waiting,
            int changed,
            int unchanged,
            int refused) {

        static Run of(ResultSet row, int ignored) throws SQLException {
            OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
            return new Run(
                    row.getObject("id", UUID.class),
                    row.getString("actor"),
                    JSON.readTree(row.getString("act")),
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    ended == null ? null : ended.toInstant(),
                    row.getInt("waiting"),
                    row.getInt("changed"),
                    row.getInt("unchanged"),
                    row.getInt("refused"));
        }
    }

    /** What came of acts on one case; the reason is there when it refused. */
    public record Item(
            String reference, Result result, @Nullable String reason) {}

    private static final String RUNS = """
            select r.*,
                (select count(*) from bulk_item i where i.run = r.id and result = 'waiting') as waiting,
                (select count(*) from bulk_item i where i.run = r.id and result = 'changed') as changed,
                (select count(*) from bulk_item i where i.run = r.id and result = 'unchanged') as unchanged,
                (select count(*) from bulk_item i where i.run = r.id and result = 'refused') as refused
            from bulk_run r""";

    /** What acts would do to these cases, as they are now. Nothing is done. */
    public List<Outlook> preview(List<Act> wanted, List<String> references, Acts.By by) {
        check(wanted, references.size());
        return references.stream()
                .limit(MOST_PREVIEWED)
                .map(each -> outlook(each, acts.preview(each, wanted, by)))
                .toList();
    }

    private static Outlook outlook(String reference, Acts.Preview preview) {
        Result result = preview.refusal() != null
                ? Result.REFUSED
                : preview.events().isEmpty() ? Result.UNCHANGED : Result.CHANGED;
        return new Outlook(
                reference,
                result,
                preview.events().stream().map(CaseEventJson::type).toList(),
                preview.reason());
    }

    /** Begins to do this to these cases. It goes on by itself, after a restart too. */
    public Run start(List<Act> wanted, List<String> references, Acts.By by) {
        check(wanted, references.size());
        UUID id = UUID.randomUUID();
        ArrayNode json = JSON.createArrayNode();
        wanted.forEach(each -> json.add(each.json()));
        transaction.executeWithoutResult(status -> {
            keep(id, json.toString(), references, by);
            audit.record(by.actor(), "cases.bulk_started", "bulk:" + id, Map.of("cases", references.size()));
        });
        work.wake();
        return find(id, by.actor(), true).orElseThrow();
    }

    /** Cases that they may not see are as if they were not there. */
    private void keep(UUID id, String json, List<String> references, Acts.By by) {
        int run = database.sql("insert into bulk_run (id, actor, act, started_at) values (?, ?, ?, ?)")
                .param(id)
                .param(by.actor())
                .param(json)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        int items = database.sql("""
                        insert into bulk_item (run, number, reference, result, reason)
                        select :run, number, each, case when c.id is null then 'refused' else 'waiting' end,
                            case when c.id is null then 'There is no such case.' end
                        from unnest(:references::text[]) with ordinality as wanted (each, number)
                        left join complaint c on c.reference = each
                            and (:brands::text[] is null or c.brand = any (:brands))""")
                .param("run", id)
                .param("references", references.toArray(String[]::new))
                .param("brands", by.brands().names())
                .update();
        assert run == 1 && items == references.size();
    }

    private static void check(List<Act> wanted, int cases) {
        for (Act act : wanted) {
            if (!POSSIBLE.contains(act.kind())) {
                throw Problem.invalid(
                        "act",
                        "\"%s\", which is done to one case at a time"
                                .formatted(act.kind().stableName()),
                        "To many cases: %s."
                                .formatted(POSSIBLE.stream()
                                        .map(ActKind::stableName)
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
            }
        }
        if (cases == 0 || cases > MOST_CASES) {
            throw Problem.invalid(
                    "cases",
                    cases == 0 ? "none" : "more than %d".formatted(MOST_CASES),
                    "Choose 1 to %d.".formatted(MOST_CASES));
        }
    }

    /** The latest runs: of this actor, or of everybody. */
    public List<Run> latest(String actor, boolean all) {
        return database.sql(RUNS + " where :all or r.actor = :actor order by r.started_at desc limit :most")
                .param("all", all)
                .param("actor", actor)
                .param("most", LATEST)
                .query(Run::of)
                .list();
    }

    /** One run: of this actor, or of anybody. */
    public Optional<Run> find(UUID id, String actor, boolean all) {
        return database.sql(RUNS + " where r.id = :id and (:all or r.actor = :actor)")
                .param("id", id)
                .param("all", all)
                .param("actor", actor)
                .query(Run::of)
                .optional();
    }

    /** What came of each case of a run, in their order. */
    public List<Item> items(UUID run) {
        return database.sql("select reference, result, reason from bulk_item where run = ? order by number")
                .param(run)
                .query((row, number) -> new Item(
                        row.getString("reference"),
                        Result.valueOf(row.getString("result").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("reason")))
                .list();
    }

    /** How many refuse, change or stay in a preview. */
    public static int count(List<Outlook> outlooks, Result result) {
        return Math.toIntExact(outlooks.stream()
                .filter(each -> Objects.equals(each.result(), result))
                .count());
    }
}
