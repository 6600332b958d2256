package org.amends.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.format.policy.PolicyNumber;
import org.amends.policy.Parameter;

/** Fills {@code {acute.harm}} in an expected text with the default of that parameter, which calibration may change. */
public final class Defaults {

    private static final Pattern KEY = Pattern.compile("\\{([a-z_]+\\.[a-z_]+)}");

    private Defaults() {}

    public static String in(String text) {
        return KEY.matcher(text)
                .replaceAll(key -> Matcher.quoteReplacement(
                        PolicyNumber.text(Parameter.named(key.group(1)).defaultValue())));
    }
}
