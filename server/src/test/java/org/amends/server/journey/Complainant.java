package org.amends.server.journey;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** A customer with a mailbox, and what they write. */
final class Complainant {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Town town;
    private final String name;
    final String address;

    Complainant(Town town, String name) {
        this.town = town;
        this.name = name;
        this.address = "customer-" + UUID.randomUUID() + "@customer.example";
    }

    /** Something that happened between them and the company before, so many days ago; more is the rest of its JSON. */
    String event(String type, double daysAgo, String more) {
        return """
                {"event_id": "%s", "customer": "%s", "time": "%s", "type": "%s"%s}""".formatted(
                        UUID.randomUUID(),
                        address,
                        town.now().minusSeconds(Math.round(daysAgo * 86_400)).truncatedTo(ChronoUnit.MILLIS),
                        type,
                        more.isEmpty() ? "" : ", " + more);
    }

    /** Tells the server what happened before. */
    void lived(List<String> events) {
        var ignored = town.send("POST", "/v1/events", "[" + String.join(",", events) + "]");
    }

    /** Buys every month for so many months, for this much. */
    List<String> purchases(int months, String amount, String currency) {
        List<String> events = new ArrayList<>();
        for (int month = months; month >= 0; month--) {
            events.add(event(
                    "purchase",
                    30.0 * month + 8,
                    "\"ref\": \"order-%d\", \"amount\": %s, \"currency\": \"%s\"".formatted(month, amount, currency)));
        }
        return events;
    }

    /** Writes a mail with a picture. Returns its Message-ID, with brackets. */
    String writes(String subject, String text) {
        return writes(subject, text, null, true, 1);
    }

    /** Answers a mail. */
    String answers(Got mail, String text) {
        String quoted = "> " + mail.text().strip().replace("\n", "\n> ");
        return writes("Re: " + mail.subject(), text + "\n\n" + quoted, mail, false, 1);
    }

    /** Writes a mail that comes so often, as mail servers do. */
    String writes(String subject, String text, Got answered, boolean picture, int times) {
        try {
            String id = "<" + UUID.randomUUID() + "@customer.example>";
            for (int i = 0; i < times; i++) {
                town.deliver(mail(id, subject, text, answered, picture));
            }
            return id;
        } catch (MessagingException | java.io.UnsupportedEncodingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private MimeMessage mail(String id, String subject, String text, Got answered, boolean picture)
            throws MessagingException, java.io.UnsupportedEncodingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(address, name, "UTF-8"));
        mail.setRecipients(MimeMessage.RecipientType.TO, answered == null ? Town.CARE : answered.replyTo());
        mail.setSubject(subject, "UTF-8");
        mail.setSentDate(Date.from(town.now()));
        if (answered != null) {
            mail.setHeader("In-Reply-To", answered.id());
            mail.setHeader("References", String.join(" ", answered.references()) + " " + answered.id());
        }
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        parts.addBodyPart(words);
        if (picture) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(PICTURE, "image/png")));
            file.setFileName("photo.png");
            parts.addBodyPart(file);
        }
        mail.setContent(parts);
        mail.saveChanges();
        return mail;
    }
}
