package org.amends.language.mail;

import java.util.regex.Pattern;

/** Drops the legal notices and advertisements that mail systems put below a mail. */
final class Disclaimers {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final int LONGEST = 6000;

    private static final Pattern NOTICE = Pattern.compile(
            "(?:if you (?:are|have|were) (?:not|received|receive)|not the (?:intended|named) (?:recipient|addressee)|(?:intended|solely) (?:only )?for the"
                    + "|this (?:e-?mail|message|communication)(?: \\(?(?:and|including) (?:any|all) (?:files|attachments?).{0,40}|,.{0,60})? (?:is|are|may|contains?) (?:\\p{L}+ )?(?:confidential|privileged|legally|intended)"
                    + "|confidentiality (?:notice|note)|legal (?:notice|disclaimer)|consider(?:ing)? the environment before|(?:scanned|checked) (?:by|for) .{0,30}(?:virus|avast|malware)|virus-free"
                    + "|ce (?:message|courriel|mail|courrier).{0,80}(?:confidentiel|à l['’]attention exclusive|établi)|si vous n['’](?:êtes|etes) pas (?:le |la )?destinataire|(?:reçu|recu) .{0,40}par erreur"
                    + "|avis de confidentialité|avant d['’]imprimer|pens(?:ez|ons) à l['’]environnement"
                    + "|este (?:mensaje|correo|e-?mail).{0,100}(?:confidencial|destinatario|dirigido exclusivamente)|si (?:usted )?no es (?:usted )?el destinatario|(?:recibido|recibe) .{0,60}por error"
                    + "|aviso (?:legal|de confidencialidad)|antes de imprimir|libre de virus"
                    + "|(?:это|данное|настоящее) (?:электронное )?(?:сообщение|письмо).{0,100}(?:конфиденциальн|предназначен|адресат)|если вы не являетесь.{0,40}(?:адресат|получател)"
                    + "|(?:получили|получено) .{0,60}(?:по ошибке|ошибочно)|уведомление о конфиденциальности|перед (?:тем,? как )?(?:печатью|печатать|распечат)|проверено .{0,30}(?:антивирус|avast|на вирусы))",
            FLAGS);
    private static final Pattern OWN_WORDS = Pattern.compile(
            "\\b(?:I|I['’]m|I['’]ve|my|mine|je|j['’]\\p{L}+|mon|ma|mes|moi|yo|mi|mis|me|estoy|я|мне|меня|мой|моя|моё|мою|моего|моей|мои|refund|rembours\\p{L}*|reembolso|возврат)\\b|complain|plainte|queja|жалоб",
            FLAGS);

    private Disclaimers() {}

    static void drop(TextLines lines) {
        boolean first = true;
        int start = 0;
        while (start < lines.count()) {
            if (lines.blank(start) || lines.dropped(start)) {
                start++;
                continue;
            }
            int end = start;
            StringBuilder paragraph = new StringBuilder();
            while (end < lines.count() && !lines.blank(end) && !lines.dropped(end)) {
                if (paragraph.length() < LONGEST) {
                    paragraph.append(lines.line(end)).append(' ');
                }
                end++;
            }
            if (!first && notice(paragraph)) {
                lines.drop(start, end);
            }
            first = false;
            start = end;
        }
    }

    /** A notice speaks of nobody's own matter: "you sent my confidential data by mistake" is a complaint. */
    private static boolean notice(StringBuilder paragraph) {
        String bounded = paragraph.substring(0, Math.min(paragraph.length(), LONGEST));
        return NOTICE.matcher(bounded).find() && !OWN_WORDS.matcher(bounded).find();
    }
}
