package org.amends.server.complaint.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.Complaint;
import org.amends.complaint.Evidence;
import org.amends.server.complaint.CaseListener;
import org.amends.server.customer.PersonalData;
import org.amends.store.complaint.KeptCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the words of each case as it goes on, so that it is found by what was said a moment ago. */
@Component
final class SearchRows implements CaseListener, PersonalData {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of notes, fields and evidence together; PostgreSQL takes less than a million letters a case. */
    private static final int MOST_LETTERS = 60_000;

    private static final String WRITE = """
            insert into complaint_search (complaint, brand, fields, words)
            select :complaint, :brand, :fields::jsonb, search_sum(setweight(search_vector(language, said), weight))
            from (
                select 'simple' as language, :names as said, 'A'::"char" as weight
                union all select :language, :names || ' ' || :subject, 'B'
                union all select 'simple', :marks, 'B'
                union all select :language, :within, 'D'
                union all
                (select 'simple', concat_ws(' ', sender_name, sender_address), 'A'
                 from message where id = any (:messages::uuid[]) limit 16)
                union all
                (select language, left(new_text, 12000), 'C'
                 from message where id = any (:messages::uuid[]) order by at desc limit 16)
                union all
                (select language, left(subject || ' ' || text, 8000), 'D'
                 from letter where id = any (:letters::uuid[]) order by created_at desc limit 16)) as each
            on conflict (complaint) do update
            set brand = excluded.brand, fields = excluded.fields, words = excluded.words""";

    private final JdbcClient database;

    SearchRows(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void happened(KeptCase after, List<CaseEvent> happened) {
        if (happened.stream().noneMatch(SearchRows::says)) {
            return;
        }
        Complaint state = after.complaint();
        int ignored = database.sql(WRITE)
                .param("complaint", after.id())
                .param("brand", state.brand())
                .param("fields", JSON.writeValueAsString(state.fields()))
                .param("names", plain(state.reference() + " " + state.customer()))
                .param("language", state.language())
                .param("subject", plain(state.subject()))
                .param("marks", plain(String.join(" ", state.tags()) + " " + String.join(" ", state.linked())))
                .param("within", plain(within(state)))
                .param("messages", ids(state.messages().stream().map(Complaint.SentMessage::message)))
                .param("letters", ids(state.letters().stream().map(Complaint.SentLetter::letter)))
                .update();
    }

    /** Whether it changes by which words a case is found. */
    private static boolean says(CaseEvent event) {
        return event instanceof CaseEvent.Opened
                || event instanceof CaseEvent.MessageCame
                || event instanceof CaseEvent.CustomerNamed
                || event instanceof CaseEvent.EvidenceNoted
                || event instanceof CaseEvent.Noted
                || event instanceof CaseEvent.Tagged
                || event instanceof CaseEvent.Untagged
                || event instanceof CaseEvent.FieldSet
                || event instanceof CaseEvent.Linked
                || event instanceof CaseEvent.Unlinked
                || event instanceof CaseEvent.TookOver
                || event instanceof CaseEvent.LetterQueued
                || event instanceof CaseEvent.LetterSent
                || event instanceof CaseEvent.LessonDrawn;
    }

    private static String within(Complaint state) {
        CaseEvent.LessonDrawn lesson = state.lesson();
        String all = Stream.of(
                        state.notes().stream().map(CaseEvent.Noted::text),
                        state.fields().values().stream(),
                        state.evidence().stream().map(Evidence::text),
                        lesson == null ? Stream.<String>empty() : Stream.of(lesson.cause(), lesson.lesson()))
                .flatMap(each -> each)
                .collect(Collectors.joining(" "));
        return all.substring(0, Math.min(all.length(), MOST_LETTERS));
    }

    /** Ids of messages and letters are UUIDs; what is none names neither. */
    private static String[] ids(Stream<String> ids) {
        return ids.filter(SearchRows::isUuid).toArray(String[]::new);
    }

    private static boolean isUuid(String id) {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static String plain(String text) {
        return text.replace('\0', ' ');
    }

    /** Cases are found by their other words again as soon as something is said of them. */
    @Override
    public int erase(Collection<String> customers, Collection<String> eventIds) {
        return database.sql("""
                        delete from complaint_search where complaint in
                            (select id from complaint where customer = any (?))""").param(customers.toArray(String[]::new)).update();
    }
}
