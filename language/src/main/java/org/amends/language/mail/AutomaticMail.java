package org.amends.language.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that no person wrote, by its headers and its structure (RFC 3464 and 6522 for reports, 5965 for feedback, 3834 for
 * automatic answers, 2919 and 2369 for lists).
 *
 * <p>It speaks only where the mail itself says so: a mail taken for a machine's is not read by anybody, and that must not
 * happen to a customer.
 *
 * @param kind what kind of mail it is
 * @param shownBy the header or the line that shows it
 */
public record AutomaticMail(Kind kind, String shownBy) {

    /** What kinds of mail no person writes. */
    public enum Kind {
        /** A mail could not be delivered and came back. */
        BOUNCE,
        /** Word of how a delivery goes, or that a mail was opened. */
        DELIVERY_REPORT,
        /** A provider's word that somebody called our mail spam. */
        FEEDBACK_REPORT,
        /** Out of office, "we got your mail", and other answers and notices that a machine writes. */
        AUTO_REPLY,
        /** Mail to many. */
        NEWSLETTER,
        /** An invitation, or an answer to one. */
        CALENDAR
    }

    private static final int LONGEST_EVIDENCE = 160;

    private static final List<Function<Mail.Legible, @Nullable AutomaticMail>> SIGNS = List.of(
            AutomaticMail::calendar,
            AutomaticMail::report,
            AutomaticMail::answer,
            AutomaticMail::returned,
            AutomaticMail::bulk);

    /** What the mail is if no person wrote it; empty if a person may have. */
    public static Optional<AutomaticMail> in(Mail.Legible mail) {
        return SIGNS.stream()
                .map(sign -> sign.apply(mail))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static AutomaticMail shown(Kind kind, String name, String value) {
        String evidence = name + ": " + value.strip();
        return new AutomaticMail(
                kind, evidence.length() > LONGEST_EVIDENCE ? evidence.substring(0, LONGEST_EVIDENCE) + "…" : evidence);
    }

    private static @Nullable AutomaticMail calendar(Mail.Legible mail) {
        String type = mail.headers().first("Content-Type");
        String rest = type.toLowerCase(Locale.ROOT);
        boolean invites =
                rest.startsWith("text/calendar") || rest.contains("method=request") || rest.contains("method=reply");
        return invites ? shown(Kind.CALENDAR, "Content-Type", type) : null;
    }

    private static @Nullable AutomaticMail report(Mail.Legible mail) {
        MailStructure structure = mail.structure();
        List<String> types = structure.partTypes();
        String reports = structure.reportType();
        if (reports.equals("feedback-report") || types.contains("message/feedback-report")) {
            return shown(Kind.FEEDBACK_REPORT, "Content-Type", "message/feedback-report");
        }
        if (reports.contains("disposition-notification") || types.contains("message/disposition-notification")) {
            return shown(Kind.DELIVERY_REPORT, "Content-Type", "message/disposition-notification");
        }
        boolean status = types.contains("message/delivery-status")
                || types.contains("message/global-delivery-status")
                || types.contains("message/xdelivery-status");
        if (status || structure.type().equals("multipart/report")) {
            return delivery(mail);
        }
        return null;
    }

    /** A report of delivery is a bounce unless each recipient it names got the mail or still may get it. */
    private static AutomaticMail delivery(Mail.Legible mail) {
        List<String> actions = mail.structure()
                .report()
                .lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("action:"))
                .map(line -> line.substring("action:".length()).strip())
                .toList();
        boolean allWell = !actions.isEmpty() && actions.stream().noneMatch(action -> action.startsWith("fail"));
        return allWell
                ? shown(Kind.DELIVERY_REPORT, "Action", actions.getFirst())
                : shown(
                        Kind.BOUNCE,
                        actions.isEmpty() ? "Content-Type" : "Action",
                        actions.isEmpty() ? mail.structure().type() : "failed");
    }

    private static @Nullable AutomaticMail answer(Mail.Legible mail) {
        MailHeaders headers = mail.headers();
        boolean bounce = machine(mail) != null || headers.has("X-Failed-Recipients");
        if (bounce) {
            return null;
        }
        String submitted = headers.first("Auto-Submitted");
        boolean byMachine = submitted.toLowerCase(Locale.ROOT).startsWith("auto-");
        if (byMachine && !headers.has("List-Unsubscribe")) {
            return shown(Kind.AUTO_REPLY, "Auto-Submitted", submitted);
        }
        Optional<AutomaticMail> said = Stream.of(
                        "X-Autoreply",
                        "X-Autorespond",
                        "X-Autoresponder",
                        "X-Autoreply-From",
                        "X-Mail-Autoreply",
                        "X-AutoReply")
                .filter(headers::has)
                .filter(name -> !headers.first(name).equalsIgnoreCase("no"))
                .map(name -> shown(Kind.AUTO_REPLY, name, headers.first(name)))
                .findFirst();
        return said.orElseGet(() -> answerBySubject(mail));
    }

