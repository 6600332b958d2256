package org.amends.server.form;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wrote into the form, and may have to write again: nothing of it is lost when it is refused.
 *
 * @param what happened
 * @param wishes what would put it right, of what is offered
 * @param otherWish the same in their words
 * @param name of the customer; may be empty
 * @param address of mail, or a telephone number
 * @param order the number of an order, a contract, an invoice; may be empty
 * @param language in which they want to be answered; empty for the one in which they write
 * @param brand empty where the company has one only
 */
public record Written(
        String what,
        Set<Wish> wishes,
        String otherWish,
        String name,
        String address,
        String order,
        String language,
        String brand) {

    static final int LONGEST_STORY = 20_000;
    static final int LONGEST_WISH = 2_000;
    static final int LONGEST_LINE = 200;

    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>\"(),;:\\\\]+@[^\\s@<>\"(),;:\\\\]+\\.[^\\s@.<>\"(),;:\\\\]{2,}");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{5,30}");

    /** An empty form. */
    static final Written NOTHING = new Written("", Set.of(), "", "", "", "", "", "");

    public Written {
        what = clean(what);
        wishes = wishes.isEmpty() ? Set.of() : EnumSet.copyOf(wishes);
        otherWish = clean(otherWish);
        name = line(name);
        address = line(address);
        order = line(order);
        brand = line(brand);
    }

    /** Line ends as one letter, and none that cannot be kept. */
    private static String clean(String text) {
        return text.replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static String line(String text) {
        return clean(text).replaceAll("\\s+", " ");
    }

    /** What is amiss, by field: the name of a text each; empty when nothing is. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (what.isEmpty()) {
            faults.put("what", "missing");
        } else if (what.length() > LONGEST_STORY) {
            faults.put("what", "long");
        }
        if (otherWish.length() > LONGEST_WISH) {
            faults.put("other-wish", "long");
        }
        if (address.isEmpty()) {
            faults.put("address", "missing");
        } else if (address.length() > LONGEST_LINE
                || (!isMail(address) && !TELEPHONE.matcher(address).matches())) {
            faults.put("address", "wrong");
        }
        if (name.length() > LONGEST_LINE) {
            faults.put("name", "long");
        }
        if (order.length() > LONGEST_LINE) {
            faults.put("order", "long");
        }
        return faults;
    }

    /** Whether letters can be sent there. */
    static boolean isMail(String address) {
        return MAIL.matcher(address).matches();
    }

    /** The wishes of these names; what is none is passed over. */
    static Set<Wish> wishes(@Nullable Collection<String> names) {
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        for (Wish each : Wish.values()) {
            if (names != null && names.contains(each.stableName())) {
                wishes.add(each);
            }
        }
        return wishes;
    }

    /** Whether this wish was chosen. */
    public boolean wants(Wish wish) {
        return wishes.contains(wish);
    }

    /** All wishes that there are, for the page. */
    public static List<Wish> offered() {
        return List.of(Wish.values());
    }
}
