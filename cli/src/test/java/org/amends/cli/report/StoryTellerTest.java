package org.amends.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.amends.event.EventId;
import org.amends.event.EventType;
import org.amends.event.FailureKind;
import org.amends.relationship.Answer;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.story.Language;
import org.amends.story.Numerals;
import org.amends.story.Prose;
import org.amends.story.Story;
import org.amends.story.Story.Addend;
import org.amends.story.Story.CauseSum;
import org.amends.story.Story.Happening;
import org.amends.story.StoryTeller;
import org.amends.story.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoryTellerTest {

    @Test
    void tellsOfAFailureTheComplaintTheWaitAndTheRecoveryInTheirOrder() {
        assertThat(told(SmallReport.lateDelivery(), Language.EN))
                .isEqualTo("With you for 3 years, 41 purchases. On 12 March, a delivery came late. "
                        + "On 14 March, they complained, and an answer took 6 days. "
                        + "The €12.50 given on 20 March made good part of the harm. Good experiences still hold them.");
    }

    @Test
    void tellsTheSameInFrench() {
        assertThat(told(SmallReport.lateDelivery(), Language.FR))
                .isEqualTo("Avec vous depuis 3 ans, 41 achats. Le 12 mars, une livraison est arrivée en retard. "
                        + "Le 14 mars, le client s’est plaint, et la réponse a pris 6 jours. "
                        + "La compensation de 12,50 € accordée le 20 mars a réparé une partie du tort. "
                        + "Les bonnes expériences retiennent encore ce client.");
    }

    @Test
    void tellsTheSameInSpanish() {
        assertThat(told(SmallReport.lateDelivery(), Language.ES))
                .isEqualTo("Con usted desde hace 3 años, 41 compras. El 12 de marzo, una entrega llegó con retraso. "
                        + "El 14 de marzo, el cliente se quejó, y la respuesta tardó 6 días. "
                        + "La compensación de 12,50 € del 20 de marzo reparó una parte del daño. "
                        + "Las buenas experiencias aún le retienen.");
    }

    @Test
    void tellsTheSameInRussian() {
        assertThat(told(SmallReport.lateDelivery(), Language.RU))
                .isEqualTo("С вами 3 года, 41 покупка. 12 марта доставка опоздала. "
                        + "14 марта клиент пожаловался, и ответа пришлось ждать 6 дней. "
                        + "20 марта вы возместили 12,50 € и загладили часть вреда. "
                        + "Хороший опыт пока удерживает клиента.");
    }

    @Test
    void saysThatAFailureWasNeverPutRightAndThatTheCustomerMaySpeakOut() {
        assertThat(told(SmallReport.betrayed(), Language.EN))
                .isEqualTo("With you for 1 year, 12 purchases. On 1 May, a wish you knew of was disregarded, "
                        + "and it has not been put right since. They may well speak out in public.");
    }

    @Test
    void writesTheFirstOfAMonthAsFrenchDoes() {
        assertThat(told(SmallReport.betrayed(), Language.FR)).contains("Le 1er mai, un souhait connu de vous");
    }

    @Test
    void comparesASilenceWithTheCustomersOwnRhythm() {
        assertThat(told(SmallReport.faded(), Language.EN))
                .isEqualTo("With you for 6 months, 12 purchases. "
                        + "They never said a word. No purchase since 21 May, four times as long as usual.");
    }

    @Test
    void marksUpItsDates() {
        Prose told = teller(Language.EN).tell(SmallReport.faded());

        assertThat(told.segments()).contains(new Prose.Segment("21\u00A0May", "2026-05-21"));
    }

    @Test
    void namesAKindThatOnlyThePolicyKnows() {
        Happening soggy = new Happening(
                new EventId("f"),
                Instant.parse("2025-12-24T12:00:00Z"),
                EventType.FAILURE,
                new FailureKind("soggy_bread"),
                null,
                null,
                true);

        assertThat(told(story(new Addend(Cause.FAILURE, 1, soggy), Cause.FAILURE), Language.EN))
                .contains("On 24 December 2025, something went wrong (soggy bread).");
    }

    @ParameterizedTest
    @EnumSource
    void hasASentenceForEachCauseWithoutAnEvent(Cause cause) {
        for (Language language : Language.values()) {
            for (double logit : new double[] {1, -1}) {
                Story story = story(new Addend(cause, logit, null), cause);

                assertThat(told(story, language)).matches("\\S.*\\.");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasASentenceForEachEventThatCanHurt(EventType type) {
        Happening happening = new Happening(new EventId("e"), Town.NOW, type, null, null, null, true);
        for (Language language : Language.values()) {
            Story story = story(new Addend(Cause.FAILED_RECOVERY, 1, happening), Cause.FAILED_RECOVERY);

            assertThat(told(story, language)).matches("\\S.*30.*\\.");
        }
    }

    private static Story story(Addend addend, Cause cause) {
        return new Story(
                SmallReport.facts("c", "2026-06-01T00:00:00Z", 1, "2026-06-01T00:00:00Z"),
                0.5,
                BreakMode.ACUTE_FAILURE,
                0,
                0,
                0,
                0,
                2,
                false,
                Answer.RECOVER,
                List.of(addend),
                List.of(new CauseSum(cause, addend.logit(), 1)));
    }

    /** With all spaces alike. */
    private static String told(Story story, Language language) {
        return teller(language).tell(story).plain().replace('\u00A0', ' ');
    }

    private static StoryTeller teller(Language language) {
        Words words = Words.in(language);
        return new StoryTeller(words, new Numerals(language, words), SmallReport.NOW);
    }
}
