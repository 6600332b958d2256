package org.amends.insight.simulation;

import static org.amends.event.FailureKind.BILLING_ERROR;
import static org.amends.event.FailureKind.CANCELLATION_OBSTACLE;
import static org.amends.event.FailureKind.DEFECTIVE_PRODUCT;
import static org.amends.event.FailureKind.LATE_DELIVERY;
import static org.amends.event.FailureKind.LONG_WAIT;
import static org.amends.event.FailureKind.MISLEADING_INFORMATION;
import static org.amends.event.FailureKind.MISSING_ITEM;
import static org.amends.event.FailureKind.PRIVACY_BREACH;
import static org.amends.event.FailureKind.QUALITY_DECLINE;
import static org.amends.event.FailureKind.RUDE_CONTACT;
import static org.amends.event.FailureKind.SAFETY;
import static org.amends.event.FailureKind.UNFAIR_POLICY;
import static org.amends.event.FailureKind.WRONG_ITEM;

import java.util.Currency;
import java.util.List;
import org.amends.event.FailureKind;
import org.amends.insight.simulation.Scenario.Attention;
import org.amends.insight.simulation.Scenario.Basket;
import org.amends.insight.simulation.Scenario.Care;
import org.amends.insight.simulation.Scenario.Exit;
import org.amends.insight.simulation.Scenario.Loyalty;
import org.amends.insight.simulation.Scenario.Mishap;
import org.amends.insight.simulation.Scenario.Rhythm;
import org.amends.insight.simulation.Scenario.Rivals;
import org.amends.insight.simulation.Scenario.Share;
import org.amends.insight.simulation.Scenario.Troubles;
import org.amends.insight.simulation.Scenario.Voice;
import org.amends.insight.simulation.Scenario.Wishes;
import org.jspecify.annotations.Nullable;

/** The companies that can be simulated. */
public final class Scenarios {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency GBP = Currency.getInstance("GBP");

    private static final List<Scenario> ALL = List.of(groceryDelivery(), onlineRetail(), telecom());

    private Scenarios() {}

    /** The scenario of this name, or null when there is none. */
    public static @Nullable Scenario named(String name) {
        for (Scenario scenario : ALL) {
            if (scenario.name().equals(name)) {
                return scenario;
            }
        }
        return null;
    }

    /** The names, the default first. */
    public static List<String> names() {
        return ALL.stream().map(Scenario::name).toList();
    }

    /** A grocer who delivers in four languages: frequent orders, many small issues, dietary wishes. */
    public static Scenario groceryDelivery() {
        return new Scenario(
                "grocery-delivery",
                EUR,
                List.of(share("en", 40), share("fr", 25), share("es", 20), share("ru", 15)),
                new Rhythm(1.5, 3.6, 0.5, 220, 0, 0.55),
                groceryBasket(),
                groceryTroubles(),
                new Voice(-1.6, 3.2, 1.0, 2.5, 0.04),
                new Care(0.62, 0.07, 0.5, 1.1, 3.2, 1.9, 0.16, 0.86),
                new Attention(
                        75,
                        0.09,
                        List.of(
                                share("thank_you_note", 40),
                                share("recipe_letter", 25),
                                share("birthday_gift", 15),
                                share("free_delivery", 12),
                                share("personal_call", 8))),
                new Rivals(
                        3,
                        0.06,
                        0.03,
                        60,
                        List.of(
                                share("competitor_mentioned", 40),
                                share("price_match_request", 35),
                                share("share_of_wallet_fall", 25))),
                groceryWishes(),
                new Loyalty(1200, 3000),
                new Exit(0.6, 0.35, 0.35, 0.09, 0.03),
                new TrueHazard(-7.8, 1.6, 6.5, 35, 0.5, 2, 0.75, 8.5, 110, 1.7, 150, 3.5));
    }

    private static Basket groceryBasket() {
        return new Basket(
                58,
                0.35,
                0.3,
                List.of(
                        share("fresh", 34),
                        share("pantry", 26),
                        share("drinks", 14),
                        share("household", 12),
                        share("ready_meals", 9),
                        share("baby", 5)),
                0.12);
    }

