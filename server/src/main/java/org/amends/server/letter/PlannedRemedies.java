package org.amends.server.letter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CasePromise;
import org.amends.complaint.ChosenElement;
import org.amends.complaint.Complaint;
import org.amends.language.letter.RemedyKind;
import org.amends.money.Money;
import org.amends.store.complaint.KeptCase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the chosen plan and the open promises of a case let a letter say: what is given, by when, and what is promised. */
public final class PlannedRemedies {

    /** What a farewell is itself, or says in its own words; whoever wants to be left in peace is not called. */
    private static final Set<String> FAREWELL_ITSELF = Set.of("clean_exit", "named_contact", "proactive_contact");

    private final KeptCase kept;
    private final boolean farewell;
    private final ZoneId zone;
    private final LocalDate today;
    private final int usualDays;
    private final JsonMapper json;

    /**
     * Of this case.
     *
     * @param farewell whether the letter is the last one
     * @param usualDays within how many days a remedy is announced that no promise dates
     */
    PlannedRemedies(KeptCase kept, boolean farewell, ZoneId zone, LocalDate today, int usualDays, JsonMapper json) {
        this.kept = kept;
        this.farewell = farewell;
        this.zone = zone;
        this.today = today;
        this.usualDays = usualDays;
        this.json = json;
    }

    /** How a letter names an element of a plan; null for what is done by writing the letter itself, or later. */
    static @Nullable RemedyKind kind(ChosenElement element) {
        return switch (element.element()) {
            case "refund" -> RemedyKind.REFUND;
            case "price_reduction" -> RemedyKind.PRICE_REDUCTION;
            case "compensation" -> RemedyKind.COMPENSATION;
            case "statutory_remedy" -> element.amount() == null ? RemedyKind.CORRECTION : RemedyKind.COMPENSATION;
            case "credit" -> RemedyKind.CREDIT;
            case "replacement" -> RemedyKind.REPLACEMENT;
            case "repair" -> RemedyKind.REPAIR;
            case "redo_service" -> RemedyKind.REPERFORMANCE;
            case "preference_fix" -> RemedyKind.CORRECTION;
            case "gift" -> RemedyKind.GIFT;
            case "status_gesture" -> RemedyKind.RECOGNITION;
            case "named_contact", "human_contact", "proactive_contact" -> RemedyKind.CALL;
            case "clean_exit" -> RemedyKind.CANCELLATION;
            default -> null;
        };
    }

    /** Whether an element is money of which nobody has said how much: no letter can tell it. */
    public static boolean lacksSum(ChosenElement element) {
        RemedyKind kind = kind(element);
        return kind != null && kind.isMoney() && element.amount() == null;
    }

    /** What is given, in the order of the plan; nothing while nobody may speak of it. */
    ArrayNode remedies() {
        ArrayNode remedies = json.createArrayNode();
        Complaint.ChosenPlan plan = kept.complaint().plan();
        if (plan != null) {
            plan.elements().stream()
                    .filter(element -> !farewell || !FAREWELL_ITSELF.contains(element.element()))
                    .forEach(element -> add(remedies, element));
        }
        return remedies;
    }

    private void add(ArrayNode remedies, ChosenElement element) {
        RemedyKind kind = kind(element);
        if (kind == null || lacksSum(element)) {
            return;
        }
        ObjectNode remedy = remedies.addObject();
        remedy.put("kind", kind.code());
        remedy.put("owed", element.owed());
        Money amount = element.amount();
        if (kind.isMoney() && amount != null) {
            remedy.set("amount", money(amount));
        }
        LocalDate done = doneOn(element.element());
        if (done != null) {
            remedy.put("done", done.toString());
        } else {
            remedy.put("due", due(element.element()).toString());
        }
    }

    private @Nullable LocalDate doneOn(String element) {
        return kept.events().reversed().stream()
                .filter(event -> event instanceof CaseEvent.ElementDone done
                        && done.element().equals(element))
                .map(event -> event.header().at().atZone(zone).toLocalDate())
                .findFirst()
                .orElse(null);
    }

    /** A day that has passed cannot be announced. */
    private LocalDate due(String element) {
        return kept.complaint().promises().stream()
                .filter(promise -> promise.open() && element.equals(promise.element()))
                .map(promise -> promise.due().atZone(zone).toLocalDate())
                .filter(day -> !day.isBefore(today))
                .min(LocalDate::compareTo)
                .orElse(today.plusDays(usualDays));
    }

    /** Promises that are open and are no element of the plan, which tells them already. */
    ArrayNode promises() {
        ArrayNode promises = json.createArrayNode();
        List<String> told = remedyElements();
        for (CasePromise promise : kept.complaint().promises()) {
            LocalDate due = promise.due().atZone(zone).toLocalDate();
            if (promise.open()
                    && !due.isBefore(today)
                    && (promise.element() == null || !told.contains(promise.element()))) {
                promises.addObject().put("what", decapitalised(promise.what())).put("due", due.toString());
            }
        }
        return promises;
    }

    private List<String> remedyElements() {
        Complaint.ChosenPlan plan = kept.complaint().plan();
        return plan == null
                ? List.of()
                : plan.elements().stream()
                        .filter(element -> kind(element) != null)
                        .map(ChosenElement::element)
                        .toList();
    }

    private static String decapitalised(String text) {
        String stripped = text.strip().replaceAll("[.!]+$", "");
        boolean word = stripped.length() > 1 && Character.isLowerCase(stripped.charAt(1));
        return word ? stripped.substring(0, 1).toLowerCase(Locale.ROOT) + stripped.substring(1) : stripped;
    }

    private ObjectNode money(Money amount) {
        return money(json, amount);
    }

    /** A sum in the form of a letter's case. */
    static ObjectNode money(JsonMapper json, Money amount) {
        return json.createObjectNode()
                .put("value", amount.toDecimal())
                .put("currency", amount.currency().getCurrencyCode());
    }
}
