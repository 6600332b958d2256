package org.amends.language.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticMailTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | AUTO_REPLY",
                "Auto-Submitted: auto-generated; owner=x | AUTO_REPLY",
                "X-Autoreply: yes | AUTO_REPLY",
                "X-Autorespond: away | AUTO_REPLY",
                "Precedence: auto_reply | AUTO_REPLY",
                "Subject: Automatic reply: Your order | AUTO_REPLY",
                "Subject: Out of Office: Your order | AUTO_REPLY",
                "Subject: Réponse automatique : Votre commande | AUTO_REPLY",
                "Subject: Absence du bureau | AUTO_REPLY",
                "Subject: Respuesta automática: Su pedido | AUTO_REPLY",
                "Subject: Fuera de la oficina | AUTO_REPLY",
                "Subject: Автоматический ответ: Ваш заказ | AUTO_REPLY",
                "Subject: Автоответ: Ваш заказ | AUTO_REPLY",
                "X-Failed-Recipients: a@b.example | BOUNCE",
                "From: Mail Delivery System <MAILER-DAEMON@mx.example> | BOUNCE",
                "List-Unsubscribe: <https://news.example/off> | NEWSLETTER",
                "List-Id: News of the shop <news.shop.example> | NEWSLETTER",
                "Precedence: bulk | NEWSLETTER",
                "Content-Type: text/calendar; method=REQUEST | CALENDAR",
                "Content-Type: multipart/report; report-type=disposition-notification; boundary=b | DELIVERY_REPORT",
                "Content-Type: multipart/report; report-type=feedback-report; boundary=b | FEEDBACK_REPORT"
            })
    void aHeaderShowsThatNoPersonWroteIt(String header, AutomaticMail.Kind kind) {
        assertThat(AutomaticMail.in(mail(header, "Hello")))
                .map(AutomaticMail::kind)
                .contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Subject: Out of office hours nobody answers",
                "Subject: Automatic replies drive me mad",
                "Subject: Re: Your automatic reply of 3 May",
                "Subject: Undelivered parcel, third complaint",
                "Subject: Delivery failure again",
                "Subject: Réponse automatique reçue trois fois",
                "X-Auto-Response-Suppress: DR, OOF",
                "Precedence: first-class",
                "Return-Path: <ann@home.example>"
            })
    void aCustomerWhoWritesAboutMachinesIsHeard(String header) {
        String text = "My parcel could not be delivered, and your robot answered twice. I want my money back.";

        assertThat(AutomaticMail.in(mail("From: Ann <ann@home.example>\n" + header, text)))
                .isEmpty();
    }

    @Test
    void aCustomersMailThatCameThroughTheCompanysOwnGroupIsNoNewsletter() {
        String headers = "From: Ann <ann@home.example>\nTo: care@lumen.example\nPrecedence: list\n"
                + "List-ID: <care.lumen.example>\nList-Unsubscribe: <mailto:care+off@lumen.example>";

        assertThat(AutomaticMail.in(mail(headers, "My lamp is broken."))).isEmpty();
    }

    @Test
    void aReportOfDelayOrSuccessIsNoBounce() {
        assertThat(AutomaticMail.in(report("delayed")))
                .contains(new AutomaticMail(AutomaticMail.Kind.DELIVERY_REPORT, "Action: delayed"));
        assertThat(AutomaticMail.in(report("failed")))
                .contains(new AutomaticMail(AutomaticMail.Kind.BOUNCE, "Action: failed"));
    }

    private static Mail.Legible report(String action) {
        return mail("Content-Type: multipart/report; report-type=delivery-status; boundary=b", """
                --b
                Content-Type: text/plain

                About your mail
                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; a@b.example
                Action: %s
                Status: 4.4.1
                --b--
                """.formatted(action));
    }

    private static Mail.Legible mail(String headers, String text) {
        return (Mail.Legible) MailReader.read((headers + "\n\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
