package org.amends.language.letter.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.amends.language.letter.Customer;
import org.amends.language.letter.Gender;
import org.amends.language.letter.Letter;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.LetterFiles;
import org.amends.language.letter.LetterKind;
import org.amends.language.letter.LetterPart;
import org.amends.language.letter.LetterPart.Kind;
import org.amends.language.letter.Readers;
import org.amends.language.letter.Register;
import org.amends.language.letter.Title;
import org.amends.language.letter.template.Templates;
import org.amends.language.letter.template.Voice;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetterWriterTest {

    private static final int CASES = 2_000;

    /** Words of one form of address that a letter in the other must not have. */
    private static final Pattern VOUS = words("vous|votre|vos|dites|pouvez");

    private static final Pattern TU = words("tu|te|toi|ton|ta|tes|t’\\p{L}+|dis-le-moi");
    private static final Pattern USTED = words("usted|su|sus|le|dígamelo|pregúnteme");
    private static final Pattern TU_SPANISH = words("tú|te|ti|tu|tus|contigo|dímelo|pregúntame");

    /** Ты and its forms, and Вы in small letters, as one writes to many. */
    private static final Pattern NOT_VY =
            words("ты|тебя|тебе|тобой|твой|твоя|твоё|твои|вы|вас|вам|вами|ваш|ваша|ваше|ваши");

    private final LetterWriter writer = new LetterWriter(Templates.standard());

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            want,     order
            economic, APOLOGY OWED GESTURES FACTS
            esteem,   FACTS RESPONSIBILITY APOLOGY RESPECT EXPLANATION OWED
            both,     FACTS RESPONSIBILITY APOLOGY RESPECT EXPLANATION OWED
            unknown,  FACTS RESPONSIBILITY APOLOGY RESPECT EXPLANATION OWED
            """)
    void respectComesFirstUnlessTheLossIsWhatMatters(String want, String order) throws IOException {
        LetterCase about = LetterFiles.read(
                json("final_response").replace("\"want\": \"economic\"", "\"want\": \"%s\"".formatted(want)));

        List<Kind> kinds = kinds(writer.write(about, Language.FRENCH));

        assertThat(kinds)
                .containsSubsequence(
                        List.of(order.split(" ")).stream().map(Kind::valueOf).toList());
        assertThat(kinds.indexOf(Kind.REGIME)).isGreaterThan(kinds.indexOf(Kind.ANSWERS));
    }

    @Test
    void apologisesAtMostOnce() {
        Cases cases = new Cases(20260305);
        for (int i = 0; i < CASES; i++) {
            List<Kind> kinds = kinds(writer.write(cases.next(), Language.ENGLISH));
            assertThat(kinds).as("case %d", i).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LetterKind.class,
            names = {"PROCESS_FIX_REPORT", "THANK_YOU"})
    void doesNotApologiseAgainWhereItIsNotTheTime(LetterKind kind) throws IOException {
        assertThat(kinds(writer.write(LetterFiles.example(kind), Language.ENGLISH)))
                .doesNotContain(Kind.APOLOGY);
    }

    @Test
    void doesNotApologiseForWhatWasNotTheCompanysDoing() throws IOException {
        assertThat(kinds(writer.write(LetterFiles.example(LetterKind.REFUSAL), Language.ENGLISH)))
                .doesNotContain(Kind.APOLOGY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | You had told us what matters to you, and we disregarded it (nut-free muesli), order MV-60218.
            FRENCH  | Tu nous avais dit ce qui compte pour toi, et nous n’en avons pas tenu compte (muesli sans fruits à coque), commande MV-60218.
            SPANISH | Nos habías dicho lo que es importante para ti, y no lo tuvimos en cuenta (muesli sin frutos secos), pedido MV-60218.
            RUSSIAN | Вы говорили нам, что для Вас важно, а мы этого не учли (мюсли без орехов), заказ MV-60218.
            """)
    void namesAFailureWhoseDayNobodyKnows(Language language, String sentence) throws IOException {
        LetterCase about = LetterFiles.read(json("proactive_contact").replace("\"date\": \"2026-05-09\",", ""));

        assertThat(writer.write(about, language).text()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | We made a billing error on order MV-60218 (
            FRENCH  | Nous avons commis une erreur de facturation sur la commande MV-60218 (
            SPANISH | Cometimos un error de facturación en el pedido MV-60218 (
            RUSSIAN | Мы допустили ошибку в расчётах, заказ MV-60218 (
            """)
    void beginsWithACapitalWhereTheDayWouldStand(Language language, String beginning) throws IOException {
        LetterCase about = LetterFiles.read(json("proactive_contact")
                .replace("\"date\": \"2026-05-09\",", "")
                .replace("preference_violation", "billing_error"));

        assertThat(writer.write(about, language).text()).contains(beginning);
    }

    @Test
    void contemptIsAnsweredWithFewerWordsAndTheSameFacts() throws IOException {
        String json = json("proactive_contact").replace("\"want\": \"unknown\"", "\"want\": \"esteem\"");
        Letter calm = writer.write(LetterFiles.read(json), Language.SPANISH);
        Letter raging =
                writer.write(LetterFiles.read(json.replace("\"hostility\": 0", "\"hostility\": 3")), Language.SPANISH);

        assertThat(raging.text()).hasSizeLessThan(calm.text().length());
        assertThat(kinds(raging)).contains(Kind.APOLOGY).doesNotContain(Kind.RESPECT);
    }

    @Test
    void keepsToOneFormOfAddress() {
        Cases cases = new Cases(20260306);
        for (int i = 0; i < CASES; i++) {
            LetterCase about = cases.next();
            for (Language language : Language.values()) {
                for (Customer reader : Readers.of(language)) {
                    String text = writer.write(about.with(reader), language).text();
                    assertThat(text)
                            .as("case %d, %s, %s", i, language, Voice.of(reader))
                            .doesNotContainPattern(foreign(language, Voice.of(reader)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", delimiter = '|', textBlock = """
            lang | register | title     | gender  | given | family  | patronymic | greeting
            en   | formal   | none      | female  | Ann   | Lee     | -          | Dear Ms Lee,
            en   | formal   | none      | male    | Tom   | Lee     | -          | Dear Mr Lee,
            en   | formal   | doctor    | unknown | Sam   | Lee     | -          | Dear Dr Lee,
            en   | formal   | none      | unknown | Sam   | Lee     | -          | Dear Sam Lee,
            en   | plain    | none      | unknown | Sam   | Lee     | -          | Dear Sam,
            en   | plain    | none      | unknown | -     | -       | -          | Dear Full Name,
            fr   | formal   | none      | female  | Claire| Dupont  | -          | Chère Madame Dupont,
            fr   | formal   | none      | male    | Hugo  | Dupont  | -          | Cher Monsieur Dupont,
            fr   | formal   | professor | female  | Claire| Dupont  | -          | Chère Professeure Dupont,
            fr   | plain    | none      | male    | Hugo  | Dupont  | -          | Bonjour Hugo,
            es   | formal   | none      | female  | Lucía | García  | -          | Estimada señora García:
            es   | formal   | none      | male    | Diego | Romero  | -          | Estimado señor Romero:
            es   | plain    | none      | male    | Diego | Romero  | -          | Hola, Diego:
            ru   | formal   | none      | female  | Анна  | Волкова | Сергеевна  | Уважаемая Анна Сергеевна!
            ru   | formal   | none      | male    | Пётр  | Ильин   | Львович    | Уважаемый Пётр Львович!
            ru   | formal   | none      | male    | Пётр  | Ильин   | -          | Уважаемый господин Ильин!
            ru   | plain    | none      | male    | Пётр  | Ильин   | Львович    | Здравствуйте, Пётр Львович!
            ru   | plain    | none      | unknown | Саша  | -       | -          | Здравствуйте, Саша!
            """)
    void greetsByNameAndGender(
            String lang,
            String register,
            String title,
            String gender,
            @Nullable String given,
            @Nullable String family,
            @Nullable String patronymic,
            String greeting)
            throws IOException {
        Language language = Language.of(lang).orElseThrow();
        Customer customer = LetterFiles.read(json("final_response")).customer();
        Customer named = new Customer(
                given == null ? "Full Name" : given + " " + family,
                given,
                family,
                patronymic,
                Gender.valueOf(gender.toUpperCase(Locale.ROOT)),
                Title.valueOf(title.toUpperCase(Locale.ROOT)),
                language,
                customer.address(),
                Register.valueOf(register.toUpperCase(Locale.ROOT)));

        Letter letter =
                writer.write(LetterFiles.example(LetterKind.FINAL_RESPONSE).with(named), language);

        assertThat(letter.text().lines()).contains(greeting);
    }

    @Test
    void refusesALanguageInWhichATextIsMissing() throws IOException {
        LetterCase about = LetterFiles.read(json("final_response").replaceFirst(",\\s*\"ru\": \"[^\"]*\"", ""));

        assertThatThrownBy(() -> writer.write(about, Language.RUSSIAN))
                .isInstanceOf(UnwritableCaseException.class)
                .hasMessage("company.signer.role: company.signer.role has no text in ru."
                        + System.lineSeparator()
                        + "Maybe add \"ru\": \"...\" to it.");
    }

    @Test
    void namesTheTemplatesThatItWasWrittenWith() throws IOException {
        Letter letter = writer.write(LetterFiles.example(LetterKind.FAREWELL), Language.ENGLISH);

        assertThat(letter.templates()).matches("standard 1 \\([0-9a-f]{12}\\)");
    }

    private static List<Kind> kinds(Letter letter) {
        return letter.parts().stream().map(LetterPart::kind).toList();
    }

    private static String json(String kind) throws IOException {
        return LetterFiles.json(kind);
    }

    private static Pattern foreign(Language language, Voice voice) {
        boolean familiar = voice == Voice.FAMILIAR;
        return switch (language) {
            case ENGLISH -> Pattern.compile("\\bnothing of the kind\\b");
            case FRENCH -> familiar ? VOUS : TU;
            case SPANISH -> familiar ? USTED : TU_SPANISH;
            case RUSSIAN -> NOT_VY;
        };
    }

    private static Pattern words(String words) {
        return Pattern.compile("(?<![\\p{L}’-])(?:" + words + ")(?![\\p{L}’])");
    }
}
