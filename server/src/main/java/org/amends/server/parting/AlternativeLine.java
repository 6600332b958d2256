package org.amends.server.parting;

/** Another provider in a list, in words. */
public record AlternativeLine(String id, String name, String address, String qualities) {}
