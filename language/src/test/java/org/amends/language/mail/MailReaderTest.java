package org.amends.language.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static final String RUSSIAN = "Лампа сломана, а мастер так и не пришёл. Верните деньги!";
    private static final String FRENCH =
            "La lampe est cassée et le réparateur n’est jamais passé, même après ma relance.";
    private static final String HEAD =
            "From: Ann <ann@home.example>\nDate: Mon, 3 May 2027 10:12:00 +0300\nSubject: Lamp\n";

    @Test
    void aMailSaysWhoWroteWhatToWhomAndWhen() {
        Mail.Legible mail = read("""
                Message-ID: <1@home.example>
                From: =?utf-8?B?0JDQvdC90LA=?= <ann@home.example>
                To: "Care, Lumen" <care@lumen.example>
                Cc: boss@lumen.example
                Date: Mon, 3 May 2027 10:12:00 +0300
                Subject: =?utf-8?Q?Ma_lampe_est_cass=C3?=
                 =?utf-8?Q?=A9e?=
                Content-Language: fr

                Bonjour
                """);

        assertThat(mail.messageId()).isEqualTo("1@home.example");
        assertThat(mail.from()).containsExactly(new MailAddress("Анна", "ann@home.example"));
        assertThat(mail.to())
                .containsExactly(
                        new MailAddress("Care, Lumen", "care@lumen.example"),
                        new MailAddress("", "boss@lumen.example"));
        assertThat(mail.date()).isEqualTo(OffsetDateTime.parse("2027-05-03T10:12:00+03:00"));
        assertThat(mail.subject()).isEqualTo("Ma lampe est cassée");
        assertThat(mail.language()).isEqualTo("fr");
        assertThat(mail.text()).isEqualTo("Bonjour");
        assertThat(mail.problems()).isEmpty();
    }

    @Test
    void aConversationHasOneKeyByItsHeadersAndElseByItsSubject() {
        assertThat(read("References: <1@a> <2@a>\nIn-Reply-To: <2@a>\nMessage-ID: <3@a>\n\nHi")
                        .threadKey())
                .isEqualTo("1@a");
        assertThat(read("In-Reply-To: <2@a>\nMessage-ID: <3@a>\n\nHi").threadKey())
                .isEqualTo("2@a");
        assertThat(read("Subject: Re: [#48213] Lamp\nMessage-ID: <3@a>\n\nHi").threadKey())
                .isEqualTo("#48213");
        assertThat(read("Subject: Lamp\nMessage-ID: <3@a>\n\nHi").threadKey()).isEqualTo("3@a");
        assertThat(read("Subject: Lamp\n\nHi").threadKey()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, windows-1251",
        "windows-1251, windows-1252",
        "windows-1251, koi8-r",
        "windows-1251, utf-8",
        "windows-1251, ''",
        "koi8-r, koi8-r",
        "koi8-r, windows-1251",
        "koi8-r, iso-8859-1",
        "koi8-r, ''",
        "iso-8859-5, windows-1251",
        "ibm866, ''",
        "ibm866, windows-1251",
        "utf-8, windows-1251",
        "utf-8, iso-8859-1",
        "utf-8, us-ascii",
        "utf-8, ''",
        "utf-16, utf-16",
        "windows-1251, nonsense"
    })
    void russianIsReadInWhateverCharsetItIs(String is, String said) {
        assertThat(inCharset(RUSSIAN, is, said).text()).isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, windows-1252",
        "windows-1252, iso-8859-1",
        "windows-1252, utf-8",
        "windows-1252, ''",
        "windows-1252, windows-1251",
        "windows-1252, koi8-r",
        "utf-8, windows-1252",
        "utf-8, ''"
    })
    void frenchIsReadInWhateverCharsetItIs(String is, String said) {
        assertThat(inCharset(FRENCH, is, said).text()).isEqualTo(FRENCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ЭТО УЖЕ ТРЕТИЙ РАЗ, ВЕРНИТЕ ДЕНЬГИ", "Где мой заказ №48213?", "ужас", "Щёлково, объезд, эхо"})
    void evenShortOrLoudRussianStaysAsItIsSaid(String text) {
        assertThat(inCharset(text, "windows-1251", "windows-1251").text()).isEqualTo(text);
        assertThat(inCharset(text, "koi8-r", "koi8-r").text()).isEqualTo(text.replace("№", "?"));
    }

    @Test
    void bareBytesInASubjectAreInTheCharsetOfTheBody() {
        byte[] mail = "Subject: Жалоба на мастера\nContent-Type: text/plain; charset=koi8-r\n\nЛампа"
                .getBytes(Charset.forName("koi8-r"));

        assertThat(((Mail.Legible) MailReader.read(mail)).subject()).isEqualTo("Жалоба на мастера");
    }

    @Test
    void htmlBecomesTextWithItsBlocksListsCellsAndLinksAndNothingHidden() {
        Mail.Legible mail = read(HEAD + """
                Content-Type: text/html; charset=utf-8

                <html><head><style>p {color: red}</style><title>x</title></head><body>
                <div style="display:none">Preview</div><p>My <b>lamp</b>
                is broken.</p><ul><li>shade</li><li>cable</li></ul><ol><li>one<li>two</ol>
                <table><tr><td>Order</td><td>48213</td></tr><tr><td>Sum</td><td>42 EUR</td></tr></table>
                <p>See <a href="https://home.example/photo">the photo</a>.<img src="https://t.example/x.gif" width="1" height="1" alt="track"></p>
                <blockquote type="cite">How is it?</blockquote></body></html>
                """);

        assertThat(mail.text()).isEqualTo("""
                My lamp is broken.

                - shade
                - cable

                1. one
                2. two

                Order\t48213
                Sum\t42 EUR

                See the photo <https://home.example/photo>.

                > How is it?""");
    }

    @Test
    void ofAlternativesPlainTextIsTakenUnlessItSaysNothing() {
        String html = "<p>My lamp has been broken since Monday and nobody has come to repair it.</p>";

        assertThat(alternatives("My lamp has been broken since Monday.", html).text())
                .isEqualTo("My lamp has been broken since Monday.");
        assertThat(alternatives("", html).text()).startsWith("My lamp has been broken since Monday and");
        assertThat(alternatives("Your mail client does not support HTML messages.", html)
                        .text())
                .startsWith("My lamp");
    }

    @Test
    void flowedLinesAreJoined() {
        Mail.Legible mail = read(
                HEAD + "Content-Type: text/plain; format=flowed\n\nMy lamp \nis broken.\n> How \n> is it?\n-- \nAnn");

        assertThat(mail.text()).isEqualTo("My lamp is broken.\n> How is it?\n-- \nAnn");
    }

    @Test
    void aMailWithinAMailIsReadAsForwarded() {
        Mail.Legible mail = read(HEAD + """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                See below.
                --b
                Content-Type: message/rfc822

                From: Bob <bob@home.example>
                Subject: Shade

                The shade is broken as well.
                --b--
                """);

        assertThat(mail.text()).startsWith("See below.").contains("Forwarded message", "The shade is broken as well.");
        assertThat(NewText.of(mail.text()).strip()).isEqualTo("See below.");
        assertThat(mail.attachments())
                .extracting(Attachment::name, Attachment::type)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Shade", "message/rfc822"));
    }

    @Test
    void attachmentsHaveNameTypeAndSize() {
        Mail.Legible mail = read(HEAD + """
                Content-Type: multipart/mixed; boundary="b c"

                --b c
                Content-Type: text/plain

                See the photo.
                --b c
                Content-Type: image/png; name="x.png"
                Content-Disposition: inline; filename*=utf-8''%D0%BB%D0%B0%D0%BC%D0%BF%D0%B0.png
                Content-Transfer-Encoding: base64

                AAECAwQ=
                --b c
                Content-Type: application/ms-tnef; name=winmail.dat

                x
                --b c
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --b c--
                """);

        List<Attachment> attachments = mail.attachments();
        assertThat(mail.text()).isEqualTo("See the photo.");
        assertThat(attachments.get(0)).isEqualTo(new Attachment("лампа.png", "image/png", 5, true));
        assertThat(attachments.get(1).winmail()).isTrue();
        assertThat(attachments.get(2).calendar()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nMy lamp is broken.\n",
                "Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nMy lamp is broken.\n--x--\n",
                "Content-Type: multipart/mixed; boundary=wrong\n\n--x\nContent-Type: text/plain\n\nMy lamp is broken.\n--x--\n",
                "Content-Type: multipart/mixed; boundary=b\n\nMy lamp is broken.\n",
                "Content-Type: text/plain; charset=\"utf-8\n\nMy lamp is broken.\n",
                "Content-Type: text\nContent-Transfer-Encoding: 8-bit;\n\nMy lamp is broken.\n",
                "Content-Transfer-Encoding: base64\n\nMy lamp is broken.\n",
                "Content-Transfer-Encoding: base64\n\nTXkgbGFtcCBpcyBicm9rZW4u=!\n",
                "Content-Transfer-Encoding: base64\n\nTXkgbGFtcCBpcyBicm9rZW4u\n",
                "Content-Transfer-Encoding: quoted-printable\n\nMy lamp =\nis broken=2E\n",
                "X-Long: " + "\n\nMy lamp is broken.\n"
            })
    void brokenMailIsReadAsFarAsItGoes(String rest) {
        assertThat(read(HEAD + rest).text()).isEqualTo("My lamp is broken.");
    }

    @Test
    void aBrokenDateIsSaidAndTheDayOfArrivalTaken() {
        Mail.Legible mail = read("Received: by x; Mon, 3 May 2027 10:12:00 +0000\nDate: yesterday\n\nHi");

        assertThat(mail.date()).isEqualTo(OffsetDateTime.parse("2027-05-03T10:12:00Z"));
        assertThat(mail.problems())
                .containsExactly("\"yesterday\" is no date: the one on which the mail arrived is taken.");
    }

    @Test
    void whatIsNoMailIsKept() {
        byte[] bytes = {0, 1, 2, (byte) 0xFF, '\n', 5};

        Mail mail = MailReader.read(bytes);

        assertThat(mail).isInstanceOfSatisfying(Mail.Illegible.class, kept -> {
            assertThat(kept.raw()).isEqualTo(bytes);
            assertThat(kept.why()).startsWith("It has no headers");
        });
    }

    @Test
    void manyPartsDeepPartsAndLongHeadersAreBounded() {
        String parts = "--b\n\nx\n".repeat(20_000);
        StringBuilder deep = new StringBuilder(HEAD);
        for (int i = 0; i < 100; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + parts)
                        .problems())
                .anyMatch(problem -> problem.startsWith("There are more than 1000 parts"));
        assertThat(read(deep.toString()).problems())
                .anyMatch(problem -> problem.startsWith("Parts lie more than 20 deep"));
        assertThat(read(HEAD + "X: y\n".repeat(200_000) + "\nHi")).satisfies(mail -> {
            assertThat(mail.text()).isEqualTo("Hi");
            assertThat(mail.problems()).anyMatch(problem -> problem.startsWith("The headers are longer than"));
        });
        assertThat(MailReader.read(new byte[MailReader.MOST_BYTES + 1])).isInstanceOf(Mail.Illegible.class);
    }

    @Test
    void htmlMadeToFillTheMemoryDoesNot() {
        String open = "<div><b><i><p><font size=1>".repeat(20_000);

        assertThat(read(HEAD + "Content-Type: text/html\n\n" + open + "My lamp").text())
                .isEqualTo("My lamp");
    }

    private static Mail.Legible alternatives(String plain, String html) {
        return read(HEAD + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
                + plain + "\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\n");
    }

    private static Mail.Legible inCharset(String text, String is, String said) {
        String type = said.isEmpty() ? "" : "Content-Type: text/plain; charset=" + said + "\n";
        String body = Base64.getMimeEncoder().encodeToString(text.getBytes(Charset.forName(is)));
        return read(HEAD + type + "Content-Transfer-Encoding: base64\n\n" + body);
    }

    private static Mail.Legible read(String mail) {
        return (Mail.Legible) MailReader.read(mail.getBytes(StandardCharsets.UTF_8));
    }
}
