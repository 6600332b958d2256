package org.amends.server.complaint.team;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.amends.complaint.CaseEvent;
import org.amends.server.complaint.CaseListener;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom notes call, and whether they have seen it. */
@Component
public final class Calls implements CaseListener {

    private static final Pattern CALLED = Pattern.compile("(?<![\\p{L}\\p{N}])@([\\p{L}\\p{N}._@+-]*[\\p{L}\\p{N}])");
    private static final int MOST = 100;

    private final JdbcClient database;
    private final Teams teams;
    private final InstantSource clock;

    Calls(JdbcClient database, Teams teams, InstantSource clock) {
        this.database = database;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * A note that calls somebody who has not seen it.
     *
     * @param reference of the case
     * @param note its id within the log of the case
     */
    public record Call(String reference, String subject, String note, Instant at) {}

    /**
     * Who is called: by name, and by {@code @login} in the text.
     *
     * @param named logins, or actors as the audit log names them
     * @param brand that they must be allowed to see
     * @return actors
     * @throws Problem when somebody who is named is not there
     */
    public List<String> called(String text, Collection<String> named, String brand) {
        List<Teams.Colleague> all = teams.colleagues(brand);
        Set<String> called = new LinkedHashSet<>();
        for (String name : named) {
            called.add(all.stream()
                    .filter(each -> each.actor().equals(name) || each.login().equalsIgnoreCase(name))
                    .map(Teams.Colleague::actor)
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(
                            "mentions",
                            "\"%s\", whom nobody here is called".formatted(name),
                            "Name a login of somebody who may see the case.")));
        }
        Set<String> written = new LinkedHashSet<>();
        CALLED.matcher(text).results().forEach(each -> written.add(each.group(1).toLowerCase(Locale.ROOT)));
        all.stream()
                .filter(each -> written.contains(each.login().toLowerCase(Locale.ROOT)))
                .forEach(each -> called.add(each.actor()));
        return List.copyOf(called);
    }

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        for (CaseEvent event : happened) {
            if (event instanceof CaseEvent.Noted noted && !noted.mentions().isEmpty()) {
                int ignored = database.sql("""
                                insert into case_mention (note, actor, complaint, at)
                                select :note, each, :complaint, :at from unnest(:actors::text[]) each
                                on conflict do nothing""")
                        .param("note", noted.note())
                        .param("actors", noted.mentions().toArray(String[]::new))
                        .param("complaint", after.id())
                        .param("at", noted.header().at().atOffset(ZoneOffset.UTC))
                        .update();
            }
        }
    }

    /** What calls somebody and was not seen, the latest first. */
    public List<Call> unseen(String actor) {
        return database.sql("""
                        select c.reference, c.subject, m.note, m.at
                        from case_mention m join complaint c on c.id = m.complaint
                        where m.actor = ? and m.seen_at is null order by m.at desc limit ?""")
                .param(actor)
                .param(MOST)
                .query((row, number) -> new Call(
                        row.getString("reference"),
                        row.getString("subject"),
                        row.getString("note"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Somebody has seen what calls them in a case. */
    public void seen(String actor, long complaint) {
        int ignored = database.sql(
                        "update case_mention set seen_at = ? where actor = ? and complaint = ? and seen_at is null")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor)
                .param(complaint)
                .update();
    }
}