    private static @Nullable AutomaticMail answerBySubject(Mail.Legible mail) {
        MailHeaders headers = mail.headers();
        String precedence = headers.first("Precedence").toLowerCase(Locale.ROOT);
        if (precedence.replace('-', '_').equals("auto_reply")) {
            return shown(Kind.AUTO_REPLY, "Precedence", precedence);
        }
        if (headers.first("X-Apple-Action").equals("VACATION")) {
            return shown(Kind.AUTO_REPLY, "X-Apple-Action", "VACATION");
        }
        if (MachineWords.answersByItself(mail.subject())) {
            return shown(Kind.AUTO_REPLY, "Subject", mail.subject());
        }
        String suppressed = headers.first("X-Auto-Response-Suppress");
        boolean all = suppressed.toLowerCase(Locale.ROOT).contains("all") || suppressed.contains("OOF");
        boolean fromNobody = nullPath(headers) || MachineWords.writesForNobody(sender(mail));
        return all && fromNobody ? shown(Kind.AUTO_REPLY, "X-Auto-Response-Suppress", suppressed) : null;
    }

    private static @Nullable AutomaticMail returned(Mail.Legible mail) {
        MailHeaders headers = mail.headers();
        if (headers.has("X-Failed-Recipients")) {
            return shown(Kind.BOUNCE, "X-Failed-Recipients", headers.first("X-Failed-Recipients"));
        }
        if (MachineWords.reportsSpam(mail.subject())
                && mail.structure().partTypes().contains("message/rfc822")) {
            return shown(Kind.FEEDBACK_REPORT, "Subject", mail.subject());
        }
        String subject = MachineWords.subjectOfReturn(mail.subject());
        String line = MachineWords.lineOfReturn(mail.text());
        String machine = machine(mail);
        if (machine != null) {
            boolean late = MachineWords.saysLate(mail.subject()) && subject == null;
            return shown(late ? Kind.DELIVERY_REPORT : Kind.BOUNCE, "From", machine);
        }
        boolean nobody = MachineWords.writesForNobody(sender(mail)) || nullPath(headers);
        if (line != null && (nobody || MachineWords.wordsOfNoPerson(mail.subject()))) {
            return shown(Kind.BOUNCE, "Line", line);
        }
        return subject != null && nobody ? shown(Kind.BOUNCE, "Subject", subject) : null;
    }

    private static @Nullable AutomaticMail bulk(Mail.Legible mail) {
        MailHeaders headers = mail.headers();
        if (toTheListItself(mail)) {
            return null;
        }
        for (String name : List.of("List-Unsubscribe", "X-Campaign", "X-CampaignID")) {
            if (headers.has(name)) {
                return shown(Kind.NEWSLETTER, name, headers.first(name));
            }
        }
        String list = headers.first("List-Id");
        if (list.indexOf('<') >= 0) {
            return shown(Kind.NEWSLETTER, "List-Id", list);
        }
        String precedence = headers.first("Precedence").toLowerCase(Locale.ROOT);
        return List.of("bulk", "junk", "list").contains(precedence)
                ? shown(Kind.NEWSLETTER, "Precedence", precedence)
                : null;
    }

    /**
     * Whether the mail was written to the list. Many companies have their support address as a group, which marks each
     * customer's mail as one of a list; a newsletter is addressed to who gets it.
     */
    private static boolean toTheListItself(Mail.Legible mail) {
        String id = mail.headers().first("List-Id").toLowerCase(Locale.ROOT);
        String post = mail.headers().first("List-Post").toLowerCase(Locale.ROOT);
        return mail.to().stream()
                .map(to -> to.address().toLowerCase(Locale.ROOT))
                .filter(address -> address.indexOf('@') > 0)
                .anyMatch(address -> id.contains("<" + address.replace('@', '.') + ">") || post.contains(address));
    }

    /** The address of a mail system; null if the mail is from somebody else. */
    private static @Nullable String machine(Mail.Legible mail) {
        String from = sender(mail);
        if (MachineWords.mailSystem(from)) {
            return from;
        }
        String path = mail.headers().first("Return-Path");
        return from.isEmpty() && MachineWords.mailSystem(path) ? path : null;
    }

    private static String sender(Mail.Legible mail) {
        String header = mail.headers().first("From");
        return mail.from().isEmpty() || mail.from().getFirst().address().isEmpty()
                ? header
                : mail.from().getFirst().address();
    }

    private static boolean nullPath(MailHeaders headers) {
        String path = headers.first("Return-Path").replace(" ", "");
        return path.equals("<>");
    }
}
