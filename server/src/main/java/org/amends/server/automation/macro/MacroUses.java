package org.amends.server.automation.macro;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.format.complaint.CaseEventJson;
import org.amends.server.access.Caller;
import org.amends.server.automation.reply.ReplyFilling;
import org.amends.server.automation.reply.ReplyLetters;
import org.amends.server.automation.reply.SavedReplies;
import org.amends.server.automation.rule.Deed;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.Refusals;
import org.amends.server.complaint.act.Act;
import org.amends.server.complaint.act.Acts;
import org.amends.server.letter.LetterStanding;
import org.amends.server.letter.Letters;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies macros to cases, all of their acts or none, and takes them back. */
@Component
public final class MacroUses {

    private static final Duration RECENT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Macros macros;
    private final Cases cases;
    private final Acts acts;
    private final SavedReplies replies;
    private final ReplyFilling filling;
    private final ReplyLetters drafts;
    private final Letters letters;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    MacroUses(
            JdbcClient database,
            Macros macros,
            Cases cases,
            Acts acts,
            SavedReplies replies,
            ReplyFilling filling,
            ReplyLetters drafts,
            Letters letters,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.macros = macros;
        this.cases = cases;
        this.acts = acts;
        this.replies = replies;
        this.filling = filling;
        this.drafts = drafts;
        this.letters = letters;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What a macro would do to a case now, or why not. */
    public record Preview(
            List<CaseEvent> events,
            List<String> letters,
            @Nullable String reason) {
        public Preview {
            events = List.copyOf(events);
            letters = List.copyOf(letters);
        }
    }

    /** What was taken back, and what stays because it cannot be or was changed since. */
    public record Undone(List<String> back, List<String> stays) {}

    private record Row(
            UUID id,
            String macro,
            String reference,
            String actor,
            OffsetDateTime at,
            int first,
            int last,
            @Nullable UUID letter,
            @Nullable OffsetDateTime undoneAt) {}

    /** What it would do to the case as it is. Nothing is done. */
    public Preview preview(String reference, String name, Caller caller) {
        KeptCase kept = cases.seen(reference, caller.brands());
        return preview(kept, macros.applicable(name, caller, kept.complaint().brand()), caller);
    }

    /** The same of a macro and a case that are at hand. */
    public Preview preview(KeptCase kept, Macro macro, Caller caller) {
        Acts.Preview preview = acts.preview(kept, acts(macro), new Acts.By(caller.actor(), caller.brands()));
        String reason = preview.reason();
        List<String> texts = new ArrayList<>();
        for (String reply : replies(macro)) {
            try {
                texts.add(filling.filled(
                        replies.find(reply).orElseThrow(() -> Problem.notFound("saved reply", reply)), kept));
            } catch (Problem unfilled) {
                reason = reason == null ? unfilled.getMessage() : reason;
            }
        }
        return new Preview(preview.events(), texts, reason);
    }

    /**
     * Does what the macro says.
     *
     * @param version of the case that the caller has seen, or null when any will do
     * @throws Problem 404 when there is no such macro for the case, 409 and 412 as for every act, 422 when a reply cannot be filled
     */
    public MacroUse apply(String reference, String name, Caller caller, @Nullable Integer version) {
        return Objects.requireNonNull(transaction.execute(status -> {
            KeptCase before = cases.seen(reference, caller.brands());
            Macro macro = macros.applicable(name, caller, before.complaint().brand());
            int seen = version == null ? before.complaint().version() : version;
            KeptCase after = acts.perform(reference, acts(macro), new Acts.By(caller.actor(), caller.brands()), seen);
            UUID letter = null;
            for (String reply : replies(macro)) {
                letter = drafts.draft(reference, reply, caller.actor()).id();
            }
            UUID id = UUID.randomUUID();
            int ignored = database.sql("""
                            insert into macro_use (id, macro, complaint, actor, at, first, last, letter)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(id)
                    .param(name)
                    .param(before.id())
                    .param(caller.actor())
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .param(seen + 1)
                    .param(after.complaint().version())
                    .param(letter)
                    .update();
            return use(row(id).orElseThrow(), after);
        }));
    }

    /** The last that somebody applied to a case today or yesterday and has not taken back. */
    public Optional<MacroUse> last(KeptCase kept, String actor) {
        return database.sql("""
                        select id from macro_use where complaint = ? and actor = ? and undone_at is null and at > ?
                        order by at desc, id limit 1""")
                .param(kept.id())
                .param(actor)
                .param(clock.instant().minus(RECENT).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .flatMap(this::row)
                .map(row -> use(row, kept));
    }

    /**
     * Takes back what a macro did, as far as that goes.
     *
     * @throws Problem 404 when the caller may not see the case, 409 when it was taken back already
     */
    public Undone undo(UUID id, Caller caller) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Row row = row(id).orElseThrow(() -> Problem.notFound("use of a macro", id.toString()));
            KeptCase seen = cases.seen(row.reference(), caller.brands());
            int ours = database.sql(
                            "update macro_use set undone_at = ?, undone_by = ? where id = ? and undone_at is null")
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .param(caller.actor())
                    .param(id)
                    .update();
            if (ours == 0) {
                throw Refusals.because("MACRO_UNDONE", "It was taken back already.");
            }
            List<Undoing.Plan> plans = new ArrayList<>();
            KeptCase after = cases.decide(seen.complaint().reference(), kept -> {
                plans.add(Undoing.of(kept, row.first(), row.last(), cases.now(caller.actor())));
                return plans.getFirst().back();
            });
            assert after.id() == seen.id();
            List<String> back = new ArrayList<>(
                    plans.getFirst().back().stream().map(CaseEventJson::type).toList());
            if (discarded(row.letter(), caller.actor())) {
                back.add("letter_discarded");
            }
            return new Undone(back, plans.getFirst().stays());
        }));
    }

    /** A letter that nobody touched since is thrown away. */
    private boolean discarded(@Nullable UUID letter, String by) {
        boolean untouched = letter != null
                && letters.find(letter)
                        .filter(each -> each.standing() == LetterStanding.DRAFT && by.equals(each.editedBy()))
                        .isPresent();
        if (letter != null && untouched) {
            letters.discard(letter, by);
        }
        return untouched;
    }

    private Optional<Row> row(UUID id) {
        return database.sql(
                        "select u.*, c.reference from macro_use u join complaint c on c.id = u.complaint where u.id = ?")
                .param(id)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("macro"),
                        row.getString("reference"),
                        row.getString("actor"),
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)),
                        row.getInt("first"),
                        row.getInt("last"),
                        row.getObject("letter", UUID.class),
                        row.getObject("undone_at", OffsetDateTime.class)))
                .optional();
    }

    private static MacroUse use(Row row, KeptCase kept) {
        return new MacroUse(
                row.id(),
                row.macro(),
                row.reference(),
                row.actor(),
                row.at().toInstant(),
                kept.events().subList(row.first() - 1, row.last()).stream()
                        .map(CaseEventJson::type)
                        .toList(),
                row.letter(),
                row.undoneAt() == null ? null : row.undoneAt().toInstant());
    }

    private static List<Act> acts(Macro macro) {
        return macro.deeds().stream()
                .filter(Deed.Perform.class::isInstance)
                .map(deed -> ((Deed.Perform) deed).act())
                .toList();
    }

    private static List<String> replies(Macro macro) {
        return macro.deeds().stream()
                .filter(Deed.Suggest.class::isInstance)
                .map(deed -> ((Deed.Suggest) deed).reply())
                .toList();
    }
}
