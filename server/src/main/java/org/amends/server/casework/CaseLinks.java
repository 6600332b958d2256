package org.amends.server.casework;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the page of a case lies. */
public final class CaseLinks {

    private CaseLinks() {}

    /** The address of the page of this case. */
    public static String to(String reference) {
        return "/cases/" + URLEncoder.encode(reference, StandardCharsets.UTF_8);
    }
}
