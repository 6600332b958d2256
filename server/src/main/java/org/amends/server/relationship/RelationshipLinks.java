package org.amends.server.relationship;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where the page of a relationship lies. */
public final class RelationshipLinks {

    /** Other ids could not stand in a path: servers refuse encoded slashes there. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_~@+-][A-Za-z0-9._~@+-]*");

    private RelationshipLinks() {}

    /**
     * The address of the page.
     *
     * @param brand empty when there is one only
     */
    public static String to(String customer, String brand) {
        return to(customer, brand, "");
    }

    /** The address of a part of the page, for example {@code /timeline}. */
    static String to(String customer, String brand, String part) {
        String ofBrand = brand.isEmpty() ? "" : "brand=" + encoded(brand);
        if (PLAIN.matcher(customer).matches()) {
            String path = "/relationships/" + encoded(customer).replace("+", "%20") + part;
            return ofBrand.isEmpty() ? path : path + "?" + ofBrand;
        }
        String path = "/relationship" + part + "?customer=" + encoded(customer);
        return ofBrand.isEmpty() ? path : path + "&" + ofBrand;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
