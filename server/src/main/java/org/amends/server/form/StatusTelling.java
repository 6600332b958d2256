package org.amends.server.form;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.complaint.Complaint;
import org.amends.preference.Preference;
import org.amends.server.console.Texts;
import org.amends.server.customer.CustomerPreferences;
import org.amends.server.form.CaseProgress.Step;
import org.amends.server.form.StatusDesk.Open;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.Letters;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.server.relationship.PreferenceWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a customer how far their case is, in plain words. */
@Component
final class StatusTelling {

    private final Messages messages;
    private final CustomerPreferences preferences;
    private final Letters letters;
    private final Addressees addressees;
    private final JdbcClient database;
    private final InstantSource clock;

    StatusTelling(
            Messages messages,
            CustomerPreferences preferences,
            Letters letters,
            Addressees addressees,
            JdbcClient database,
            InstantSource clock) {
        this.messages = messages;
        this.preferences = preferences;
        this.letters = letters;
        this.addressees = addressees;
        this.database = database;
        this.clock = clock;
    }

    /** What a page shows besides the case. */
    record Beside(@Nullable String link, @Nullable String notice, StatusView.Draft draft) {}

    StatusView tell(Open open, Texts texts, Beside beside) {
        Complaint complaint = open.complaint();
        Addressee company = addressees.of(complaint.brand());
        CaseProgress progress = CaseProgress.of(open.kept());
        Instant now = clock.instant();
        Days days = new Days(texts, company, now);
        return new StatusView(
                open.named(),
                open.key(),
                beside.link(),
                beside.notice(),
                open.whole(),
                Arrays.stream(Step.values())
                        .map(step -> step(step, progress, days))
                        .toList(),
                next(open, progress, days),
                talk(open, days),
                open.whole()
                        ? complaint.promises().stream()
                                .map(promise -> promise(promise, days))
                                .toList()
                        : List.of(),
                open.whole() ? given(open, days) : List.of(),
                open.mayAnswer(),
                open.mayRate(),
                open.whole() ? stated(open, texts, now) : null,
                beside.draft(),
                FormTicket.at(now).text(),
                company);
    }

    /** Days as the reader's language writes them, of the company's zone. */
    private record Days(Texts texts, Addressee company, Instant now) {

        String of(Instant moment) {
            return texts.numerals().date(company.day(moment));
        }

        String text(String key, Object... namesAndValues) {
            return texts.text(key, namesAndValues);
        }
    }

    private static StatusView.Step step(Step step, CaseProgress progress, Days days) {
        Instant at = progress.at(step);
        return new StatusView.Step(
                "status.step." + step.name().toLowerCase(Locale.ROOT),
                at == null ? null : days.of(at),
                at == null ? null : at.toString(),
                step == progress.current());
    }

    private StatusView.Now next(Open open, CaseProgress progress, Days days) {
        Complaint complaint = open.complaint();
        if (!complaint.open()) {
            String outcome = complaint.outcome() == null
                    ? "upheld"
                    : complaint.outcome().name().toLowerCase(Locale.ROOT);
            return now("done", "closed", days.text("status.outcome." + outcome), days);
        }
        if (complaint.answeredAt() != null) {
            return answered(open, days);
        }
        Instant by = answerBy(open, progress, days.company());
        if (complaint.paused()) {
            return now("plain", "paused", days.text("status.now.paused.told"), days);
        }
        return days.now().isAfter(by)
                ? now("late", "late", days.text("status.now.late.told", "date", days.of(by)), days)
                : now(
                        "plain",
                        complaint.rejections() > 0 ? "again" : "working",
                        days.text("status.now.working.told", "date", days.of(by)),
                        days);
    }

    private static StatusView.Now answered(Open open, Days days) {
        Complaint complaint = open.complaint();
        boolean promised = complaint.promises().stream().anyMatch(CasePromise::open);
        if (Boolean.TRUE.equals(complaint.accepted())) {
            return now(
                    "done",
                    "accepted",
                    days.text(promised ? "status.now.accepted.promised" : "status.now.accepted.told"),
                    days);
        }
        return now(
                "plain",
                "answered",
                days.text(open.whole() ? "status.now.answered.told" : "status.now.answered.mailed"),
                days);
    }

