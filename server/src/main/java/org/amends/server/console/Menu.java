package org.amends.server.console;

import java.util.List;

/** The parts of the console, in the order of the menu. */
public final class Menu {

    /**
     * One part.
     *
     * @param key of its name, below {@code menu.}, and of its picture
     * @param path where it begins
     * @param scope what a reader needs to see it
     */
    public record Entry(String key, String path, String scope) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("today", "/", "read"),
            new Entry("cases", "/cases", "read"),
            new Entry("mails", "/mails", "read"),
            new Entry("relationships", "/relationships", "read"),
            new Entry("ways", "/ways", "read"),
            new Entry("promises", "/promises", "read"),
            new Entry("guard", "/guard", "read"),
            new Entry("aftercare", "/aftercare", "read"),
            new Entry("partings", "/partings", "read"),
            new Entry("automation", "/automation", "read"),
            new Entry("policy", "/policy", "policy"),
            new Entry("import", "/imports", "ingest"),
            new Entry("people", "/people", "admin"),
            new Entry("audit", "/audit", "admin"));

    private Menu() {}

    /** What this reader may see. */
    public static List<Entry> of(Frame frame) {
        return ENTRIES.stream().filter(entry -> frame.may(entry.scope())).toList();
    }
}
