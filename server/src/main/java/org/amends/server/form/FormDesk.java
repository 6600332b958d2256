package org.amends.server.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.amends.complaint.CaseHeader;
import org.amends.server.access.Secret;
import org.amends.server.complaint.key.CaseKeys;
import org.amends.server.complaint.key.Reach;
import org.amends.server.console.Texts;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Intake;
import org.amends.server.intake.Taken;
import org.amends.server.message.SentFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes in what was written into the form, and hands out the key with which its writer sees what becomes of it. */
@Component
final class FormDesk {

    private static final JsonMapper JSON = new JsonMapper();

    private final Intake intake;
    private final CaseKeys keys;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    FormDesk(Intake intake, CaseKeys keys, JdbcClient database, TransactionTemplate transaction) {
        this.intake = intake;
        this.keys = keys;
        this.database = database;
        this.transaction = transaction;
    }

    /** By which the case is named, and the key to it. */
    record Received(String reference, String key) {}

    /** Takes it in; the same form with the same words is one complaint, however often it is sent. */
    Received take(Written written, FormTicket ticket, List<SentFile> files, Texts texts) {
        Contact contact = contact(written, ticket, files, texts);
        return Objects.requireNonNull(transaction.execute(status -> {
            Taken taken = intake.take(contact);
            String reference = Objects.requireNonNull(taken.reference(), "a form opens a case");
            Reach reach = strangerTo(reference) ? Reach.CUSTOMER : Reach.CASE;
            return new Received(reference, keys.make(reference, reach, CaseHeader.CUSTOMER));
        }));
    }

    /**
     * Whether nothing is known of the customer but what this case says. Only then does whoever filled in the form see all of
     * it: anybody can write somebody else's address into it.
     */
    private boolean strangerTo(String reference) {
        return database.sql("""
                        select not exists (select from complaint other
                                           where other.relationship = c.relationship and other.id <> c.id)
                           and not exists (select from relationship r where r.merged_into = c.relationship)
                           and not exists (select from event e where e.relationship = c.relationship
                                           and e.event_id not like c.reference || '/%')
                           and not exists (select from message m where m.customer = c.customer and m.brand = c.brand
                                           and m.complaint is distinct from c.id)
                        from complaint c where c.reference = ?""").param(reference).query(Boolean.class).single();
    }

    private static Contact contact(Written written, FormTicket ticket, List<SentFile> files, Texts texts) {
        return new Contact(
                "form",
                written.brand(),
                CaseHeader.CUSTOMER,
                null,
                written.address(),
                written.name(),
                written.language().isEmpty() ? null : written.language(),
                "",
                text(written, texts),
                null,
                ticket.word() + Secret.hash(written.toString()),
                null,
                true,
                null,
                files,
                JSON.writeValueAsBytes(fields(written)));
    }

    /** What happened in their words, and below it what else they filled in. */
    private static String text(Written written, Texts texts) {
        List<String> wishes = new ArrayList<>();
        written.wishes().forEach(wish -> wishes.add(texts.text("form.wish." + wish.stableName())));
        if (!written.otherWish().isEmpty()) {
            wishes.add(written.otherWish());
        }
        List<String> parts = new ArrayList<>();
        parts.add(written.what());
        if (!wishes.isEmpty()) {
            parts.add(texts.text("form.told.wishes", "wishes", wishes.stream().collect(Collectors.joining("; "))));
        }
        if (!written.order().isEmpty()) {
            parts.add(texts.text("form.told.order", "order", written.order()));
        }
        return String.join("\n\n", parts);
    }

    /** As it was filled in, to be kept as it came. */
    private static Map<String, Object> fields(Written written) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("what", written.what());
        fields.put("wishes", written.wishes().stream().map(Wish::stableName).toList());
        fields.put("other_wish", written.otherWish());
        fields.put("name", written.name());
        fields.put("address", written.address());
        fields.put("order", written.order());
        fields.put("language", written.language());
        fields.put("brand", written.brand());
        return fields;
    }
}
