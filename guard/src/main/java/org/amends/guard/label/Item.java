package org.amends.guard.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.amends.guard.food.Trait;

/** One item of a list with what was found in it, and how much what stands in its brackets tells of it. */
final class Item {

    /** Foods which are named after what they taste of, not after what they are made of. */
    private static final Set<String> TASTES = Set.of("seasoning", "flavouring", "flavour", "spice mix", "spices");

    final Segment segment;
    final List<Finding> findings = new ArrayList<>();
    final List<String> unknown = new ArrayList<>();
    boolean classOnly;

    private final List<Item> children = new ArrayList<>();
    private long settled;
    private boolean told;

    Item(Segment segment) {
        this.segment = segment;
    }

    /** Something that stands in its brackets or behind its colon. */
    void add(Item child) {
        children.add(child);
    }

    /** What it is made of follows behind a colon. */
    void isTold(Item by) {
        children.add(by);
        told = true;
    }

    /** Something said elsewhere settles doubts about these traits. */
    void settle(long traits) {
        settled |= traits;
    }

    /** Of which animal something is, another word of the item may say: "chicken fat", "turkey rashers" are not from the pig. */
    void agree() {
        if (findings.size() > 1
                && findings.stream().anyMatch(Item::isOtherMeat)
                && findings.stream().noneMatch(it -> (it.is() & Trait.PORK.bit()) != 0)) {
            findings.replaceAll(it -> new Finding(
                    it.food(),
                    it.words(),
                    it.is(),
                    it.may() & ~Trait.PORK.bit(),
                    it.seldom(),
                    it.trace(),
                    it.confidence()));
        }
    }

    private int known() {
        int known = 0;
        for (Item child : children) {
            known += child.findings.size();
        }
        return known;
    }

    private boolean hasUnknown() {
        for (Item child : children) {
            if (!child.unknown.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether its parts are told and known, so that it hides nothing. */
    boolean isExplained() {
        return known() >= (told ? 1 : 2) && !hasUnknown();
    }

    /** The findings, without the doubts that its parts answer. */
    List<Finding> settled() {
        int known = known();
        if (settled == 0 && (known == 0 || hasUnknown())) {
            return findings;
        }
        boolean answered = known > 0 && !hasUnknown();
        boolean explained = isExplained();
        long noPork = children.stream().flatMap(it -> it.findings.stream()).anyMatch(Item::isOtherMeat)
                ? Trait.PORK.bit()
                : 0;
        boolean taste = explained
                && findings.stream().anyMatch(it -> TASTES.contains(it.food().key()));
        List<Finding> all = new ArrayList<>();
        for (Finding it : findings) {
            long may = explained ? 0 : it.may() & ~settled & ~noPork;
            long seldom = answered ? 0 : it.seldom() & ~settled;
            all.add(new Finding(it.food(), it.words(), taste ? 0 : it.is(), may, seldom, it.trace(), it.confidence()));
        }
        return all;
    }

    private static boolean isOtherMeat(Finding finding) {
        return (finding.is() & Trait.MEAT.bit()) != 0 && ((finding.is() | finding.may()) & Trait.PORK.bit()) == 0;
    }
}
