package org.amends.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.amends.complaint.Complaint;
import org.amends.server.access.BrandScope;
import org.amends.server.complaint.Cases;
import org.amends.server.message.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the case that a message belongs to. The headers of mail are believed, since nobody knows the ids of a conversation but
 * those who are in it; a reference in a subject, a text or an address anybody can write, so it counts only when it comes from
 * somebody of that case.
 */
@Component
final class Threads {

    private static final int MOST_MERGES = 20;

    private final JdbcClient database;
    private final Messages messages;
    private final CustomerAddresses addresses;
    private final Cases cases;
    private final ObjectProvider<SentMail> sent;

    Threads(
            JdbcClient database,
            Messages messages,
            CustomerAddresses addresses,
            Cases cases,
            ObjectProvider<SentMail> sent) {
        this.database = database;
        this.messages = messages;
        this.addresses = addresses;
        this.cases = cases;
        this.sent = sent;
    }

    /** The reference of the open end of the case, or null when it belongs to none. */
    @Nullable
    String caseOf(Arrival arrival) {
        String reference = arrival.contact().reference();
        String found = reference != null ? reference : byHeaders(arrival);
        if (found == null) {
            found = mentioned(arrival).stream()
                    .filter(each -> isOf(each, arrival))
                    .findFirst()
                    .orElse(null);
        }
        return found == null ? null : goesOnIn(found);
    }

    /** The references of cases of the same brand that a message names, whoever sent it. */
    List<String> mentioned(Arrival arrival) {
        List<String> named = new ArrayList<>(CaseNames.inAddresses(arrival.recipients()));
        named.addAll(CaseNames.in(arrival.contact().subject()));
        named.addAll(CaseNames.in(arrival.contact().text()));
        return named.stream()
                .distinct()
                .filter(each -> cases.state(each)
                        .filter(state -> state.brand().equals(arrival.contact().brand()))
                        .isPresent())
                .toList();
    }

    /** Tells the case whose letter came back. Returns its reference; null when it is no such report or no letter of ours. */
    @Nullable
    String cameBack(Arrival arrival) {
        if (arrival.returned().isEmpty()) {
            return null;
        }
        String words = arrival.contact().text();
        String reason = words.substring(0, Math.min(words.length(), 1000));
        return sent.orderedStream()
                .map(each -> each.cameBack(arrival.returned(), reason))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Whether it is a mail of ours that came back to us by some way. */
    boolean ours(Arrival arrival) {
        String own = arrival.headers().messageId();
        return own != null
                && sent.orderedStream()
                        .anyMatch(each -> each.caseOf(List.of(own)).isPresent());
    }

    private @Nullable String byHeaders(Arrival arrival) {
        List<String> before = new ArrayList<>();
        String answered = arrival.headers().inReplyTo();
        if (answered != null) {
            before.add(answered);
        }
        // The newest of them first.
        before.addAll(arrival.headers().references().reversed());
        String reference =
                before.isEmpty() ? null : byIds(before.stream().distinct().toList());
        String own = arrival.headers().messageId();
        if (reference != null || own == null) {
            return reference;
        }
        // An answer to this one may have come before it.
        return messages.caseOfFollower(own).map(this::reference).orElse(null);
    }

    private @Nullable String byIds(List<String> ids) {
        return sent.orderedStream()
                .map(each -> each.caseOf(ids))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> messages.casesOf(ids).stream().findFirst().map(this::reference))
                .orElse(null);
    }

    private boolean isOf(String reference, Arrival arrival) {
        String address = arrival.contact().address();
        Complaint state = cases.state(reference).orElse(null);
        if (state == null) {
            return false;
        }
        String customer = arrival.contact().customer();
        if (customer != null) {
            return customer.equals(state.customer());
        }
        return address != null
                && (addresses.owns(state.customer(), state.brand(), address)
                        || messages.wrote(Objects.requireNonNull(number(reference)), address));
    }

    private String goesOnIn(String reference) {
        String last = reference;
        for (int i = 0; i < MOST_MERGES; i++) {
            String into = cases.state(last).map(Complaint::mergedInto).orElse(null);
            if (into == null) {
                return last;
            }
            last = into;
        }
        return last;
    }

    /** Whether there is such a case, of a brand that may be seen. */
    boolean isSeen(String reference, BrandScope brands) {
        return cases.state(reference)
                .filter(state -> brands.includes(state.brand()))
                .isPresent();
    }

    /** By which people name the case of this number. */
    String reference(long number) {
        return database.sql("select reference from complaint where id = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** The store's number of a case, or null when there is none. */
    @Nullable
    Long number(String reference) {
        return database.sql("select id from complaint where reference = ?")
                .param(reference)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
