package org.amends.guard.substitution;

import java.util.ArrayList;
import java.util.List;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Trait;
import org.amends.guard.food.WordKind;
import org.amends.guard.label.Finding;
import org.amends.preference.Need;
import org.amends.slip.Verdict;

/** Holds one product against one need. */
final class NeedCheck {

    private static final double NEARLY_SURE = 0.99;
    private static final double LIKELY = 0.9;

    /** A name that says one of these says it whatever the list says; that bread is made of wheat, it does not say. */
    private static final long SAID_BY_NAME = Trait.set(
            Trait.MEAT,
            Trait.PORK,
            Trait.BLOOD,
            Trait.FISH,
            Trait.CRUSTACEAN,
            Trait.MOLLUSC,
            Trait.SLAUGHTER,
            Trait.EGG,
            Trait.MILK,
            Trait.HONEY,
            Trait.NUT,
            Trait.PEANUT,
            Trait.SESAME,
            Trait.CELERY,
            Trait.MUSTARD,
            Trait.LUPIN);

    /** Traits that nobody sees in a product. */
    private static final long HIDDEN = Trait.set(Trait.SLAUGHTER, Trait.INSECT, Trait.ANIMAL, Trait.PORK);

    /** What is said of processed food without a kosher certificate. */
    static final String PROCESSED = "It is processed and bears no kosher certificate.";

    private final Need need;
    private final ProductReading product;
    private final List<Reason> reasons = new ArrayList<>();

    private NeedCheck(Need need, ProductReading product) {
        this.need = need;
        this.product = product;
    }

    /** What speaks against the product; empty where nothing does. */
    static List<Reason> of(Need need, ProductReading product) {
        NeedCheck check = new NeedCheck(need, product);
        NeedRule rule = NeedRule.of(need);
        if (rule == null) {
            check.byLabel();
        } else {
            check.byList(rule);
        }
        return check.reasons;
    }

    /** Organic and cruelty-free are properties of how something was made: only a label shows them. */
    private void byLabel() {
        Claim claim = need == Need.ORGANIC_ONLY ? Claim.ORGANIC : Claim.CRUELTY_FREE;
        if ((product.labels() & claim.bit()) != 0) {
            return;
        }
        if (product.claims(claim)) {
            add(Verdict.ASK, "label", "It calls itself so, but bears no label that shows it.", LIKELY);
        } else if (need == Need.ORGANIC_ONLY) {
            add(Verdict.BLOCK, "label", "It bears no organic label.", LIKELY);
        } else {
            add(Verdict.ASK, "label", "It bears no label that shows it.", LIKELY);
        }
    }

    private void byList(NeedRule rule) {
        boolean certified = rule.certificate() != null
                && (product.labels() & rule.certificate().bit()) != 0;
        for (Finding finding : product.list().findings()) {
            ingredient(rule, finding, certified);
        }
        byName(rule, certified);
        if (!product.hasList()) {
            add(Verdict.ASK, "unknown_ingredients", "Its ingredients are not known.", NEARLY_SURE);
        } else if (need == Need.FRAGRANCE_FREE) {
            mostlyUnknown();
        } else {
            for (String words : product.list().unknown()) {
                add(Verdict.ASK, "unknown_words", "It is not known what “" + words + "” is.", LIKELY);
            }
            if ((product.list().kinds() & WordKind.SEE_PACK.bit()) != 0
                    && product.list().findings().size() < 2) {
                add(Verdict.ASK, "unknown_ingredients", "Its list is on the pack only.", NEARLY_SURE);
            }
        }
        if (need == Need.KOSHER) {
            kosher(certified);
        }
    }

    /** The names of cosmetic substances are endless, those of fragrances are not: a few unknown ones say nothing. */
    private void mostlyUnknown() {
        int unknown = product.list().unknown().size();
        if (2 * unknown > product.list().findings().size()) {
            add(Verdict.ASK, "unknown_words", "It is not known what " + unknown + " of its words are.", LIKELY);
        }
    }

