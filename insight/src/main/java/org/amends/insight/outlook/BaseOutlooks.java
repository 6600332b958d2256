package org.amends.insight.outlook;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.amends.insight.base.BaseModel;
import org.amends.insight.base.Fit;
import org.amends.insight.base.GammaGamma;
import org.amends.insight.base.PurchaseHistory;
import org.amends.insight.base.SpendHistory;
import org.amends.policy.Policy;
import org.amends.relationship.AgeBase;
import org.amends.relationship.BaseOutlook;
import org.amends.relationship.Purchases;
import org.amends.relationship.Relationship;
import org.jspecify.annotations.Nullable;

/** Reads each relationship's outlook from the base model, or from the policy's base where there is none. Safe for threads. */
public final class BaseOutlooks {

    /** Money to come is discounted at ten percent a year. */
    public static final double YEARLY_DISCOUNT = 0.10;

    private static final double SECONDS_A_DAY = 86_400;
    private static final double DAYS_A_WEEK = 7;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double WEEKLY_DISCOUNT = StrictMath.log1p(YEARLY_DISCOUNT) / (DAYS_A_YEAR / DAYS_A_WEEK);
    private static final int MOST_REMEMBERED = 400_000;

    private final AgeBase byAge;
    private final Duration horizon;
    private final @Nullable BaseModel buying;
    private final @Nullable GammaGamma spending;
    private final String currency;
    private final long atDay;
    private final Instant at;
    private final double horizonDays;
    private final Map<Long, Future> remembered;

    /** What lies ahead of a customer who is alive; it depends on the number of repeats and the age only. */
    private record Future(double survival, double purchases, double discounted) {}

    /**
     * @param fit the fitted base
     * @param policy whose base stands in where nothing was fitted
     * @param at the moment of diagnosing
     * @param horizon how far ahead is looked
     */
    public BaseOutlooks(BaseFit fit, Policy policy, Instant at, Duration horizon) {
        this.byAge = new AgeBase(policy);
        this.horizon = horizon;
        this.at = at;
        Fit<GammaGamma> fittedSpending = fit.spending();
        this.buying = fit.model(policy);
        this.spending = fittedSpending == null ? null : fittedSpending.model();
        this.currency = fit.currency();
        this.atDay = Purchases.dayOf(at);
        this.horizonDays = horizon.toMillis() / (SECONDS_A_DAY * 1000);
        this.remembered = new ConcurrentHashMap<>();
    }

    private BaseOutlooks(BaseOutlooks other, Instant at) {
        this.byAge = other.byAge;
        this.horizon = other.horizon;
        this.at = at;
        this.buying = other.buying;
        this.spending = other.spending;
        this.currency = other.currency;
        this.atDay = Purchases.dayOf(at);
        this.horizonDays = other.horizonDays;
        this.remembered = other.remembered;
    }

    /** The same at another moment. What was worked out for one moment serves the other, since it depends on age alone. */
    public BaseOutlooks at(Instant moment) {
        return new BaseOutlooks(this, moment);
    }

    /** The outlook of one relationship. */
    public BaseOutlook of(Relationship relationship) {
        BaseModel model = buying;
        Purchases purchases = relationship.purchases();
        BaseOutlook outlook =
                model == null || purchases == null ? byPolicy(relationship, purchases) : byModel(model, purchases);
        return relationship.over() ? new BaseOutlook(outlook.endOnRhythm(), outlook.endNow(), 0, 0, 0) : outlook;
    }

    private BaseOutlook byModel(BaseModel model, Purchases purchases) {
        int repeats = (int) Math.min(purchases.days() - 1, Integer.MAX_VALUE);
        long recencyDays = purchases.lastDay() - purchases.firstDay();
        long ageDays = Math.max(atDay - purchases.firstDay(), recencyDays);
        PurchaseHistory history = new PurchaseHistory(repeats, recencyDays / DAYS_A_WEEK, ageDays / DAYS_A_WEEK);
        double alive = model.pAlive(history);
        Future future = future(model, repeats, ageDays);
        double endOnRhythm = probability(1 - future.survival());
        double endNow = Math.max(endOnRhythm, probability(1 - alive * future.survival()));
        return new BaseOutlook(
                endOnRhythm,
                endNow,
                alive,
                alive * future.purchases(),
                alive * future.discounted() * valueOfPurchase(purchases));
    }

    private Future future(BaseModel model, int repeats, long ageDays) {
        long key = ((long) repeats << 32) | ageDays;
        Future known = remembered.get(key);
        if (known != null) {
            return known;
        }
        PurchaseHistory justBought =
                new PurchaseHistory(repeats, repeats == 0 ? 0 : ageDays / DAYS_A_WEEK, ageDays / DAYS_A_WEEK);
        double alive = model.pAlive(justBought);
        double horizonWeeks = horizonDays / DAYS_A_WEEK;
        Future future = new Future(
                model.pSurvive(justBought, horizonWeeks),
                model.expectedPurchases(justBought, horizonWeeks) / alive,
                model.discountedPurchases(justBought, WEEKLY_DISCOUNT) / alive);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(key, future);
        }
        return future;
    }

    /** What the next purchase is worth, less what was given back; 0 when that exceeds what was paid. */
    private double valueOfPurchase(Purchases purchases) {
        if (purchases.valued() == 0) {
            return 0;
        }
        double mean = Math.max(0, (purchases.total() - purchases.givenBack()) / purchases.valued());
        GammaGamma model = spending;
        if (model == null || !currency.equals(name(purchases.currency()))) {
            return mean;
        }
        double expected =
                model.expectedValue(new SpendHistory((int) Math.min(purchases.valued(), Integer.MAX_VALUE), mean));
        return Double.isFinite(expected) ? expected : mean;
    }

    private static String name(@Nullable Currency currency) {
        return currency == null ? "" : BaseSample.name(currency);
    }

    /** The policy's base knows age only; purchases go on at their own pace. */
    private BaseOutlook byPolicy(Relationship relationship, @Nullable Purchases purchases) {
        double tenureYears =
                Math.max(0, Duration.between(relationship.firstSeen(), at).toMillis())
                        / (SECONDS_A_DAY * 1000 * DAYS_A_YEAR);
        // A rate over less than a quarter says little: the first purchase alone would count as a habit.
        double perYear = purchases == null ? 0 : purchases.count() / Math.max(tenureYears, 0.25);
        double value = purchases == null ? 0 : valueOfPurchase(purchases) * perYear;
        return byAge.outlook(tenureYears, perYear, value, horizon);
    }

    private static double probability(double value) {
        return Math.min(1, Math.max(0, value));
    }
}
