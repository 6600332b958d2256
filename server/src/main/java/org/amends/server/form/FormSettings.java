package org.amends.server.form;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation sets about the pages for customers, below {@code amends.form}, as in {@code AMENDS_FORM_ENABLED}.
 *
 * @param enabled whether there are such pages
 * @param hourlyPerAddress how many complaints an hour are taken from one address of the internet; many people may share one
 * @param privacy where the company says what it does with personal data, or null
 */
@ConfigurationProperties("amends.form")
public record FormSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("20") int hourlyPerAddress,
        @Nullable URI privacy) {}
