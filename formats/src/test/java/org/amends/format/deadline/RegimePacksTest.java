package org.amends.format.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.amends.deadline.Duty;
import org.amends.deadline.DutyKind;
import org.amends.deadline.LetterContent;
import org.amends.deadline.Regime;
import org.amends.deadline.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimePacksTest {

    private static final List<Regime> STANDARD = RegimePacks.standard();

    /** The table of time limits in the evidence, row by row. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        regime,              duty,        within,           extended
        uk-fca,              FAST_LANE,   3 business days,
        uk-fca,              FINAL,       8 weeks,          as promised
        uk-fca,              REFERRAL,    8 weeks,
        uk-fca-payments,     FINAL,       15 business days, 35 business days
        uk-telecoms,         FINAL,       6 weeks,
        uk-telecoms-8-weeks, FINAL,       8 weeks,
        uk-energy,           FINAL,       8 weeks,
        uk-housing,          ACKNOWLEDGE, 5 business days,
        uk-housing,          FINAL,       10 business days, 20 business days
        uk-gdpr,             FINAL,       1 month,          3 months
        eu-psd2,             FINAL,       15 business days, 35 business days
        eu-gdpr,             FINAL,       1 month,          3 months
        eu-gdpr-breach,      REPORT,      72 hours,
        eu-sea,              HOLDING,     1 month,
        eu-sea,              FINAL,       2 months,
        eu-bus,              HOLDING,     1 month,
        eu-bus,              FINAL,       3 months,
        eu-rail,             FINAL,       1 month,          3 months
        eu-air,              FINAL,       6 weeks,
        eu-air,              REDRESS,     7 days,
        eu-withdrawal,       REDRESS,     14 days,
        es-basic-services,   FINAL,       15 business days,
        es-consumer,         FINAL,       1 month,
        fr-acpr,             ACKNOWLEDGE, 10 business days,
        fr-acpr,             FINAL,       2 months,
        fr-acpr-payments,    FINAL,       15 business days, 35 business days
        de-energy,           FINAL,       4 weeks,
        it-banks,            FINAL,       60 days,
        it-payments,         FINAL,       15 business days,
        ca-qc-amf,           ACKNOWLEDGE, 10 days,
        ca-qc-amf,           FINAL,       60 days,
        ca-banks,            FINAL,       56 days,
        us-cfpb,             FINAL,       15 days,          60 days
        us-reg-e,            FINAL,       10 business days, 45 days
        us-reg-z,            ACKNOWLEDGE, 30 days,
        us-reg-z,            FINAL,       90 days,
        us-dot-air,          ACKNOWLEDGE, 30 days,
        us-dot-air,          FINAL,       60 days,
        br-sac,              FINAL,       7 days,
        br-consumidor,       FINAL,       10 days,
        au-asic,             ACKNOWLEDGE, 1 business day,
        au-asic,             FINAL,       30 days,          as promised
        au-asic-super,       FINAL,       45 days,          as promised
        au-hardship,         FINAL,       21 days,
        in-ecommerce,        ACKNOWLEDGE, 48 hours,
        in-ecommerce,        FINAL,       1 month,
        in-rbi,              FINAL,       30 days,
        ru-consumer,         FINAL,       10 days,
        ru-replacement,      REDRESS,     7 days,
        ru-replacement-checked, REDRESS,  20 days,
        ru-repair,           REDRESS,     45 days,
        ru-services,         FINAL,       10 days,
        ru-personal-data,    FINAL,       10 business days, 15 business days
        """)
    void shipsTheTimeLimitsOfTheEvidence(String name, DutyKind kind, String within, String extended) {
        Duty duty = regime(name).duties().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();

        assertThat(Spans.write(duty.within())).isEqualTo(within);
        assertThat(extended(duty)).isEqualTo(extended);
    }

    private static String extended(Duty duty) {
        return duty.extension() == null
                ? null
                : duty.extension().to() == null
                        ? "as promised"
                        : Spans.write(duty.extension().to());
    }

    @Test
    void namesAreUniqueAndEverySourceIsNamed() {
        assertThat(STANDARD).extracting(Regime::name).doesNotHaveDuplicates().contains("house");
        assertThat(STANDARD).allSatisfy(each -> assertThat(each.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        country, sector,   received,   regimes
        GB,      finance,  2026-05-31, house uk-fca
        GB,      finance,  2026-06-01, house uk-fca uk-fca-deadlines
        GB,      payments, 2026-05-31, house uk-fca-payments
        GB,      telecoms, 2026-04-07, house uk-telecoms-8-weeks
        GB,      telecoms, 2026-04-08, house uk-telecoms
        FR,      payments, 2026-04-08, house eu-psd2 fr-acpr-payments fr-mediation
        ES,      retail,   2026-04-08, house es-consumer
        ES,      energy,   2025-12-27, house es-consumer
        ES,      energy,   2025-12-28, house es-basic-services es-consumer
        CA-QC,   finance,  2026-04-08, ca-banks ca-qc-amf house
        '',      retail,   2026-04-08, house
        """)
    void aCaseIsUnderTheRulesOfItsCountrySectorAndDay(
            String country, String sector, LocalDate received, String regimes) {
        Scope.Facts facts = new Scope.Facts(country, Set.of(sector), Set.of(), Set.of(), received);

        assertThat(STANDARD.stream()
                        .filter(each -> each.scope().includes(facts))
                        .map(Regime::name))
                .containsExactlyInAnyOrder(regimes.split(" "));
    }

    @Test
    void aFinalResponseUnderFcaRulesNamesTheOmbudsmanAndTheTime() {
        assertThat(regime("uk-fca").required(org.amends.complaint.LetterPurpose.FINAL_RESPONSE))
                .containsExactlyInAnyOrder(
                        LetterContent.REASONS,
                        LetterContent.REFERRAL,
                        LetterContent.REFERRAL_ADDRESS,
                        LetterContent.REFERRAL_LIMIT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        regimes: 7                                        | mine:1:10: found no list
        regimes: [{title: {en: x}, name: a}]              | mine:1:34: found "a"
        regimes: [{name: ab}]                             | mine:1:11: found an entry without "title"
        regimes: [{nam: ab}]                              | found the unknown entry "nam"
        regimes: [{name: ab, title: {fr: x}}]             | a title without English
        rules: []                                         | found the unknown entry "rules"
        regimes: [                                        | what is no YAML
        """)
    void whatIsWrongIsNamedWithItsPlace(String yaml, String message) {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> RegimePacks.read("mine", yaml))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {duty: final, within: 8 fortnights}                    | "8 fortnights"
        {duty: final, within: 0 weeks}                         | 1 to 4000
        {duty: finale, within: 8 weeks}                        | acknowledge holding final
        {duty: redress, within: 7 days}                        | no "done_by"
        {duty: final, within: 7 days, done_by: [refund]}       | "done_by"
        {duty: final, within: 7 days, pausable: perhaps}       | true or false
        """)
    void whatIsWrongWithADutyIsNamedWithItsRemedy(String duty, String message) {
        String yaml = """
                regimes:
                  - name: mine
                    title: {en: Mine}
                    source: ours
                    provenance: chosen
                    duties: [%s]
                """.formatted(duty);

        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> RegimePacks.read("mine", yaml))
                .withMessageStartingWith("mine:6:")
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 2026-04-03, false", "GB, 2026-04-06, false", "GB, 2026-08-31, false", "GB, 2026-12-28, false",
        "GB-SCT, 2026-04-06, true", "FR, 2026-05-14, false", "FR, 2026-05-25, false", "FR, 2026-07-14, false",
        "ES, 2026-10-12, false", "DE, 2026-10-02, true", "US, 2026-07-03, false", "US, 2026-11-26, false",
        "CA-QC, 2026-06-24, false", "CA-ON, 2026-06-24, true", "AU, 2026-01-26, false", "RU, 2026-01-08, false",
        "RU, 2026-01-09, true", "LT, 2026-05-01, false", "IN, 2026-08-15, false"
    })
    void knowsTheDaysOffOfCountries(String country, LocalDate day, boolean open) {
        assertThat(CountryCalendars.standard().of(country).isBusinessDay(day)).isEqualTo(open);
    }

    @Test
    void countriesHaveTheirZones() {
        assertThat(CountryCalendars.standard().of("AU").zone()).isEqualTo(ZoneId.of("Australia/Sydney"));
    }

    private static Regime regime(String name) {
        return STANDARD.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
