package org.amends.cli.history;

/**
 * A row that is left out, and why.
 *
 * @param row which: the file and line, or where it came from otherwise
 * @param order its place among the rejected of the whole input: file number and line
 * @param place the column at fault, or {@code row}
 * @param reason what is wrong
 * @param value what was found, shortened; empty when nothing was
 * @param remedy what to do about it
 */
public record RejectedRow(String row, long order, String place, String reason, String value, String remedy) {}
