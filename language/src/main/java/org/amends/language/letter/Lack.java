package org.amends.language.letter;

/**
 * Something that a case must hold, and does not, before its letter can be written.
 *
 * @param place the field, for example {@code promises[0].what}
 * @param reason what is wrong there, without a full stop
 * @param remedy what to do about it
 */
public record Lack(String place, String reason, String remedy) {}
