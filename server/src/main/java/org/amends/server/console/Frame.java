package org.amends.server.console;

import java.util.Set;
import org.amends.story.Numerals;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs besides its own content.
 *
 * @param texts the words in the reader's language
 * @param path the path of the page, for links that lead back and for the menu
 * @param query the query of the page as it was sent, or null
 * @param theme {@code light}, {@code dark}, or {@code auto} to follow the system
 * @param nonce what scripts and styles written into the page must carry
 * @param csrfToken what forms must send, or null where nobody is logged in
 * @param csrfParameter the name under which they send it
 * @param csrfHeader the header in which scripts send it
 * @param person the name of who is logged in, or null
 * @param authorities what that person may do, such as {@code SCOPE_write}
 */
public record Frame(
        Texts texts,
        String path,
        @Nullable String query,
        String theme,
        String nonce,
        @Nullable String csrfToken,
        String csrfParameter,
        String csrfHeader,
        @Nullable String person,
        Set<String> authorities) {

    /** Copies the set. */
    public Frame {
        authorities = Set.copyOf(authorities);
    }

    /** A text in the reader's language. */
    public String text(String key, Object... namesAndValues) {
        return texts.text(key, namesAndValues);
    }

    /** Numbers, money and dates as the reader's language writes them. */
    public Numerals numerals() {
        return texts.numerals();
    }

    /** Whether the reader may do what this scope allows. */
    public boolean may(String scope) {
        return authorities.contains("SCOPE_" + scope);
    }

    /** Whether the page belongs to the part of the console that begins at this path. */
    public boolean within(String part) {
        return part.equals("/") ? path.equals("/") : path.equals(part) || path.startsWith(part + "/");
    }

    /** The page itself, with its query: where a form leads back to. */
    public String here() {
        return query == null ? path : path + "?" + query;
    }

    /** The address of a style, script or picture below {@code /assets}. */
    public String asset(String name) {
        return Assets.address(name);
    }
}
