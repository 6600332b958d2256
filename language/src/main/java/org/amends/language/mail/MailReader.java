package org.amends.language.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads mail as it comes, broken mail too.
 *
 * <p>It never throws: what is broken in a mail is said in its {@link Mail.Legible#problems() problems}, and bytes that are no
 * mail at all are kept. Formats: RFC 5322 (mail), 2045 to 2049 and 2231 (MIME), 3676 (flowed text).
 */
public final class MailReader {

    /** The longest mail that is read, in bytes; most mail servers take less. */
    public static final int MOST_BYTES = 50 * 1024 * 1024;

    private static final int MOST_ADDRESSES = 1000;
    private static final int MOST_ADDRESS_CHARACTERS = 100_000;
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,400})>");
    private static final Pattern BARE_ADDRESS = Pattern.compile("[^\\s<>,;:\"()]{1,200}@[^\\s<>,;:\"()]{1,200}");
    private static final Pattern TOKEN = Pattern.compile(
            "\\[\\s?([^\\[\\]]{0,30}?[#№:-]?\\s?\\d[\\w.-]{2,30})\\s?]|(?:#|№\\s?|\\bref[:.]\\s?)(\\d[\\w-]{3,30})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private MailReader() {}

    /** Reads the bytes of one mail, as a mail server hands them over or a {@code .eml} file holds them. */
    public static Mail read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return unreadable(
                    bytes, "It is longer than %d bytes. Maybe look at it in a mail program.".formatted(MOST_BYTES));
        }
        try {
            return parsed(bytes);
        } catch (RuntimeException fault) {
            // A fault of this reader must not lose a customer's mail.
            return unreadable(bytes, "It cannot be read (%s). Maybe look at it in a mail program.".formatted(fault));
        }
    }

    /**
     * The parts of a mail that are not in its text, with their bytes, in the order of {@link Mail.Legible#attachments()}; none
     * for what cannot be read.
     */
    public static List<MailFile> files(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return List.of();
        }
        List<MailFile> files = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        byte[] mail = withLineFeeds(bytes);
        new PartWalk(problems, files).walk(Part.of(mail, start(mail), mail.length, problems), 0, "text/plain");
        return List.copyOf(files);
    }

    private static Mail.Illegible unreadable(byte[] bytes, String why) {
        return new Mail.Illegible(bytes, why);
    }

    private static Mail parsed(byte[] bytes) {
        List<String> problems = new ArrayList<>();
        byte[] mail = withLineFeeds(bytes);
        Part root = Part.of(mail, start(mail), mail.length, problems);
        MailHeaders headers = root.headers();
        if (headers.isEmpty()) {
            return unreadable(bytes, "It has no headers, so it is no mail. Maybe it is another kind of file.");
        }
        PartWalk walk = new PartWalk(problems);
        walk.walk(root, 0, "text/plain");
        HeaderValue type = root.type("text/plain");
        String reportType = type.parameter("report-type");
        MailStructure structure = new MailStructure(
                type.first(),
                reportType == null ? "" : reportType.toLowerCase(Locale.ROOT),
                walk.types,
                walk.report.toString());
        return readable(headers, walk, structure, problems);
    }

    private static Mail.Legible readable(
            MailHeaders headers, PartWalk walk, MailStructure structure, List<String> problems) {
        List<String> references = ids(headers.allRaw("References"));
        String messageId =
                ids(headers.allRaw("Message-ID")).stream().findFirst().orElse(null);
        String inReplyTo =
                ids(headers.allRaw("In-Reply-To")).stream().findFirst().orElse(null);
        String subject = headers.first("Subject");
        List<MailAddress> to = new ArrayList<>(addresses(headers, "To", problems));
        to.addAll(addresses(headers, "Cc", problems));
        String language = headers.first("Content-Language");
        return new Mail.Legible(
                messageId,
                inReplyTo,
                references,
                threadKey(references, inReplyTo, subject, messageId),
                addresses(headers, "From", problems),
                to,
                date(headers, problems),
                subject,
                walk.text(),
                walk.attachments,
                language.isEmpty() ? null : language,
                headers,
                structure,
                problems);
    }

    private static @Nullable String threadKey(
            List<String> references, @Nullable String inReplyTo, String subject, @Nullable String messageId) {
        if (!references.isEmpty()) {
            return references.getFirst();
        }
        if (inReplyTo != null) {
            return inReplyTo;
        }
        Matcher token = TOKEN.matcher(subject);
        if (token.find()) {
            return (token.group(1) == null ? token.group(2) : token.group(1)).strip();
        }
        return messageId;
    }

    private static List<String> ids(List<String> values) {
        List<String> ids = new ArrayList<>();
        for (String value : values) {
            Matcher id = ID.matcher(value);
            while (id.find() && ids.size() < MOST_ADDRESSES) {
                ids.add(id.group(1));
            }
        }
        return ids;
    }

    private static @Nullable OffsetDateTime date(MailHeaders headers, List<String> problems) {
        String written = headers.first("Date");
        OffsetDateTime date = MailDates.read(written);
        if (date != null) {
            return date;
        }
        String received = headers.first("Received");
        OffsetDateTime arrived = MailDates.read(received.substring(received.lastIndexOf(';') + 1));
        problems.add("\"%s\" is no date: %s"
                .formatted(
                        written.substring(0, Math.min(60, written.length())),
                        arrived == null ? "the mail has none." : "the one on which the mail arrived is taken."));
        return arrived;
    }

    private static List<MailAddress> addresses(MailHeaders headers, String name, List<String> problems) {
        List<MailAddress> addresses = new ArrayList<>();
        for (String raw : headers.allRaw(name)) {
            String value = raw.substring(0, Math.min(raw.length(), MOST_ADDRESS_CHARACTERS));
            addresses.addAll(addresses(value, headers.charsetOfBody(), name, problems));
        }
        return addresses.subList(0, Math.min(addresses.size(), MOST_ADDRESSES));
    }

    private static List<MailAddress> addresses(
            String value, @Nullable String charset, String name, List<String> problems) {
        List<MailAddress> addresses = new ArrayList<>();
        try {
            for (InternetAddress one : InternetAddress.parseHeader(value, false)) {
                String person = one.getPersonal();
                addresses.add(new MailAddress(
                        person == null ? "" : HeaderText.decode(person, charset),
                        one.getAddress() == null ? "" : HeaderText.decode(one.getAddress(), charset)));
            }
        } catch (AddressException | RuntimeException broken) {
            addresses.clear();
            problems.add(
                    "The header %s holds no sound addresses: those that can be found in it are taken.".formatted(name));
            Matcher address = BARE_ADDRESS.matcher(value);
            while (address.find() && addresses.size() < MOST_ADDRESSES) {
                addresses.add(new MailAddress("", address.group()));
            }
        }
        return addresses;
    }

    /** Skips empty lines and the line that mailbox files put before each mail. */
    private static int start(byte[] mail) {
        int start = 0;
        while (start < mail.length && (mail[start] == '\n' || mail[start] == '\r')) {
            start++;
        }
        boolean mailbox = mail.length - start > 5
                && mail[start] == 'F'
                && mail[start + 1] == 'r'
                && mail[start + 2] == 'o'
                && mail[start + 3] == 'm'
                && mail[start + 4] == ' ';
        return mailbox ? Part.nextLine(mail, start, mail.length) : start;
    }

    /** Files from old systems have carriage returns alone between lines. */
    private static byte[] withLineFeeds(byte[] bytes) {
        boolean carriageReturn = false;
        for (byte one : bytes) {
            if (one == '\n') {
                return bytes;
            }
            carriageReturn |= one == '\r';
        }
        if (!carriageReturn) {
            return bytes;
        }
        byte[] lines = bytes.clone();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
        }
        return lines;
    }
}
