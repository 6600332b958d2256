package org.amends.cli.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.amends.story.Language;

/** Writes the report as one HTML page that needs nothing beside itself: no script, no font, no request. */
public final class ReportPage {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportPage.class.getClassLoader(), "org.amends.cli");

    private ReportPage() {}

    /** The page, to be written as UTF-8. The same data and language give the same page. */
    public static String html(ReportData data, Language language) {
        StringOutput page = new StringOutput();
        TEMPLATES.render("report/page.jte", new ReportView(data, language), page);
        return page.toString();
    }
}
