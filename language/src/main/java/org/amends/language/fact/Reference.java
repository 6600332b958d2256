package org.amends.language.fact;

/**
 * A number, code or user name by which a case, an order, an account, a contract, an invoice, a batch or a shipment is found.
 *
 * @param text as written, without the word that announces it
 * @param span where it stands
 */
public record Reference(String text, Span span) {}