    private void ingredient(NeedRule rule, Finding finding, boolean certified) {
        long sure = finding.is() & rule.forbidden();
        if (sure != 0 && !isSettled(finding, sure)) {
            boolean hidden = (sure & ~HIDDEN) == 0;
            add(
                    Verdict.BLOCK,
                    hidden ? "hidden" : "ingredient",
                    quoted(finding) + " is " + rule.phrase() + ".",
                    NEARLY_SURE * finding.confidence());
        } else if ((finding.is() & rule.certified()) != 0 && !certified) {
            uncertified(rule, finding);
        } else if ((finding.is() & rule.asked()) != 0) {
            add(Verdict.ASK, "ingredient", quoted(finding) + " may be " + rule.phrase() + ".", LIKELY);
        } else if ((finding.trace() & rule.traces()) != 0) {
            add(
                    Verdict.BLOCK,
                    "trace",
                    "It warns of traces of " + quoted(finding) + ".",
                    NEARLY_SURE * finding.confidence());
        } else if ((finding.may() & rule.all()) != 0 && !isRegulated(rule, certified)) {
            add(
                    Verdict.ASK,
                    "doubt",
                    quoted(finding) + " may be " + rule.phrase() + ", depending on the maker.",
                    LIKELY);
        } else if ((finding.seldom() & rule.all()) != 0
                && isMain(finding)
                && !need.isAllergy()
                && (product.claims() & rule.settling()) == 0
                && !certified) {
            add(Verdict.ASK, "rare_doubt", quoted(finding) + " is " + rule.phrase() + " in some making.", LIKELY);
        }
    }

    /**
     * Whether the product consists mainly of it. What is animal in unusual making only, such as a flavouring, is asked where it is
     * the product; as one of many ingredients it would lead to a question about nearly everything.
     */
    private boolean isMain(Finding finding) {
        List<Finding> all = product.list().findings();
        return all.size() <= 2 || all.getFirst().equals(finding);
    }

    /** A claim which the law or a certifier defines settles what depends on the maker. */
    private boolean isRegulated(NeedRule rule, boolean certified) {
        return certified
                || ((need == Need.GLUTEN_FREE || need == Need.LACTOSE_FREE)
                        && (product.claims() & rule.settling()) != 0);
    }

    private void uncertified(NeedRule rule, Finding finding) {
        Claim certificate = rule.certificate();
        boolean says = certificate != null && product.claims(certificate);
        add(
                says ? Verdict.ASK : Verdict.BLOCK,
                "not_certified",
                quoted(finding) + " needs a " + need.stableName() + " certificate, and it bears none.",
                LIKELY);
    }

    /** What the product says of itself answers for some traits. */
    private boolean isSettled(Finding finding, long sure) {
        if (need == Need.LACTOSE_FREE) {
            return Lactose.isSettled(product, finding);
        }
        if (need == Need.GLUTEN_FREE) {
            return Gluten.isSettled(product, sure);
        }
        return false;
    }

    private void byName(NeedRule rule, boolean certified) {
        long violating = rule.forbidden() | (certified ? 0 : rule.certified());
        for (Finding finding : product.named()) {
            long said = finding.is() & violating;
            if (product.hasList()) {
                said &= SAID_BY_NAME;
            }
            if (said != 0 && !isSettled(finding, said) && !isAnswered()) {
                add(
                        Verdict.BLOCK,
                        "name",
                        "It is called " + quoted(finding) + ": " + rule.phrase() + ".",
                        NEARLY_SURE * finding.confidence());
                return;
            }
            if ((finding.is() & rule.asked()) != 0) {
                add(
                        Verdict.ASK,
                        "name",
                        "It is called " + quoted(finding) + ", which may be " + rule.phrase() + ".",
                        LIKELY);
            }
        }
    }

    /** Pet food aside, an imitation is named after what it is not. */
    private boolean isAnswered() {
        return need != Need.HALAL && need != Need.KOSHER && !need.isAllergy() && product.isImitation();
    }

    private void kosher(boolean certified) {
        long all = product.list().is();
        if ((all & Trait.MEAT.bit()) != 0 && (all & Trait.MILK.bit()) != 0) {
            add(Verdict.BLOCK, "meat_with_milk", "It joins meat and milk.", NEARLY_SURE);
        }
        boolean processed = product.list().findings().size() > 1
                || product.list().findings().stream()
                        .anyMatch(finding -> !finding.food().isPlain());
        if (!certified && product.hasList() && processed) {
            add(Verdict.ASK, "not_certified", PROCESSED, LIKELY);
        }
    }

    private static String quoted(Finding finding) {
        return "“" + finding.words() + "”";
    }

    private void add(Verdict verdict, String what, String evidence, double confidence) {
        reasons.add(new Reason(verdict, need.stableName() + ":" + what, evidence, confidence));
    }
}
