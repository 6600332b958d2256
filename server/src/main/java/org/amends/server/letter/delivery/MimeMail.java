package org.amends.server.letter.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** A mail in the form in which mail servers take it. */
final class MimeMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private MimeMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", bracketed(id));
    }

    /** The mail with headers and parts. */
    static MimeMessage of(Session session, OutgoingMail mail) throws MessagingException {
        MimeMail made = new MimeMail(session, mail.id());
        made.setFrom(named(mail.from()));
        String replyTo = mail.from().replyTo();
        if (replyTo != null) {
            made.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo)});
        }
        made.setRecipients(Message.RecipientType.TO, addresses(mail.to()));
        made.setRecipients(Message.RecipientType.CC, addresses(mail.copies()));
        made.setSubject(mail.subject(), UTF_8);
        made.setSentDate(Date.from(mail.date()));
        made.setHeader("Content-Language", mail.language());
        String answered = mail.inReplyTo();
        if (answered != null) {
            made.setHeader("In-Reply-To", bracketed(answered));
        }
        if (!mail.references().isEmpty()) {
            String all = mail.references().stream().map(MimeMail::bracketed).collect(Collectors.joining(" "));
            made.setHeader("References", MimeUtility.fold("References: ".length(), all));
        }
        if (mail.automatic()) {
            // RFC 3834: what no person wrote says so, and is answered by no machine.
            made.setHeader("Auto-Submitted", answered == null ? "auto-generated" : "auto-replied");
            made.setHeader("X-Auto-Response-Suppress", "All");
        }
        made.setContent(parts(mail));
        made.saveChanges();
        return made;
    }

    private static MimeMultipart parts(OutgoingMail mail) throws MessagingException {
        MimeMultipart bodies = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        bodies.addBodyPart(text);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        bodies.addBodyPart(html);
        if (mail.files().isEmpty()) {
            return bodies;
        }
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(bodies);
        all.addBodyPart(both);
        for (OutgoingMail.File file : mail.files()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.type())));
            try {
                part.setFileName(MimeUtility.encodeText(file.name(), UTF_8, null));
            } catch (UnsupportedEncodingException impossible) {
                throw new IllegalStateException(impossible);
            }
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    private static InternetAddress named(OutgoingMail.Sender sender) throws MessagingException {
        try {
            return sender.name().isBlank()
                    ? new InternetAddress(sender.address())
                    : new InternetAddress(sender.address(), sender.name(), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InternetAddress[] addresses(List<String> addresses) throws MessagingException {
        InternetAddress[] all = new InternetAddress[addresses.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new InternetAddress(addresses.get(i), true);
        }
        return all;
    }

    static String bracketed(String id) {
        return "<" + id + ">";
    }
}