    private static StatusView.Now now(String tone, String name, String told, Days days) {
        return new StatusView.Now(tone, days.text("status.now." + name), told);
    }

    /** The last day for the answer by the clocks of the case, where one runs. */
    private Instant answerBy(Open open, CaseProgress progress, Addressee company) {
        return database.sql("select due_at from complaint where id = ? and due_duty = 'FINAL' and due_at is not null")
                .param(open.kept().id())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElseGet(() -> progress.answerBy(company.answerDays()));
    }

    private List<StatusView.Said> talk(Open open, Days days) {
        List<Heard> heard = new ArrayList<>();
        for (KeptMessage message : messages.ofCase(open.kept().id())) {
            boolean theirs = message.direction() == KeptMessage.Direction.IN
                    && message.kind() == KeptMessage.Kind.CONTACT
                    && !message.channel().equals("public");
            if (theirs && (open.whole() || message.channel().equals("form"))) {
                heard.add(new Heard(message.at(), message(message, days)));
            }
        }
        for (KeptLetter letter : letters.of(open.kept())) {
            Instant sent = letter.way().sentAt();
            if (sent != null) {
                heard.add(new Heard(sent, letter(letter, sent, open.whole(), days)));
            }
        }
        return heard.stream()
                .sorted(Comparator.comparing(Heard::at))
                .map(Heard::said)
                .toList();
    }

    private record Heard(Instant at, StatusView.Said said) {}

    private StatusView.Said message(KeptMessage message, Days days) {
        List<String> files = messages.files(message.id()).stream()
                .filter(file -> !file.inline())
                .map(file -> file.kept() ? file.name() : days.text("status.file.refused", "name", file.name()))
                .toList();
        return new StatusView.Said(
                false,
                days.text("status.you"),
                days.of(message.at()),
                message.at().toString(),
                message.newText().strip(),
                message.language(),
                files);
    }

    private static StatusView.Said letter(KeptLetter letter, Instant sent, boolean whole, Days days) {
        Addressee company = days.company();
        return new StatusView.Said(
                true,
                company.name() == null ? days.text("status.we") : company.name(),
                days.of(sent),
                sent.toString(),
                whole ? letter.content().text().strip() : days.text("status.letter.mailed"),
                whole ? letter.content().language() : days.texts().language().code(),
                List.of());
    }

    private static StatusView.Promise promise(CasePromise promise, Days days) {
        Instant settled = promise.settledAt();
        if (settled == null) {
            boolean late = days.now().isAfter(promise.due());
            return new StatusView.Promise(
                    promise.what(),
                    late ? "bad" : "quiet",
                    days.text(late ? "status.promise.late" : "status.promise.due", "date", days.of(promise.due())));
        }
        return promise.kept()
                ? new StatusView.Promise(
                        promise.what(), "good", days.text("status.promise.kept", "date", days.of(settled)))
                : new StatusView.Promise(promise.what(), "bad", days.text("status.promise.broken"));
    }

    /** What was done, where there are words for it. */
    private static List<String> given(Open open, Days days) {
        List<String> given = new ArrayList<>();
        for (CaseEvent event : open.kept().events()) {
            if (event instanceof CaseEvent.ElementDone done && days.texts().has("status.element." + done.element())) {
                String what = days.text("status.element." + done.element());
                given.add(
                        done.amount() == null
                                ? days.text(
                                        "status.given",
                                        "what",
                                        what,
                                        "date",
                                        days.of(done.header().at()))
                                : days.text(
                                        "status.given.amount",
                                        "what",
                                        what,
                                        "amount",
                                        days.texts().numerals().money(done.amount()),
                                        "date",
                                        days.of(done.header().at())));
            }
        }
        return given;
    }

    private List<StatusView.Stated> stated(Open open, Texts texts, Instant now) {
        PreferenceWords words = new PreferenceWords(texts, now);
        List<StatusView.Stated> stated = new ArrayList<>();
        for (Preference each : preferences.book(open.kept().relationship()).holding(now)) {
            stated.add(
                    new StatusView.Stated(words.of(each.value()), each.value().text()));
        }
        return stated;
    }
}
