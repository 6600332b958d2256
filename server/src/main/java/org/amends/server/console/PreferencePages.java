package org.amends.server.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.amends.story.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps in the reader's browser in which language and in which light the console is shown. */
@Controller
class PreferencePages {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    @PostMapping("/preferences")
    ResponseEntity<Void> keep(
            HttpServletRequest request,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String theme,
            @RequestParam(defaultValue = "/") String back) {
        HttpHeaders headers = new HttpHeaders();
        if (language != null && Language.of(language) != null) {
            headers.add(HttpHeaders.SET_COOKIE, cookie(request, Framing.LANGUAGE_COOKIE, language));
        }
        if (theme != null && THEMES.contains(theme)) {
            headers.add(HttpHeaders.SET_COOKIE, cookie(request, Framing.THEME_COOKIE, theme));
        }
        headers.add(HttpHeaders.LOCATION, ownPath(back));
        return new ResponseEntity<>(headers, HttpStatus.SEE_OTHER);
    }

    private static String cookie(HttpServletRequest request, String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** Nobody is led to another site: "//host" and "/\host" name one. */
    private static String ownPath(String back) {
        boolean own = back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().noneMatch(letter -> letter == '\\' || Character.isISOControl(letter));
        return own ? back : "/";
    }
}
