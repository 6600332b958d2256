package org.amends.server.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amends.complaint.CaseHeader;
import org.amends.language.mail.AutomaticMail;
import org.amends.language.mail.Mail;
import org.amends.language.mail.MailAddress;
import org.amends.language.mail.MailReader;
import org.amends.language.mail.NewText;
import org.amends.language.reading.MailReading;
import org.amends.language.reading.Reading;
import org.amends.language.text.Language;
import org.amends.server.intake.Arrival;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Intake;
import org.amends.server.intake.LoadedReader;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.SentFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads kept mails, so that they can be taken in. Safe for use by several threads. */
@Component
final class MailArrivals {

    /** Put into every mail that a program of ours sends, and looked for in every mail that comes. */
    static final String LOOP_HEADER = "X-Loop";

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final int MOST_RETURNED = 20;
    private static final int MOST_RECIPIENTS = 200;
    private static final Pattern MESSAGE_ID =
            Pattern.compile("^message-id:\\s*<([^<>\\s]{1,400})>", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final LoadedReader reader;
    private final MailboxSettings settings;

    MailArrivals(LoadedReader reader, MailboxSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** What came of reading a mail. */
    sealed interface Read {

        /** It can be taken in. */
        record Legible(Arrival arrival) implements Read {}

        /** A person looks at it. */
        record Illegible(String why) implements Read {}
    }

    /** Reads a mail. */
    Read read(RawMails.Waiting raw) {
        return switch (MailReader.read(raw.bytes())) {
            case Mail.Illegible broken -> new Read.Illegible(broken.why());
            case Mail.Legible mail -> new Read.Legible(arrival(raw, mail));
        };
    }

    private Arrival arrival(RawMails.Waiting raw, Mail.Legible mail) {
        Optional<MailboxSettings.Box> box = settings.in().stream()
                .filter(each -> each.name().equals(raw.mailbox()))
                .findFirst();
        Language language =
                box.map(MailboxSettings.Box::language).flatMap(Language::of).orElse(null);
        Reading reading = MailReading.of(reader.reader(), raw.id().toString(), mail, language);
        MailAddress from = sender(mail);
        AutomaticMail machine = AutomaticMail.in(mail).orElse(null);
        return new Arrival(
                raw.id(),
                contact(raw, mail, from),
                raw.receivedAt(),
                new KeptMessage.Headers(mail.messageId(), mail.inReplyTo(), mail.references()),
                mail.to().stream()
                        .map(MailAddress::address)
                        .limit(MOST_RECIPIENTS)
                        .toList(),
                aside(mail, from, machine),
                machine != null && machine.kind() == AutomaticMail.Kind.BOUNCE
                        ? returned(raw.bytes(), mail)
                        : List.of(),
                raw.mailbox(),
                NewText.of(mail.text()),
                reading,
                digest(raw, mail, from));
    }

    private static Contact contact(RawMails.Waiting raw, Mail.Legible mail, @Nullable MailAddress from) {
        Instant written = mail.date() == null ? raw.receivedAt() : mail.date().toInstant();
        boolean believed = !written.isAfter(raw.receivedAt().plus(CLOCKS_DIFFER));
        return new Contact(
                "email",
                raw.brand(),
                CaseHeader.CUSTOMER,
                null,
                from == null ? null : from.address(),
                from == null ? "" : from.name(),
                null,
                mail.subject(),
                mail.text(),
                believed ? written : raw.receivedAt(),
                null,
                null,
                false,
                null,
                files(raw.bytes(), mail),
                null);
    }

    private static List<SentFile> files(byte[] bytes, Mail.Legible mail) {
        return mail.attachments().isEmpty()
                ? List.of()
                : MailReader.files(bytes).stream()
                        .map(file -> new SentFile(file.name(), file.type(), file.inline(), file.bytes()))
                        .toList();
    }

    /** Who wrote it: the first address that can be one. */
    private static @Nullable MailAddress sender(Mail.Legible mail) {
        return mail.from().stream()
                .filter(each -> each.address().indexOf('@') > 0)
                .findFirst()
                .orElse(null);
    }

    /** What goes round between programs, and what nobody could answer, opens nothing by itself. */
    private Arrival.@Nullable Aside aside(
            Mail.Legible mail, @Nullable MailAddress from, @Nullable AutomaticMail machine) {
        if (machine != null) {
            return new Arrival.Aside(KeptMessage.Standing.NOBODY, machine.shownBy());
        }
        if (mail.headers().has(LOOP_HEADER) && ours(mail.headers().first(LOOP_HEADER))) {
            return new Arrival.Aside(KeptMessage.Standing.NOBODY, "loop");
        }
        if (from == null) {
            return new Arrival.Aside(KeptMessage.Standing.HELD, "no_sender");
        }
        return ours(from.address()) ? new Arrival.Aside(KeptMessage.Standing.HELD, "from_ourselves") : null;
    }

    private boolean ours(String address) {
        String bare = withoutPlus(address);
        return settings.in().stream()
                .flatMap(box -> Stream.concat(box.addresses().stream(), Stream.of(box.user())))
                .anyMatch(own -> own.indexOf('@') > 0 && withoutPlus(own).equals(bare));
    }

    private static String withoutPlus(String address) {
        return address.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*(?=@)", "");
    }

    /** The ids of the mails that a report is about: those it answers, and those of the mails within it. */
    private static List<String> returned(byte[] bytes, Mail.Legible mail) {
        Set<String> ids = new java.util.LinkedHashSet<>();
        Matcher id = MESSAGE_ID.matcher(new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n ", " "));
        while (id.find() && ids.size() < MOST_RETURNED) {
            ids.add(id.group(1));
        }
        if (mail.inReplyTo() != null) {
            ids.add(mail.inReplyTo());
        }
        List<String> all = new ArrayList<>(ids);
        all.remove(mail.messageId());
        return all;
    }

    /**
     * The same mail may come by two ways with other headers on the way. An id of its own is not enough: some programs give
     * every mail the same.
     */
    private static byte[] digest(RawMails.Waiting raw, Mail.Legible mail, @Nullable MailAddress from) {
        String id = mail.messageId();
        if (id == null) {
            return Intake.digest("mail", raw.brand(), HexFormat.of().formatHex(Intake.sha256(raw.bytes())));
        }
        return Intake.digest(
                "mail", raw.brand(), id, from == null ? "" : from.address(), mail.subject(), words(mail.text()));
    }

    /** Lists and gateways break lines anew. */
    private static String words(String text) {
        return Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
