package org.amends.server.journey;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amends.language.mail.Mail;
import org.amends.language.mail.MailReader;

/**
 * A mail as a customer got it.
 *
 * @param id its Message-ID, with brackets
 * @param inReplyTo the id that it answers, with brackets; empty for none
 * @param references ids of its conversation, with brackets
 * @param recipients all that its reader sees
 * @param language in which it says it is
 */
record Got(
        String id,
        String inReplyTo,
        List<String> references,
        String replyTo,
        List<String> recipients,
        String language,
        String subject,
        String text) {

    private static final Pattern LINK = Pattern.compile(Pattern.quote(Town.WORLD) + "(/status/\\S+)");

    static Got of(MimeMessage message) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            if (!(MailReader.read(bytes.toByteArray()) instanceof Mail.Legible mail)) {
                throw new AssertionError("The mail cannot be read: " + bytes);
            }
            return new Got(
                    message.getMessageID(),
                    header(message, "In-Reply-To"),
                    List.of(header(message, "References").split("\\s+")),
                    header(message, "Reply-To"),
                    Stream.of(message.getAllRecipients()).map(Object::toString).toList(),
                    header(message, "Content-Language"),
                    message.getSubject(),
                    mail.text());
        } catch (MessagingException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        if (values != null && values.length > 1) {
            throw new AssertionError(name + " stands there twice: " + Arrays.toString(values));
        }
        return values == null ? "" : values[0].strip();
    }

    /** The path of the page on which the customer sees their case. */
    String link() {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("No link in: " + text);
        }
        return link.group(1);
    }
}
