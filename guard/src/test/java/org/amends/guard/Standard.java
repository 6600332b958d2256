package org.amends.guard;

import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.label.LabelReader;
import org.amends.guard.substitution.Guard;

/** The knowledge that comes with the product and a guard that uses it: loaded once for all tests. */
public final class Standard {

    /** All foods. */
    public static final FoodKnowledge KNOWLEDGE = FoodKnowledge.standard();

    /** The guard. */
    public static final Guard GUARD = new Guard(KNOWLEDGE);

    /** Its reader of labels. */
    public static final LabelReader READER = GUARD.reader();

    private Standard() {}
}
