package org.amends.server.console;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page needs besides its own content.
 *
 * @param texts the words in the reader's language
 * @param path the path of the page, for links that lead back and for the menu
 * @param theme {@code light}, {@code dark}, or {@code auto} to follow the system
 * @param nonce what scripts and styles written into the page must carry
 * @param csrfToken what forms must send, or null where nobody is logged in
 * @param csrfParameter the name under which they send it
 * @param person the name of who is logged in, or null
 * @param authorities what that person may do, such as {@code SCOPE_write}
 */
public record Frame(
        Texts texts,
        String path,
        String theme,
        String nonce,
        @Nullable String csrfToken,
        String csrfParameter,
        @Nullable String person,
        Set<String> authorities) {

    public Frame {
        authorities = Set.copyOf(authorities);
    }

    /** A text in the reader's language. */
    public String text(String key, Object... namesAndValues) {
        return texts.text(key, namesAndValues);
    }

    /** Whether the reader may do what this scope allows. */
    public boolean may(String scope) {
        return authorities.contains("SCOPE_" + scope);
    }
}
