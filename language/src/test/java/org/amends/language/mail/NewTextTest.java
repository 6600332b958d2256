package org.amends.language.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is new in a message, in the forms of many mail programs. Each message is its new lines, a line "====", and the rest. */
class NewTextTest {

    private static final String BREAK = "====\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My lamp is broken.\n====\nOn Mon, 3 May 2027 at 10:12, Lumen Care <care@lumen.example> wrote:\n\n> Dear customer\n> How is it?\n",
                "My lamp is broken.\n====\nOn 3 May 2027, at 10:12, Lumen Care\n<care@lumen.example>\nwrote:\n\nHow is your lamp?\nYours, Lumen\n",
                "My lamp is broken.\n====\nOn Mon, 3 May 2027 at 10:12 Lumen Care wrote:\n\nHow is your lamp?\n",
                "My lamp is broken.\n====\n-----Original Message-----\nFrom: Lumen\nSubject: Your lamp\n\nHow is it?\n",
                "My lamp is broken.\n====\n________________________________\nFrom: Lumen Care <care@lumen.example>\nSent: Monday, May 3, 2027 10:12\nTo: Ann\nSubject: Your lamp\n\nHow is it?\n",
                "My lamp is broken.\n====\n  *From:* Lumen Care [mailto:care@lumen.example]\n  *Sent:* Monday, May 3, 2027\n  *To:* ann@home.example\n",
                "FYI, see below.\n====\n---------- Forwarded message ---------\nFrom: Lumen Care <care@lumen.example>\nDate: Mon, 3 May 2027\nSubject: Your lamp\n\nHow is it?\n",
                "Ma lampe est cassée.\n====\nLe lun. 3 mai 2027 à 10:12, Lumen <care@lumen.example> a écrit :\n\n> Bonjour\n",
                "Ma lampe est cassée.\n====\nDe : Lumen [mailto:care@lumen.example]\nEnvoyé : lundi 3 mai 2027 10:12\nÀ : Anne\nObjet : Votre lampe\n\nBonjour\n",
                "Ma lampe est cassée.\n====\n-------- Message d'origine --------\nDe : Lumen\n\nBonjour\n",
                "Ma lampe est cassée.\n====\nDébut du message réexpédié :\n\nDe: Lumen\nBonjour\n",
                "Mi lámpara está rota.\n====\nEl lun, 3 may 2027 a las 10:12, Lumen (<care@lumen.example>) escribió:\n\n> Hola\n",
                "Mi lámpara está rota.\n====\nDe: Lumen <care@lumen.example>\nEnviado el: lunes, 3 de mayo de 2027 10:12\nPara: Ana\nAsunto: Su lámpara\n\nHola\n",
                "Mi lámpara está rota.\n====\n-------- Mensaje original --------\nDe: Lumen\n\nHola\n",
                "Лампа сломана.\n====\nпн, 3 мая 2027 г. в 10:12, Lumen <care@lumen.example>:\n\n> Здравствуйте\n",
                "Лампа сломана.\n====\nПонедельник, 3 мая 2027, 10:12 +03:00 от Lumen <care@lumen.example>:\n\nЗдравствуйте\n",
                "Лампа сломана.\n====\n03.05.2027, 10:12, \"Lumen\" <care@lumen.example>:\n\n> Здравствуйте\n",
                "Лампа сломана.\n====\n3 мая 2027 г., в 10:12, Lumen <care@lumen.example> написал(а):\n\nЗдравствуйте\n",
                "Лампа сломана.\n====\nОт: Lumen <care@lumen.example>\nОтправлено: 3 мая 2027 г. 10:12\nКому: Анна\nТема: Ваша лампа\n\nЗдравствуйте\n",
                "Лампа сломана.\n====\n-------- Пересылаемое сообщение --------\n03.05.2027, Lumen:\n\nЗдравствуйте\n",
                "Лампа сломана.\n====\nВід: Lumen <care@lumen.example>\nКому: Анна\n\nЗдравствуйте\n",
                "My lamp is broken.\n====\n2027-05-03 10:12 GMT+03:00 Lumen <\ncare@lumen.example>:\n\n> How is it?\n",
                "My lamp is broken.\n====\n> Subject: Your lamp\n> From: care@lumen.example\n>\n> How is it?\n"
            })
    void anAnsweredMailIsNotNew(String message) {
        assertOnlyFirstPartIsNew(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My lamp is broken.\n\n====\nSent from my iPhone\n",
                "My lamp is broken.\n\n====\nGet Outlook for Android\n",
                "My lamp is broken.\n\n====\nSent from Samsung Mobile on O2\n",
                "Ma lampe est cassée.\n\n====\nEnvoyé de mon iPhone\n",
                "Ma lampe est cassée.\n\n====\nEnvoyé depuis l'application Mail Orange\n",
                "Mi lámpara está rota.\n\n====\nEnviado desde mi Samsung Galaxy\n",
                "Mi lámpara está rota.\n\n====\nEnviado desde Yahoo Mail para Android\n",
                "Лампа сломана.\n\n====\nОтправлено с iPhone\n",
                "Лампа сломана.\n\n====\nОтправлено из мобильной Яндекс.Почты\n",
                "Лампа сломана.\n\n====\nОтправлено из Почты Mail.ru для Android\n",
                "My lamp is broken.\n\n====\n-- \nAnn Miller\nHead of Lamps\nWe light up people's lives\n",
                "My lamp is broken.\n\n====\nKind regards,\n\nAnn Miller\nOffice Manager\n12 High Street, Leeds\n+44 113 496 0000\nann@home.example\n",
                "Ma lampe est cassée.\n\n====\nCordialement,\nAnne Meunier\n06 12 34 56 78\n",
                "Mi lámpara está rota.\n\n====\nUn cordial saludo,\nAna Molina\nTel. 612 345 678\n",
                "Лампа сломана.\n\n====\nС уважением,\nАнна Мельникова\nтел. +7 912 345-67-89\n"
            })
    void aSignatureIsNotNew(String message) {
        assertOnlyFirstPartIsNew(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My lamp is broken.\n\n====\nThis e-mail and any attachments are confidential. If you are not the intended recipient, delete it.\n",
                "My lamp is broken.\n\n====\nPlease consider the environment before printing this e-mail.\n",
                "Ma lampe est cassée.\n\n====\nCe message est confidentiel. Si vous n'êtes pas le destinataire, merci de le détruire.\n",
                "Mi lámpara está rota.\n\n====\nEste mensaje es confidencial y va dirigido exclusivamente a su destinatario.\n",
                "Лампа сломана.\n\n====\nДанное сообщение является конфиденциальным. Если вы не являетесь адресатом, удалите его.\n"
            })
    void aLegalNoticeIsNotNew(String message) {
        assertOnlyFirstPartIsNew(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 3 May 2027 at 10:12 your agent wrote:\nWe will refund you.\nThat was a lie.\n",
                "On Friday I called and you wrote:\nNo refund.\nThis is a scandal.\n",
                "From: Paris\nTo: Madrid\nDate: 3 May 2027\nThe train never came.\n",
                "I have waited\n>3 weeks for an answer.\n",
                "You sent my confidential e-mail to the wrong recipient.\n\nIf you have received my letter by mistake, you must tell me.\n",
                "Regards do not help me.\nThanks for nothing!\n",
                "Nobody helps.\n\nRegards,\nAnn\n\nPS: I will go to court.\n",
                "Kind regards,\nAnn\nI will kill myself if this goes on\n",
                "Here is the list:\n--\nbroken lamp, broken shade and a very rude driver\n",
                "Sent from my phone because your site is down again.\n",
                "Call me back.\n\nMy number is 0113 496 0000.\n",
                "Le 3 mai 2027 à 10h12 votre conseiller m'a écrit :\nVous serez remboursé.\nRien depuis.\n",
                "Из письма вашего менеджера от 3 мая 2027 в 10:12, он написал:\nвернём деньги.\nДенег нет.\n",
                "Best before 3 May, sold on 5 May.\n\nThanks\nfor ruining my birthday\n",
                "On the lamp the label says:\n- 230 V\n- made in 2027\n"
            })
    void whatTheWriterSaysStays(String message) {
        assertThat(NewText.of(message)).isEqualTo(message);
    }

    @Test
    void wordsBelowAndBetweenQuotedLinesAreNew() {
        String message = """
                On 04/19/2027 07:10 AM, Lumen wrote:

                > How is your lamp?
                It is broken.
                > And the shade?
                Broken as well.
                """;

        assertThat(newLines(message)).isEqualTo("It is broken.\nBroken as well.");
    }

    @Test
    void theLineThatIntroducesAQuotationMayFollowInTheSameLine() {
        String message = "My lamp is broken. On Wed, Apr 4, 2027 at 3:59 PM, care@lumen.example wrote:\n> Hi";

        assertThat(newLines(message)).isEqualTo("My lamp is broken.");
    }

    @Test
    void aMailThatOnlyPassesAnotherOnIsReadWhole() {
        String message =
                "---------- Forwarded message ---------\nFrom: Ann <ann@home.example>\nDate: 3 May 2027\n\nMy lamp is broken.\n";

        assertThat(NewText.of(message)).isEqualTo(message);
    }

    @Test
    void anAnswerWithoutAWordOfItsOwnSaysNothing() {
        String message =
                "On Mon, 3 May 2027 at 10:12, Lumen <care@lumen.example> wrote:\n> We regret the broken lamp.\n";

        assertThat(NewText.of(message)).isBlank();
    }

    @Test
    void placesStayTheSame() {
        String message = "> Hi\r\nMy lamp 💡 is broken.\r\n\r\nSent from my iPhone\r\n";

        assertThat(NewText.of(message)).isEqualTo("    \r\nMy lamp 💡 is broken.\r\n\r\n                   \r\n");
    }

    private static void assertOnlyFirstPartIsNew(String message) {
        int end = message.indexOf(BREAK);
        String text = message.replace(BREAK, "");
        String expected = text.substring(0, end) + text.substring(end).replaceAll("[^\n]", " ");
        assertThat(NewText.of(text)).isEqualTo(expected);
    }

    private static String newLines(String message) {
        return NewText.of(message)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
