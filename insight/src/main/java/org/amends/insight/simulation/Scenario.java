package org.amends.insight.simulation;

import java.util.Currency;
import java.util.List;
import org.amends.event.FailureKind;

/**
 * A made-up company and its customers, in numbers. They are chosen to give a believable history, not estimated from one;
 * where the evidence gives a size (the delay to complain, the share who complain) it is used.
 *
 * @param name as on the command line
 * @param currency of all amounts
 * @param languages the languages of the customers, with their shares
 * @param rhythm how customers come, buy and stop when nothing goes wrong
 * @param basket what they buy
 * @param troubles what goes wrong
 * @param voice who speaks up, and when
 * @param care how the company answers
 * @param attention what the company gives unasked
 * @param rivals who else courts the customers
 * @param wishes what the customers have asked the company to respect
 * @param loyalty the loyalty programme
 * @param exit how customers leave
 * @param hazard the true hazard of leaving
 */
public record Scenario(
        String name,
        Currency currency,
        List<Share> languages,
        Rhythm rhythm,
        Basket basket,
        Troubles troubles,
        Voice voice,
        Care care,
        Attention attention,
        Rivals rivals,
        Wishes wishes,
        Loyalty loyalty,
        Exit exit,
        TrueHazard hazard) {

    /**
     * A thing and its weight among its like.
     *
     * @param name of the thing
     * @param weight not negative; shares are weights over their sum
     */
    public record Share(String name, double weight) {}

    /**
     * How customers live with the company when nothing goes wrong: Pareto/NBD. Purchases are Poisson with a rate that is gamma
     * distributed over customers; lifetimes are exponential with a rate that is gamma distributed as well.
     *
     * @param rateShape shape r of the purchase rate
     * @param rateScaleWeeks scale alpha of it, weeks; the mean rate is r / alpha a week
     * @param dropoutShape shape s of the dropout rate
     * @param dropoutScaleWeeks scale beta of it, weeks
     * @param billingDays days between bills where customers pay by contract; 0 where they buy as they like
     * @param founders share of the customers who are there in the first weeks; the rest come evenly over the time
     */
    public record Rhythm(
            double rateShape,
            double rateScaleWeeks,
            double dropoutShape,
            double dropoutScaleWeeks,
            double billingDays,
            double founders) {}

    /**
     * What one purchase is worth: lognormal within a customer round a mean that is lognormal over customers.
     *
     * @param median of all, main currency units
     * @param spreadOverCustomers standard deviation of the log
     * @param spreadWithin the same from purchase to purchase
     * @param categories what is bought, with weights
     * @param page share of purchases preceded by a visit that was recorded
     */
    public record Basket(
            double median, double spreadOverCustomers, double spreadWithin, List<Share> categories, double page) {}

    /**
     * A kind of failure in this company.
     *
     * @param kind as in the failure catalogue
     * @param weight how often, among the kinds
     * @param severityA first parameter of the beta distribution of severity
     * @param severityB second parameter
     * @param controllable share that the company could have prevented
     * @param stable share whose cause is likely to recur
     * @param atStake mean share of the order's amount that is lost
     */
    public record Mishap(
            FailureKind kind,
            double weight,
            double severityA,
            double severityB,
            double controllable,
            double stable,
            double atStake) {}

    /**
     * What goes wrong.
     *
     * @param perPurchase probability of a failure with a purchase, for a customer of middling luck in a middling region
     * @param smallPerPurchase the same for small issues (severity under 0.25)
     * @param luckShape shape of the gamma distribution, mean 1, by which customers differ in what befalls them
     * @param lagDays mean days from purchase to failure
     * @param kinds the failures
     * @param smallKinds the small issues
     * @param outagesPerYear days a year on which much of a region is struck at once
     * @param outageReach share of a struck region's customers who notice
     * @param cancelled share of purchases cancelled for no fault of anybody
     * @param returned share of purchases sent back for no fault of anybody
     */
    public record Troubles(
            double perPurchase,
            double smallPerPurchase,
            double luckShape,
            double lagDays,
            List<Mishap> kinds,
            List<Mishap> smallKinds,
            double outagesPerYear,
            double outageReach,
            double cancelled,
            double returned) {}

    /**
     * Who speaks up: a logit of severity and a trait that differs over customers.
     *
     * @param intercept logit for a failure of severity 0
     * @param severity added for the gravest failure
     * @param spread standard deviation of the trait over customers
     * @param lagDays mean days from the failure to the complaint
     * @param answersSurvey share of purchases that are rated
     */
    public record Voice(double intercept, double severity, double spread, double lagDays, double answersSurvey) {}

    /**
     * How the company answers.
     *
     * @param quietRepair share of failures that it makes good unasked, in a good region
     * @param ignored share of complaints that nobody answers, in a good region
     * @param replyMedianDays days to the first real answer, median
     * @param replySpread standard deviation of the log of it
     * @param qualityA first parameter of the beta distribution of the quality of a recovery
     * @param qualityB second parameter
     * @param promised share of recoveries that come with a promise
     * @param kept share of promises that are kept
     */
    public record Care(
            double quietRepair,
            double ignored,
            double replyMedianDays,
            double replySpread,
            double qualityA,
            double qualityB,
            double promised,
            double kept) {}

    /**
     * Attention that is not a sales message.
     *
     * @param everyDays mean days between two signs of attention
     * @param neglected share of the customers who fall out of the programme after a while
     * @param kinds what is given, with weights
     */
    public record Attention(double everyDays, double neglected, List<Share> kinds) {}

    /**
     * Who else courts the customers.
     *
     * @param openingsPerYear offers of rivals to one region a year
     * @param tempted share of a courted region's customers who are tempted
     * @param perYear temptations a year from elsewhere, per customer
     * @param pullDays how long a temptation lasts
     * @param signs what shows it, with weights
     */
    public record Rivals(double openingsPerYear, double tempted, double perYear, double pullDays, List<Share> signs) {}

    /**
     * What customers have asked the company to respect.
     *
     * @param stated share of the customers who state one
     * @param perPurchase probability that a purchase violates it, in a middling region
     * @param withdrawn share who take it back in time
     * @param kinds the preferences, with weights
     */
    public record Wishes(double stated, double perPurchase, double withdrawn, List<Share> kinds) {}

    /**
     * The loyalty programme, reviewed every quarter.
     *
     * @param silver spend in the last year from which a customer is silver, main currency units
     * @param gold the same for gold
     */
    public record Loyalty(double silver, double gold) {}

    /**
     * How customers leave.
     *
     * @param saysGoodbye share of those who leave over something who tell the company
     * @param announces share of those who first announce it
     * @param closesQuietly share of those who stop for reasons of their own who close the account
     * @param comesBack share of those who told the company who come back
     * @param asksErasure share of those who told the company who have their data erased
     */
    public record Exit(
            double saysGoodbye, double announces, double closesQuietly, double comesBack, double asksErasure) {}

    /** The same company when nothing goes wrong, nobody courts its customers and none is neglected: the base process alone. */
    public Scenario untroubled() {
        Troubles none = new Troubles(
                0, 0, troubles.luckShape, troubles.lagDays, troubles.kinds, troubles.smallKinds, 0, 0, 0, 0);
        return new Scenario(
                name,
                currency,
                languages,
                rhythm,
                basket,
                none,
                voice,
                care,
                new Attention(attention.everyDays, 0, attention.kinds),
                new Rivals(0, 0, 0, rivals.pullDays, rivals.signs),
                new Wishes(wishes.stated, 0, wishes.withdrawn, wishes.kinds),
                loyalty,
                exit,
                hazard.never());
    }

    /** The same company with this many times the failures. */
    public Scenario withFailures(double times) {
        Troubles more = new Troubles(
                Math.min(1, troubles.perPurchase * times),
                Math.min(1, troubles.smallPerPurchase * times),
                troubles.luckShape,
                troubles.lagDays,
                troubles.kinds,
                troubles.smallKinds,
                troubles.outagesPerYear * times,
                troubles.outageReach,
                troubles.cancelled,
                troubles.returned);
        return new Scenario(
                name, currency, languages, rhythm, basket, more, voice, care, attention, rivals, wishes, loyalty, exit,
                hazard);
    }
}
