package org.amends.server.console;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at a page as it stands in the browser: what axe finds in anybody's way, and a picture for people who wish to look. */
public final class PageCheck {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private PageCheck() {}

    /** What is serious or critical by axe's measure: the rule and the first place each. */
    public static List<String> graveFaults(Page page) {
        return told(violations(page).filter(rule -> GRAVE.contains(rule.getImpact())));
    }

    /** All that axe finds. */
    public static List<String> faults(Page page) {
        return told(violations(page));
    }

    /** All that axe finds within what this selector names. */
    public static List<String> faultsWithin(Page page, String selector) {
        return told(axe(page).include(selector).analyze().getViolations().stream());
    }

    private static Stream<Rule> violations(Page page) {
        return axe(page).analyze().getViolations().stream();
    }

    /** Our pages hold no frames: without the way for frames, and without a report of what is right, it takes half the time. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static List<String> told(Stream<Rule> rules) {
        return rules.map(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .toList();
    }

    /** Takes a picture of the whole page into the folder {@code $AMENDS_PICTURES}, where there is one. */
    public static void picture(Page page, String name) {
        String folder = System.getenv("AMENDS_PICTURES");
        if (folder != null) {
            byte[] ignored = page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name.replaceAll("\\W+", "_") + ".png")));
        }
    }
}
