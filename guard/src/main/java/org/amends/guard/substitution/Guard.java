package org.amends.guard.substitution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.Language;
import org.amends.guard.label.LabelReader;
import org.amends.preference.InferredPreference;
import org.amends.preference.Need;
import org.amends.preference.StatedPreference;
import org.amends.slip.Verdict;

/**
 * Answers whether products may be sent to a customer: the same request gives the same answer. It has no clock and no I/O; it may be used
 * by many threads. Whatever it cannot understand leads to a question, never to silence.
 */
public final class Guard {

    private static final double NOTHING_FOUND = 0.97;

    private final LabelReader reader;

    public Guard(FoodKnowledge knowledge) {
        this.reader = new LabelReader(knowledge);
    }

    /** The verdicts on all candidates of a request, and the best of them. */
    public SubstitutionAnswer answer(SubstitutionRequest request) {
        Language language = Language.of(request.locale());
        ProductReading ordered =
                request.ordered() == null ? null : ProductReading.of(request.ordered(), reader, language);
        Commerce commerce = ordered == null ? null : new Commerce(ordered, request.history());
        Habits habits = new Habits(request.history(), reader, language);
        List<InferredPreference> inferred = withoutStated(habits.inferred(), request.stated());
        List<ProductReading> products = new ArrayList<>();
        List<CandidateVerdict> verdicts = new ArrayList<>();
        for (Candidate candidate : request.candidates()) {
            ProductReading product = ProductReading.of(candidate.product(), reader, language);
            List<Reason> reasons = new ArrayList<>();
            boolean bothForPets = product.isForPets() && (ordered == null || ordered.isForPets());
            if (!bothForPets) {
                stated(request.stated(), product, reasons);
                for (InferredPreference each : inferred) {
                    reasons.addAll(InferredCheck.of(each, product, habits));
                }
            }
            if (ordered != null && commerce != null) {
                reasons.addAll(ItemClaims.of(ordered, product));
                reasons.addAll(commerce.of(product));
            }
            products.add(product);
            verdicts.add(verdict(candidate.id(), reasons));
        }
        return BestChoice.of(request.id(), ordered, products, verdicts);
    }

    private static void stated(List<StatedPreference> stated, ProductReading product, List<Reason> reasons) {
        for (StatedPreference each : stated) {
            switch (each) {
                case StatedPreference.OfNeed(Need need) -> reasons.addAll(NeedCheck.of(need, product));
                case StatedPreference.BrandOnly(String brand) -> {
                    if (!Brands.names(product.product().name(), brand)) {
                        reasons.add(new Reason(
                                Verdict.BLOCK,
                                "brand_only",
                                "The customer wants " + brand + " and no other brand.",
                                0.95));
                    }
                }
                case StatedPreference.Unrecognised(String words) ->
                    reasons.add(new Reason(
                            Verdict.ASK,
                            "not_understood",
                            "The customer stated “" + words + "”, which is not understood.",
                            0.9));
                case StatedPreference.OfContact ignored -> {}
            }
        }
    }

    /** What was stated needs no inference; nor does what follows from it. */
    private static List<InferredPreference> withoutStated(
            List<InferredPreference> inferred, List<StatedPreference> stated) {
        List<InferredPreference> left = new ArrayList<>();
        for (InferredPreference each : inferred) {
            if (!stated.contains(new StatedPreference.OfNeed(each.need()))) {
                left.add(each);
            }
        }
        return left;
    }

    private static CandidateVerdict verdict(String id, List<Reason> reasons) {
        List<Reason> sorted = new ArrayList<>(reasons);
        sorted.sort(Comparator.comparing(Reason::verdict)
                .thenComparingDouble(Reason::confidence)
                .reversed());
        Verdict verdict = Verdict.ALLOW;
        for (Reason reason : sorted) {
            verdict = verdict.or(reason.verdict());
        }
        double confidence = sorted.isEmpty() ? NOTHING_FOUND : sorted.getFirst().confidence();
        return new CandidateVerdict(id, verdict, sorted, confidence, null);
    }

    /** The reader of labels that it uses. */
    public LabelReader reader() {
        return reader;
    }
}
