package org.amends.server.ingest;

/**
 * A row that was left out.
 *
 * @param line where it begins, the header being line 1
 * @param place the column at fault, or {@code row}
 * @param value what was found there, shortened
 * @param reason what is wrong
 * @param remedy what to do about it
 */
record ImportRejection(long line, String place, String value, String reason, String remedy) {}