    private static Wishes groceryWishes() {
        return new Wishes(
                0.16,
                0.009,
                0.05,
                List.of(
                        share("vegetarian", 34),
                        share("vegan", 12),
                        share("no_substitutions", 18),
                        share("gluten_free", 10),
                        share("nut_allergy", 8),
                        share("halal", 8),
                        share("no_plastic_bags", 10)));
    }

    private static Troubles groceryTroubles() {
        return new Troubles(
                0.011,
                0.03,
                1.3,
                0.8,
                List.of(
                        mishap(LATE_DELIVERY, 34, 3, 4, 0.7, 0.15, 0.15),
                        mishap(WRONG_ITEM, 17, 3, 4, 0.9, 0.15, 0.2),
                        mishap(MISSING_ITEM, 17, 3, 4, 0.9, 0.2, 0.2),
                        mishap(DEFECTIVE_PRODUCT, 10, 4, 4, 0.8, 0.2, 0.2),
                        mishap(BILLING_ERROR, 8, 4, 5, 0.95, 0.2, 0.25),
                        mishap(RUDE_CONTACT, 5, 5, 4, 0.95, 0.1, 0),
                        mishap(MISLEADING_INFORMATION, 4, 4, 5, 0.9, 0.6, 0.15),
                        mishap(UNFAIR_POLICY, 3, 4, 4, 0.95, 0.9, 0.15),
                        mishap(PRIVACY_BREACH, 1, 6, 3, 0.9, 0.2, 0),
                        mishap(SAFETY, 1, 8, 2, 0.8, 0.2, 0.6)),
                List.of(
                        small(MISSING_ITEM, 34, 0.9, 0.05),
                        small(LATE_DELIVERY, 28, 0.6, 0),
                        small(WRONG_ITEM, 20, 0.9, 0.05),
                        small(QUALITY_DECLINE, 12, 0.8, 0.04),
                        small(LONG_WAIT, 6, 0.9, 0)),
                1.2,
                0.3,
                0.008,
                0.004);
    }

    /** A shop on the web: rare orders, long delays to complain. */
    public static Scenario onlineRetail() {
        return new Scenario(
                "online-retail",
                GBP,
                List.of(share("en", 70), share("fr", 15), share("es", 10), share("ru", 5)),
                new Rhythm(0.9, 9, 0.6, 40, 0, 0.4),
                new Basket(
                        42,
                        0.5,
                        0.5,
                        List.of(
                                share("home", 35),
                                share("gifts", 25),
                                share("kitchen", 20),
                                share("garden", 12),
                                share("toys", 8)),
                        0.5),
                retailTroubles(),
                new Voice(-1.4, 3.0, 1.0, 28, 0.1),
                new Care(0.35, 0.1, 1.2, 1.0, 3, 2.2, 0.12, 0.85),
                new Attention(
                        110,
                        0.15,
                        List.of(share("thank_you_note", 60), share("birthday_gift", 25), share("early_access", 15))),
                new Rivals(
                        2,
                        0.06,
                        0.08,
                        60,
                        List.of(share("price_match_request", 60), share("competitor_mentioned", 40))),
                new Wishes(
                        0.1,
                        0.02,
                        0.05,
                        List.of(share("no_plastic_packaging", 40), share("no_sales_mail", 40), share("gift_wrap", 20))),
                new Loyalty(250, 700),
                new Exit(0.3, 0.25, 0.05, 0.08, 0.04),
                new TrueHazard(-6.8, 1.4, 6, 60, 0.5, 1, 0.8, 6.5, 150, 1.2, 200, 3));
    }

