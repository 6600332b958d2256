package org.amends.guard.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries with the entries that they are kinds of, and what they inherit from them. */
final class Taxonomy {

    /**
     * A flag and how it is known.
     *
     * @param own whether the entry itself says so; else its parents do
     */
    record Told(Flag flag, boolean own) {}

    /** More steps up than any true taxonomy has. */
    private static final int HIGHEST = 50;

    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<String, Entry> byLooseName = new HashMap<>();
    private final Map<Entry, List<Entry>> parents = new HashMap<>();
    private final Map<Entry, Kinds.Kind> kinds = new HashMap<>();
    private final Set<Entry> withLostParents = new HashSet<>();
    private final Set<String> stopwords = new HashSet<>();
    private final Notes notes;

    Taxonomy(List<TaxonomyReader> readings, Notes notes) {
        this.notes = notes;
        for (TaxonomyReader reading : readings) {
            stopwords.addAll(reading.stopwords());
            for (Entry entry : reading.entries()) {
                Entry before = byId.putIfAbsent(entry.id(), entry);
                if (before != null) {
                    before.join(entry);
                }
            }
        }
        for (Entry entry : byId.values()) {
            for (String id : entry.ids()) {
                byName.merge(id, entry, (first, other) -> first);
                byLooseName.merge(TaxonomyNames.loose(id, stopwords), entry, (first, other) -> first);
            }
        }
        byId.values().forEach(this::link);
        byId.values().forEach(this::cutCircle);
    }

    Collection<Entry> entries() {
        return byId.values();
    }

    /** By its identifier or the identifier of one of its names; null where there is none. */
    @Nullable
    Entry named(String id) {
        Entry own = byId.get(id);
        Entry named = own == null ? byName.get(id) : own;
        return named == null ? byLooseName.get(TaxonomyNames.loose(id, stopwords)) : named;
    }

    private void link(Entry entry) {
        List<Entry> found = new ArrayList<>();
        for (String id : entry.parents()) {
            Entry parent = named(id);
            if (parent == null) {
                notes.fault(
                        entry.place(),
                        entry.id() + " has the parent \"" + id + "\", which is in none of the files",
                        "Correct it, or convert the file that has it together with this one.");
                boolean ignored = withLostParents.add(entry);
            } else if (parent != entry) {
                found.add(parent);
            }
        }
        parents.put(entry, found);
    }

    private void cutCircle(Entry entry) {
        if (reaches(entry, entry, new HashSet<>())) {
            notes.fault(
                    entry.place(),
                    entry.id() + " is among its own ancestors",
                    "Take a parent away; none of them counts.");
            parents.put(entry, List.of());
        }
    }

    private boolean reaches(Entry from, Entry wanted, Set<Entry> seen) {
        for (Entry parent : parents(from)) {
            if (parent == wanted || (seen.add(parent) && reaches(parent, wanted, seen))) {
                return true;
            }
        }
        return false;
    }

    List<Entry> parents(Entry entry) {
        return parents.getOrDefault(entry, List.of());
    }

    /** Itself, then its ancestors, the nearest first. */
    Set<Entry> lineage(Entry entry) {
        Set<Entry> all = new LinkedHashSet<>(List.of(entry));
        List<Entry> next = parents(entry);
        for (int step = 0; step < HIGHEST && !next.isEmpty(); step++) {
            List<Entry> further = new ArrayList<>();
            for (Entry each : next) {
                if (all.add(each)) {
                    further.addAll(parents(each));
                }
            }
            next = further;
        }
        return all;
    }

    Told vegan(Entry entry) {
        return told(entry, Entry::vegan);
    }

    Told vegetarian(Entry entry) {
        return told(entry, Entry::vegetarian);
    }

    private Told told(Entry entry, Function<Entry, Flag> own) {
        Flag flag = own.apply(entry);
        return flag == Flag.UNKNOWN ? new Told(inherited(entry, own, new HashMap<>()), false) : new Told(flag, true);
    }

    /** Parents that disagree give maybe; so does a yes beside a parent that nobody knows. */
    private Flag inherited(Entry entry, Function<Entry, Flag> own, Map<Entry, Flag> done) {
        Flag known = done.get(entry);
        if (known != null) {
            return known;
        }
        Flag flag = Flag.UNKNOWN;
        for (Entry parent : parents(entry)) {
            Flag said = own.apply(parent);
            Flag its = said == Flag.UNKNOWN ? inherited(parent, own, done) : said;
            flag = its == Flag.IGNORE ? flag : flag.with(its);
        }
        Flag result = flag == Flag.YES && withLostParents.contains(entry) ? Flag.MAYBE : flag;
        done.put(entry, result);
        return result;
    }

    /** What kinds of things it is, by itself or else by its nearest parents that are any. */
    Kinds.Kind kind(Entry entry) {
        Kinds.Kind known = kinds.get(entry);
        if (known != null) {
            return known;
        }
        Kinds.Kind all = Kinds.of(entry);
        if (all.equals(Kinds.Kind.NONE)) {
            for (Entry parent : parents(entry)) {
                all = all.and(kind(parent));
            }
        }
        kinds.put(entry, all);
        return all;
    }
}
