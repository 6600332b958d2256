package org.amends.server.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.amends.server.console.Frame;
import org.amends.server.console.Texts;
import org.amends.story.Language;
import org.jspecify.annotations.Nullable;

/** In which language a page for a customer is shown. No cookie is read or set for it. */
final class PageLanguage {

    private PageLanguage() {}

    /** The first one that the browser asks for and that there is, else English. */
    static Language of(HttpServletRequest request) {
        for (Locale wanted : Collections.list(request.getLocales())) {
            Language known = Language.of(wanted.toLanguageTag());
            if (known != null) {
                return known;
            }
        }
        return Language.EN;
    }

    /** The one that was chosen on the page, else the other one. */
    static Language chosen(@Nullable String code, Language otherwise) {
        Language known = code == null ? null : Language.of(code);
        return known == null ? otherwise : known;
    }

    /** What a page without a login needs besides its content. */
    static Frame frame(Language language, HttpServletRequest request) {
        return new Frame(
                Texts.in(language),
                request.getRequestURI(),
                request.getQueryString(),
                "auto",
                "",
                null,
                "_csrf",
                "X-CSRF-TOKEN",
                null,
                Set.of());
    }
}
