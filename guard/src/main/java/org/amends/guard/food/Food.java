package org.amends.guard.food;

/**
 * A food, a substance or a dish that labels name.
 *
 * @param key its English name, unique
 * @param is what is certainly in it, as a set of {@link Trait}s
 * @param may what may well be in it, depending on the maker
 * @param seldom what is in it in unusual making only
 * @param source where this is known from
 */
public record Food(String key, long is, long may, long seldom, String source) {

    /** Whether nothing in it matters to anybody. */
    public boolean isPlain() {
        return (is | may | seldom) == 0;
    }

    /** A food which may be either of the two, since both bear one name. */
    Food or(Food other) {
        long sure = is & other.is;
        return new Food(
                key + " or " + other.key,
                sure,
                (is | other.is | may | other.may) & ~sure,
                (seldom | other.seldom) & ~sure,
                source.equals(other.source) ? source : source + ", " + other.source);
    }

    /** This food under its own key, with what either of the two says: for a name that two files know. */
    Food and(Food other) {
        long sure = is | other.is;
        long maybe = (may | other.may) & ~sure;
        return new Food(
                key,
                sure,
                maybe,
                (seldom | other.seldom) & ~sure & ~maybe,
                source.equals(other.source) ? source : source + ", " + other.source);
    }
}
