package org.amends.guard.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.amends.event.Spelling;
import org.amends.format.json.JsonText;
import org.amends.guard.act.AskedAct;
import org.amends.guard.act.ToldFacts;
import org.amends.guard.json.RequestReader.Refusal;
import org.amends.money.Money;
import org.amends.preference.Channel;
import org.amends.slip.IntendedAct;
import org.amends.slip.IntendedAct.Purpose;
import org.amends.slip.IntendedAct.ToCharge;
import org.amends.slip.IntendedAct.ToContact;
import org.amends.slip.IntendedAct.ToWait;
import org.amends.slip.LoyaltyPrice;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the act of a request. A field that is not known is refused: all that is said of an act may matter. */
final class ActReader {

    private static final String LOYALTY_PRICE = "loyalty_price";
    private static final List<String> KINDS = List.of("contact", "price", "promise_check");
    private static final List<String> PURPOSES = List.of("service", "marketing", "required");
    private static final List<String> CONTACT =
            List.of("kind", "channel", "language", "name", "form_of_address", "purpose");
    private static final List<String> PRICE = List.of("kind", "amount", "currency", "product", LOYALTY_PRICE);

    private ActReader() {}

    static AskedAct read(JsonNode request, ToldFacts told) {
        JsonNode act = request.get("act");
        RequestReader.object(act, "act");
        return switch (oneOf(act, "kind", KINDS)) {
            case "contact" -> new AskedAct(contact(act), told);
            case "price" -> price(act, request, told);
            default -> {
                names(act, "act.", List.of("kind"));
                yield new AskedAct(new ToWait(), told);
            }
        };
    }

    private static IntendedAct contact(JsonNode act) {
        names(act, "act.", CONTACT);
        String channel = words(act, "channel");
        return new ToContact(
                channel == null ? null : Channel.named(channel),
                words(act, "language"),
                words(act, "name"),
                words(act, "form_of_address"),
                Purpose.valueOf(oneOf(act, "purpose", PURPOSES).toUpperCase(Locale.ROOT)));
    }

    private static AskedAct price(JsonNode act, JsonNode request, ToldFacts told) {
        names(act, "act.", PRICE);
        Currency currency = currency(act);
        String product = words(act, "product");
        String named = product == null ? "The product" : product;
        JsonNode amount = RequestReader.given(act, "amount");
        if (amount == null) {
            throw new Refusal("act.amount", "there is no amount", "Write the price of one as a number.");
        }
        ToCharge charge = new ToCharge(named, money(amount, currency, "act.amount"));
        List<LoyaltyPrice> promised = new ArrayList<>();
        JsonNode facts = RequestReader.given(request, "facts");
        boolean isTold = act.has(LOYALTY_PRICE) || (facts != null && facts.has(LOYALTY_PRICE));
        promised(act, named, currency, "act.", promised);
        if (facts != null) {
            promised(facts, named, currency, "facts.", promised);
        }
        return new AskedAct(
                charge,
                new ToldFacts(
                        told.isGiven(),
                        told.now(),
                        told.openComplaints(),
                        told.mourningUntil(),
                        told.parted(),
                        told.stated(),
                        told.promises(),
                        isTold ? promised : null));
    }

    private static void promised(
            JsonNode object, String product, Currency currency, String path, List<LoyaltyPrice> promised) {
        JsonNode price = RequestReader.given(object, LOYALTY_PRICE);
        if (price != null) {
            promised.add(new LoyaltyPrice(product, money(price, currency, path + LOYALTY_PRICE), null));
        }
    }

    private static Currency currency(JsonNode act) {
        String code = words(act, "currency");
        if (code == null) {
            return Money.UNNAMED_CURRENCY;
        }
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("act.currency", "the currency is " + JsonText.quoted(code), "Write a code such as EUR.");
        }
    }

    /** Exact, since a rounded price could hide that it is higher. */
    private static Money money(JsonNode value, Currency currency, String place) {
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw new Refusal(place, "the price is " + JsonText.quoted(value.toString()), "Write a number from 0.");
        }
        BigDecimal amount = value.decimalValue();
        try {
            Money money = Money.of(currency, amount);
            if (money.toDecimal().compareTo(amount) == 0) {
                return money;
            }
        } catch (ArithmeticException tooMuch) {
            throw new Refusal(place, "the price is too large", "Write what one costs.");
        }
        throw new Refusal(
                place,
                "the price has more decimals than " + currency.getCurrencyCode() + " has",
                "Name the currency, or write the price of so many that it needs no more decimals.");
    }

    private static String oneOf(JsonNode act, String name, List<String> known) {
        String text = words(act, name);
        if (text == null) {
            throw new Refusal("act." + name, "there is no " + name, "Write one of " + String.join(", ", known) + ".");
        }
        String folded = text.strip().toLowerCase(Locale.ROOT);
        if (!known.contains(folded)) {
            throw new Refusal(
                    "act." + name,
                    "the " + name + " is " + JsonText.quoted(text),
                    "Write one of " + String.join(", ", known) + ".");
        }
        return folded;
    }

    private static @Nullable String words(JsonNode act, String name) {
        String text = RequestReader.text(act, "act.", name);
        if (text != null && text.isBlank()) {
            throw new Refusal("act." + name, name + " is blank", "Leave it out where it is not known.");
        }
        return text;
    }

    /** Refuses every name but these. */
    static void names(JsonNode object, String path, List<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String nearest = Spelling.nearest(name, known);
                throw new Refusal(
                        path + name,
                        "the field " + JsonText.quoted(name) + " is not known",
                        Spelling.distance(name, nearest) <= 2
                                ? "Maybe " + nearest + "."
                                : "Known are " + String.join(", ", known) + ".");
            }
        }
    }
}
