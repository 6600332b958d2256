package org.amends.language.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words with which mail systems and absent people's programs write, in the four languages. */
final class MachineWords {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MOST_LINES = 80;
    private static final int LONGEST_LINE = 400;

    private static final Pattern MAIL_SYSTEM = Pattern.compile(
            "(?:^|<|\\b)(?:mailer-?daemon|mail-?daemon|mail_daemon|mdaemon|post_?master|mailerdaemon|mmdf|microsoftexchange[0-9a-f]{20,40})(?:@|>|\\s|\"|$)",
            FLAGS);
    private static final Pattern NOBODY = Pattern.compile(
            "(?:^|<)(?:no|do-?not|ne-?pas|donot)[._-]?re(?:ply|pondre|sponder)|^<?>?$|@sns\\.amazonaws\\.com", FLAGS);

    /** Only at the beginning and only as programs write it: "Out of office hours nobody answers" is a customer's. */
    private static final Pattern ANSWER = Pattern.compile(
            "^(?:re:\\s{0,3}|\\[[^\\]]{1,40}\\]\\s{0,3})?(?:"
                    + "auto(?:matic|matische|mated)?[\\s-]?(?:reply|response|respon[sd]\\w{0,3})\\s?[:?]"
                    + "|automatic reply$|auto(?:reply|response)\\s?:"
                    + "|out of (?:the )?office(?:\\s?:|$|\\s(?:re\\b|reply|auto|autoreply|notification|message))"
                    + "|(?:i am|i'm) (?:currently )?(?:away|out of (?:the )?office)|away from (?:the|my) office"
                    + "|vacation (?:reply|response|notice)|on (?:annual |sick |maternity )?leave\\s?(?::|until|$)"
                    + "|r[ée]ponse automatique\\s?(?::|$)|absence du bureau|absente? du bureau|message d.absence|en cong[ée]s? (?:jusqu|du \\d)"
                    + "|respuesta autom[áa]tica\\s?(?::|$)|fuera de (?:la )?oficina(?:\\s?:|$)|ausente? (?:de la|hasta)|aviso de ausencia"
                    + "|авто(?:матический\\s)?-?ответ(?:чик)?\\s?(?::|$)|автоматический ответ|вне офиса(?:\\s?:|$)|(?:я )?в отпуске (?:до|с \\d)"
                    + "|нет на рабочем месте|отсутствую (?:на|в|до))",
            FLAGS);

    private static final Pattern RETURN_SUBJECT = Pattern.compile(
            "^(?:fwd?: |re: )?(?:undeliver(?:able|ed)|returned? mail|returned message|delivery (?:failure|has failed|failed|status|problem|error)"
                    + "|mail (?:delivery|system|could not|failure|error|undeliverable)|failure notice|failed mail|failed delivery"
                    + "|message (?:undeliverable|delivery failure|could not|you sent blocked)|warning: could not send|non[- ]?remis|non distribuable"
                    + "|[ée]chec de (?:la )?(?:remise|distribution)|message non (?:remis|distribu)|no se (?:puede|ha podido|pudo) entregar"
                    + "|(?:correo|mensaje) (?:devuelto|no entregado)|error (?:de|en la) entrega|недоставлен|ваше сообщение не доставлен"
                    + "|не удается доставить|сообщение не доставлено|ошибка доставки|возврат(?:\\s|$).{0,20}(?:письм|почт|сообщ)|unzustellbar)",
            FLAGS);

    private static final Pattern RETURN_LINE = Pattern.compile(
            "(?:"
                    + "could not be delivered|(?:was|were|is) (?:not|unable to be) delivered|unable to deliver|undeliverable|wasn't able to deliver"
                    + "|delivery to the following|delivery has failed|failed to deliver|permanent (?:fatal )?error|transcript of session"
                    + "|this (?:is|message was) (?:the mail system|created automatically by mail)|was rejected by|recipients? (?:was|were) rejected"
                    + "|(?:user|mailbox|recipient|account) (?:is )?(?:unknown|unavailable|full|not found|disabled|over quota|does not exist)"
                    + "|below is (?:a copy of )?the|\"(?:notificationType|eventType)\"\\s*:|bounceType|are not (?:a )?member of this mailing list|are not member|loop alert|duplicated message-id"
                    + "|no longer (?:accepts|in use)|mailbox is full|(?:error|message)[- ]?code|host .{1,80} said|\\b(?:smtp|esmtp)\\b.{0,80}\\b[45]\\d\\d\\b|\\b5\\d\\d[ -]5\\.\\d\\.\\d"
                    + "|n'a pas pu être (?:remis|distribu|délivr)|n'ont pas pu être|no se (?:pudo|ha podido) entregar|не может быть доставлено|не удалось доставить"
                    + "|не было доставлено)",
            FLAGS);

    private static final Pattern LATE = Pattern.compile(
            "(?:delay|still trying|retry|retard|demora|задерж|warning: |not yet|will continue|\\brelayed\\b|delivered\\b|read:|success)",
            FLAGS);
    private static final Pattern SPAM_REPORT = Pattern.compile(
            "^(?:complaint about message from|\\[?abuse\\]? report|email feedback report|fw: \\[spam\\])", FLAGS);

    /** What mail systems write letter by letter, so that a person who writes so passes it on. */
    private static final Pattern NO_PERSON = Pattern.compile(
            "^(?:fwd?: |re: |tr: |rv: )?(?:you \\S{1,200} are not member|loop alert: duplicated|returned mail: see transcript"
                    + "|undelivered mail returned to sender|mail delivery failed: returning message"
                    + "|delivery status notification \\((?:failure|delay)\\))",
            FLAGS);

    private MachineWords() {}

    static boolean wordsOfNoPerson(String subject) {
        return NO_PERSON.matcher(subject).find();
    }

    /** Whether an address is that of a mail system itself. */
    static boolean mailSystem(String address) {
        return MAIL_SYSTEM.matcher(address).find();
    }

    /** Whether an address says that nobody reads what is sent to it. */
    static boolean writesForNobody(String address) {
        return mailSystem(address) || NOBODY.matcher(address.strip()).find();
    }

    static boolean answersByItself(String subject) {
        return ANSWER.matcher(subject).find();
    }

    static boolean reportsSpam(String subject) {
        return SPAM_REPORT.matcher(subject.toLowerCase(Locale.ROOT)).find();
    }

    static boolean saysLate(String subject) {
        return LATE.matcher(subject).find();
    }

    /** The subject if it says that mail came back, else null. */
    static @Nullable String subjectOfReturn(String subject) {
        return RETURN_SUBJECT.matcher(subject).find() ? subject : null;
    }

    /** The first line that says that mail came back; null if none does. */
    static @Nullable String lineOfReturn(String text) {
        return text.lines()
                .limit(MOST_LINES)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .filter(line -> {
                    Matcher returned = RETURN_LINE.matcher(line);
                    return returned.find();
                })
                .findFirst()
                .orElse(null);
    }
}
