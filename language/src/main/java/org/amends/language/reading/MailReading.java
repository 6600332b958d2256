package org.amends.language.reading;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.amends.language.mail.AutomaticMail;
import org.amends.language.mail.Mail;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** Reads mail: its subject and its text as a message; what no person wrote opens nothing, whatever its words are. */
public final class MailReading {

    private static final Pattern ANSWER = Pattern.compile(
            "^(?:re|aw|tr|rv|fwd?|отв|ответ|пересл)(?:\\[\\d{1,3}])?\\s?:",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private MailReading() {}

    /**
     * What a mail says.
     *
     * @param id what to call it
     * @param language the language it is said to be in; null to find out
     */
    public static Reading of(Reader reader, String id, Mail.Legible mail, @Nullable Language language) {
        OffsetDateTime date = mail.date();
        Message message = new Message(id, text(mail), language, date == null ? null : date.toLocalDate(), "email");
        Reading reading = reader.read(message);
        Optional<AutomaticMail> automatic = AutomaticMail.in(mail);
        return automatic.map(machine -> ofNobody(reading, machine)).orElse(reading);
    }

    /** The subject of an answer is that of the mail that is answered, so it is nothing that its writer says. */
    private static String text(Mail.Legible mail) {
        String subject = mail.subject();
        return subject.isEmpty() || ANSWER.matcher(subject).find() ? mail.text() : subject + "\n\n" + mail.text();
    }

    private static Reading ofNobody(Reading reading, AutomaticMail machine) {
        Labels labels = new Labels(
                kind(machine.kind()),
                false,
                Motive.NONE,
                List.of(),
                Severity.MINOR,
                0,
                false,
                null,
                SelfRelevance.LOW,
                Leaving.NO,
                null,
                false,
                false,
                false,
                false,
                List.of(),
                List.of(Labels.NONE_STATED));
        String shown = machine.shownBy();
        Judgement judgement = new Judgement(1, List.of(new Evidence(shown, 0, 0)));
        return new Reading(
                reading.id(),
                reading.language(),
                labels,
                reading.facts(),
                reading.quoted(),
                Map.of(Questions.COMPLAINT, judgement),
                Route.NOBODY);
    }

    private static MessageKind kind(AutomaticMail.Kind kind) {
        return switch (kind) {
            case BOUNCE -> MessageKind.BOUNCE;
            case DELIVERY_REPORT, FEEDBACK_REPORT -> MessageKind.DELIVERY_REPORT;
            case AUTO_REPLY -> MessageKind.AUTO_REPLY;
            case NEWSLETTER -> MessageKind.NEWSLETTER;
            case CALENDAR -> MessageKind.OTHER;
        };
    }
}
