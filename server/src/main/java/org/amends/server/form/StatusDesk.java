package org.amends.server.form;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.Complaint;
import org.amends.server.access.Secret;
import org.amends.server.complaint.Cases;
import org.amends.server.complaint.key.CaseKeys;
import org.amends.server.complaint.key.Reach;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Intake;
import org.amends.server.message.SentFile;
import org.amends.store.complaint.KeptCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a customer does with their case. */
@Component
final class StatusDesk {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_MERGES = 10;

    private final Cases cases;
    private final CaseKeys keys;
    private final Intake intake;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    StatusDesk(Cases cases, CaseKeys keys, Intake intake, InstantSource clock, TransactionTemplate transaction) {
        this.cases = cases;
        this.keys = keys;
        this.intake = intake;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A case that a key opened.
     *
     * @param named the reference that the page was asked for by
     * @param kept the case, or the one of the same customer in which it goes on
     */
    record Open(String named, String key, Reach reach, KeptCase kept) {

        Complaint complaint() {
            return kept.complaint();
        }

        boolean whole() {
            return reach == Reach.CUSTOMER;
        }

        /** Whether there is an answer that they have not settled yet. */
        boolean mayAnswer() {
            return whole()
                    && complaint().answeredAt() != null
                    && complaint().accepted() == null
                    && complaint().parting() == null;
        }

        /** Whether they may still say that it is not put right. */
        boolean mayReject() {
            return whole()
                    && complaint().answeredAt() != null
                    && !Boolean.FALSE.equals(complaint().accepted());
        }

        boolean mayRate() {
            return whole()
                    && !complaint().open()
                    && complaint().answeredAt() != null
                    && complaint().survey() == null;
        }
    }

    /** The case of this reference, where the key opens it. */
    Optional<Open> open(String reference, String key) {
        return keys.open(reference, key)
                .flatMap(opened -> cases.find(opened.reference())
                        .map(kept -> new Open(reference, key, opened.reach(), goesOnIn(kept))));
    }

    private KeptCase goesOnIn(KeptCase kept) {
        KeptCase last = kept;
        for (int i = 0; i < MOST_MERGES; i++) {
            String into = last.complaint().mergedInto();
            Optional<KeptCase> next = into == null ? Optional.empty() : cases.find(into);
            if (next.isEmpty() || next.get().relationship() != kept.relationship()) {
                return last;
            }
            last = next.get();
        }
        return last;
    }

    /** Takes in what the customer adds. */
    void add(Open open, FormTicket ticket, String text, List<SentFile> files) {
        Complaint complaint = open.complaint();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("case", complaint.reference());
        fields.put("text", text);
        var ignored = intake.take(new Contact(
                "form",
                complaint.brand(),
                CaseHeader.CUSTOMER,
                complaint.customer(),
                null,
                "",
                null,
                "",
                text,
                null,
                ticket.word() + Secret.hash(text),
                complaint.reference(),
                true,
                null,
                files,
                JSON.writeValueAsBytes(fields)));
    }

    /** The customer says that the answer puts it right. */
    void accept(Open open) {
        var ignored = cases.decide(
                open.complaint().reference(),
                kept -> again(open, kept).mayAnswer() ? List.of(new CaseEvent.OutcomeAccepted(header())) : List.of());
    }

    /**
     * The customer says that it does not; what they say to that is a message of its own.
     *
     * @param reason one of {@link Rejection}, by its name
     */
    void reject(Open open, FormTicket ticket, Rejection reason, String words) {
        transaction.executeWithoutResult(status -> {
            var ignored = cases.decide(
                    open.complaint().reference(),
                    kept -> again(open, kept).mayReject()
                            ? List.of(new CaseEvent.OutcomeRejected(header(), reason.stableName()))
                            : List.of());
            if (!words.isBlank()) {
                add(open, ticket, words, List.of());
            }
        });
    }

    /** The customer says how it was, once. */
    void rate(Open open, double satisfaction, boolean resolved) {
        var ignored = cases.decide(
                open.complaint().reference(),
                kept -> again(open, kept).mayRate()
                        ? List.of(new CaseEvent.SurveyAnswered(header(), satisfaction, resolved))
                        : List.of());
    }

    private static Open again(Open open, KeptCase kept) {
        return new Open(open.named(), open.key(), open.reach(), kept);
    }

    private CaseHeader header() {
        return new CaseHeader(clock.instant(), CaseHeader.CUSTOMER);
    }
}
