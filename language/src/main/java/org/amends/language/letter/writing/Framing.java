package org.amends.language.letter.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amends.event.Hostility;
import org.amends.language.letter.Company;
import org.amends.language.letter.Customer;
import org.amends.language.letter.Gender;
import org.amends.language.letter.LetterCase;
import org.amends.language.letter.Person;
import org.amends.language.letter.Register;
import org.amends.language.letter.Title;
import org.amends.language.letter.Wording;
import org.amends.language.text.Language;

/** How a letter begins and ends. */
final class Framing {

    private Framing() {}

    static void heading(Draft draft, LetterCase about) {
        List<String> lines = new ArrayList<>();
        draft.say("heading.date", values -> values.day("date", about.date(), "date"));
        lines.add(draft.taken());
        draft.say("heading.reference");
        lines.add(draft.taken());
        draft.lines(lines);
    }

    /** By title and family name in a formal letter, by first name in a plain one, by the full name when parts are not known. */
    static void greeting(Draft draft, LetterCase about) {
        Customer customer = about.customer();
        String family = customer.family();
        String given = customer.given();
        String patronymic = customer.patronymic();
        boolean formal = customer.register() == Register.FORMAL;
        draft.state("customer.name", customer.name());
        if (draft.speech().language() == Language.RUSSIAN && given != null && patronymic != null) {
            draft.say(
                    "greeting.patronymic", values -> values.text("given", given).text("patronymic", patronymic));
        } else if (formal && family != null && customer.title() != Title.NONE) {
            String key = customer.title() == Title.DOCTOR ? "greeting.doctor" : "greeting.professor";
            draft.say(key, values -> values.text("family", family));
        } else if (formal && family != null && customer.gender() != Gender.UNKNOWN) {
            draft.say("greeting.family", values -> values.text("family", family));
        } else if (!formal && given != null) {
            draft.say("greeting.given", values -> values.text("given", given));
        } else {
            draft.say("greeting.name", values -> values.text("name", customer.name()));
        }
    }

    static void opening(Draft draft, LetterCase about) {
        draft.say(
                "opening." + about.kind().code(),
                values -> values.day("received", about.received(), "received").day("date", about.date(), "date"));
    }

    /** Contempt is answered with fewer words, not with colder ones. */
    static void closing(Draft draft, LetterCase about) {
        boolean brief = about.hostility().compareTo(Hostility.CONTEMPTUOUS) >= 0;
        draft.say(brief ? "closing.brief" : "closing." + about.kind().code());
        Company.Contact contact = about.company().contact();
        List<String> channels = new ArrayList<>();
        for (String channel : new String[] {contact.email(), contact.phone(), contact.web()}) {
            if (channel != null) {
                channels.add(channel);
            }
        }
        Wording hours = contact.hours();
        draft.say(
                "contact",
                values -> values.text("channels", String.join(", ", channels), "company.contact")
                        .wording(
                                "hours",
                                hours == null ? null : draft.speech().text(hours, "company.contact.hours"),
                                "company.contact.hours"));
    }

    static void signature(Draft draft, LetterCase about) {
        Person signer = about.company().signer();
        Wording role = signer.role();
        List<String> lines = new ArrayList<>();
        lines.add(signer.name());
        draft.state("company.signer", signer.name());
        if (role != null) {
            lines.add(capitalised(draft.speech().text(role, "company.signer.role")));
            draft.state("company.signer.role", "");
        }
        lines.add(about.company().name());
        draft.say("signature");
        draft.lines(lines);
    }

    private static String capitalised(String text) {
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }
}
