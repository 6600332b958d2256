package org.amends.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amends.story.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPageTest {

    private static final double LEAST_CONTRAST = 4.5;

    /** What carries meaning as text or as a drawn bar; tracks and rules are ornament. */
    private static final List<String> MEANINGFUL = List.of(
            "ink",
            "muted",
            "strong",
            "quiet",
            "link",
            "acute-failure",
            "accumulation",
            "fading",
            "competitor-pull",
            "betrayed-trust");

    @ParameterizedTest
    @EnumSource
    void writesTheAgreedPage(Language language) throws IOException {
        Path golden = Path.of("src/test/resources/golden/report-" + language.code() + ".html");
        String page = ReportPage.html(SmallReport.ofEverything(), language);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, page);
        }

        assertThat(golden).content().isEqualTo(page);
    }

    static Stream<String> pages() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(
                                SmallReport.ofEverything(), SmallReport.ofNothingWrong(), SmallReport.ofNobody())
                        .map(data -> ReportPage.html(data, language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormed(String page) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Jsoup.parse(page, "", parser);
        assertThat(parser.getErrors()).isEmpty();

        Set<String> ids = new HashSet<>();
        for (Element element : parse(page).select("[id]")) {
            assertThat(ids.add(element.id())).as(element.id()).isTrue();
        }
        for (Element element : parse(page).select("[aria-labelledby]")) {
            assertThat(ids).containsAll(List.of(element.attr("aria-labelledby").split(" ")));
        }
        for (Element link : parse(page).select("a[href]")) {
            assertThat(ids).contains(link.attr("href").substring(1));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksNothingOfTheNetworkAndRunsNothing(String page) {
        assertThat(page).doesNotContain("http://", "https://", "<script", "@import", "url(");
        assertThat(parse(page).select("[src], [onclick], [onload], link[rel=stylesheet]"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headsItsSectionsInOrder(String page) {
        List<Integer> levels = new ArrayList<>();
        for (Element heading : parse(page).select("h1, h2, h3, h4")) {
            levels.add(Integer.parseInt(heading.tagName().substring(1)));
        }

        assertThat(levels).startsWith(1);
        assertThat(levels.subList(1, levels.size())).doesNotContain(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysEachChartAgainAsATable(String page) {
        for (Element figure : parse(page).select("figure")) {
            assertThat(figure.select("svg[role=img] > title").text()).isNotBlank();
            assertThat(figure.select("svg[role=img] > desc").text()).isNotBlank();
            assertThat(figure.select("table caption").text()).isNotBlank();
            assertThat(figure.select("table tbody tr")).isNotEmpty();
        }
        assertThat(parse(page).select("table:not(:has(caption)), th:not([scope])"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesItsLanguageAndLeadsPastItsMenu(Language language) {
        Document page = parse(ReportPage.html(SmallReport.ofEverything(), language));

        assertThat(page.select("html").attr("lang")).isEqualTo(language.code());
        assertThat(page.body().child(0).attr("href")).isEqualTo("#report");
        assertThat(page.select("main#report")).hasSize(1);
        assertThat(page.select("time[datetime=2026-06-30]")).isNotEmpty();
    }

    @Test
    void showsAnIdThatIsHtmlAsText() {
        String page = ReportPage.html(SmallReport.ofEverything(), Language.EN);

        assertThat(page).contains("&lt;script&gt;alert(").doesNotContain("<script", "\u202E");
        assertThat(parse(page).select("#first-1-h").text()).isEqualTo("<script>alert(\"1\")</script>&\uFFFDkcatta");
    }

    @Test
    void showsFileNamesThatAreHtmlAsText() {
        Document page = parse(ReportPage.html(SmallReport.ofEverything(), Language.EN));

        assertThat(page.select(".run dd").eachText()).contains("orders <2026>.csv");
    }

    @Test
    void addsItsWaterfallsUpToTheChance() {
        Document page = parse(ReportPage.html(SmallReport.ofEverything(), Language.EN));

        assertThat(page.select("#first-1-numbers-d").text())
                .isEqualTo("Usual course for such customers: −0.6; What went wrong: +2.4; A slow answer: +0.9; "
                        + "What you put right: −0.8; Good experiences: −0.4; Chance of ending: 82%.");
    }

    @Test
    void saysKindlyThatNothingIsWrong() {
        Document page = parse(ReportPage.html(SmallReport.ofNothingWrong(), Language.EN));

        assertThat(page.select("h1").text()).isEqualTo("None of 3 relationships is breaking");
        assertThat(page.select("#modes svg, #kinds svg, #first article")).isEmpty();
        assertThat(page.select("#modes .none").text()).contains("good news");
        assertThat(page.select(".figures").text()).contains("not known: no amounts in the data");
        assertThat(page.select("#kinds .none").text()).contains("record no failures");
    }

    @Test
    void saysThatItFoundNobody() {
        Document page = parse(ReportPage.html(SmallReport.ofNobody(), Language.EN));

        assertThat(page.select("h1").text()).isEqualTo("No customer relationship was found");
        assertThat(page.select("#run").text()).contains("Rows refused 2");
    }

    @Test
    void doesNotAddUpSeveralCurrencies() {
        ReportCollector collector = new ReportCollector(SmallReport.NOW, 0.5);
        new Town(SmallReport.EUR).stream(0, 20, collector);
        new Town(java.util.Currency.getInstance("USD")).stream(20, 40, collector);
        ReportData data = new ReportData(SmallReport.run(), collector.findings());

        Document page = parse(ReportPage.html(data, Language.EN));

        assertThat(page.select(".figures").text()).contains("not added up: several currencies");
    }

    @Test
    void keepsItsColoursReadableByDayAndByNight() {
        String style = parse(ReportPage.html(SmallReport.ofNobody(), Language.EN))
                .select("style")
                .html();
        String[] schemes = style.split("prefers-color-scheme: dark", -1);

        for (String scheme : schemes) {
            for (String colour : MEANINGFUL) {
                assertThat(contrast(colour(scheme, colour), colour(scheme, "paper")))
                        .as(colour)
                        .isGreaterThanOrEqualTo(LEAST_CONTRAST);
                assertThat(contrast(colour(scheme, "ink"), colour(scheme, "raised")))
                        .isGreaterThanOrEqualTo(LEAST_CONTRAST);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameEveryTime(Language language) {
        assertThat(ReportPage.html(SmallReport.ofEverything(), language))
                .isEqualTo(ReportPage.html(SmallReport.ofEverything(), language));
    }

    private static Document parse(String page) {
        return Jsoup.parse(page);
    }

    private static int colour(String style, String name) {
        Matcher colour = Pattern.compile("--" + name + ": #([0-9a-f]{3,6});").matcher(style);
        assertThat(colour.find()).as(name).isTrue();
        String hex = colour.group(1);
        return Integer.parseInt(hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex, 16);
    }

    /** As WCAG 2.2 defines it. */
    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
