package org.amends.language.mail;

/**
 * Who a mail is from or to.
 *
 * @param name the name beside the address, decoded; empty if there is none
 * @param address the address itself, as written; may be broken in a broken mail
 */
public record MailAddress(String name, String address) {}
