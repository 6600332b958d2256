package org.amends.guard.taxonomy;

import java.time.LocalDate;

/**
 * One taxonomy file.
 *
 * @param kind which taxonomy
 * @param file its name, for messages and for the source
 * @param date the state of the data
 * @param text what is in it
 */
public record TaxonomyText(TaxonomyKind kind, String file, LocalDate date, String text) {}