    private static Troubles retailTroubles() {
        return new Troubles(
                0.04,
                0.05,
                1.5,
                5,
                List.of(
                        mishap(LATE_DELIVERY, 35, 3, 4, 0.7, 0.2, 0.2),
                        mishap(DEFECTIVE_PRODUCT, 25, 4, 4, 0.8, 0.3, 0.6),
                        mishap(WRONG_ITEM, 18, 4, 5, 0.95, 0.1, 0.5),
                        mishap(BILLING_ERROR, 9, 4, 5, 0.95, 0.1, 0.3),
                        mishap(MISLEADING_INFORMATION, 7, 4, 5, 0.9, 0.6, 0.4),
                        mishap(UNFAIR_POLICY, 4, 4, 4, 0.95, 0.9, 0.4),
                        mishap(PRIVACY_BREACH, 2, 6, 3, 0.9, 0.2, 0)),
                List.of(
                        small(LATE_DELIVERY, 45, 0.6, 0),
                        small(QUALITY_DECLINE, 30, 0.8, 0.1),
                        small(LONG_WAIT, 25, 0.9, 0)),
                1,
                0.2,
                0.03,
                0.05);
    }

    /** A mobile operator: monthly bills, outages, calls, obstacles to leaving. */
    public static Scenario telecom() {
        return new Scenario(
                "telecom",
                EUR,
                List.of(share("en", 30), share("fr", 30), share("es", 30), share("ru", 10)),
                new Rhythm(1, 1, 0.9, 330, 30, 0.75),
                new Basket(
                        29, 0.4, 0.08, List.of(share("mobile", 62), share("broadband", 26), share("bundle", 12)), 0.15),
                telecomTroubles(),
                new Voice(-1.2, 2.8, 1.0, 6, 0.05),
                new Care(0.4, 0.12, 2, 1.0, 2.6, 2.2, 0.22, 0.8),
                new Attention(
                        150,
                        0.2,
                        List.of(share("tariff_review", 45), share("thank_you_note", 35), share("data_gift", 20))),
                new Rivals(
                        4,
                        0.05,
                        0.06,
                        75,
                        List.of(
                                share("portability_request", 35),
                                share("price_match_request", 40),
                                share("competitor_mentioned", 25))),
                new Wishes(
                        0.12,
                        0.012,
                        0.05,
                        List.of(share("no_sales_calls", 50), share("paper_bill", 25), share("no_data_sharing", 25))),
                new Loyalty(380, 650),
                new Exit(0.92, 0.55, 1, 0.06, 0.04),
                new TrueHazard(-8, 1.4, 4.6, 45, 0.5, 2, 0.8, 8, 120, 1.1, 240, 3));
    }

    private static Troubles telecomTroubles() {
        return new Troubles(
                0.03,
                0.06,
                1.2,
                9,
                List.of(
                        mishap(BILLING_ERROR, 32, 4, 5, 0.95, 0.3, 0.6),
                        mishap(LONG_WAIT, 22, 3, 4, 0.9, 0.7, 0),
                        mishap(MISLEADING_INFORMATION, 14, 4, 4, 0.95, 0.6, 0.4),
                        mishap(RUDE_CONTACT, 10, 5, 4, 0.95, 0.1, 0),
                        mishap(UNFAIR_POLICY, 9, 4, 4, 0.95, 0.9, 0.5),
                        mishap(CANCELLATION_OBSTACLE, 8, 5, 4, 1, 0.9, 0.8),
                        mishap(PRIVACY_BREACH, 2, 6, 3, 0.9, 0.2, 0)),
                List.of(
                        small(LONG_WAIT, 45, 0.9, 0),
                        small(QUALITY_DECLINE, 35, 0.6, 0),
                        small(BILLING_ERROR, 20, 0.95, 0.1)),
                5,
                0.4,
                0.001,
                0.002);
    }

    private static Share share(String name, double weight) {
        return new Share(name, weight);
    }

    private static Mishap mishap(
            FailureKind kind, double weight, double a, double b, double controllable, double stable, double atStake) {
        return new Mishap(kind, weight, a, b, controllable, stable, atStake);
    }

    /** A small issue: severity is a quarter of a beta(2, 2) draw, so it stays under 0.25. */
    private static Mishap small(FailureKind kind, double weight, double controllable, double atStake) {
        return new Mishap(kind, weight, 2, 2, controllable, 0.3, atStake);
    }
}
