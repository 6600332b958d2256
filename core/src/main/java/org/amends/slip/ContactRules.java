package org.amends.slip;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.amends.preference.Channel;
import org.amends.preference.StatedPreference;
import org.amends.preference.StatedPreference.AddressedAs;
import org.amends.preference.StatedPreference.CalledBy;
import org.amends.preference.StatedPreference.ChannelOnly;
import org.amends.preference.StatedPreference.InLanguage;
import org.amends.preference.StatedPreference.InMourning;
import org.amends.preference.StatedPreference.NoMarketing;
import org.amends.preference.StatedPreference.NotBy;
import org.amends.preference.StatedPreference.OfContact;
import org.amends.preference.StatedPreference.Unrecognised;
import org.amends.relationship.Standing;
import org.amends.slip.IntendedAct.Purpose;
import org.amends.slip.IntendedAct.ToContact;

/** Goes over what speaks against one contact. */
final class ContactRules {

    private final SlipFacts facts;
    private final ToContact contact;
    private final Instant now;
    private final Duration staleComplaint;
    private final List<SlipReason> reasons = new ArrayList<>();

    ContactRules(SlipFacts facts, ToContact contact, Instant now, Duration staleComplaint) {
        this.facts = facts;
        this.contact = contact;
        this.now = now;
        this.staleComplaint = staleComplaint;
    }

    List<SlipReason> reasons() {
        standing();
        complaint();
        for (StatedPreference stated : facts.stated()) {
            if (stated instanceof OfContact wish) {
                wish(wish);
            } else if (stated instanceof Unrecognised unclear) {
                add(
                        Verdict.ASK,
                        SlipRule.CONTACT_UNCLEAR_WISH,
                        "The customer said “%s”, which is not understood.".formatted(unclear.words()));
            }
        }
        return reasons;
    }

    private boolean advertises() {
        return contact.purpose() == Purpose.MARKETING;
    }

    private void standing() {
        if (facts.standing() == Standing.ERASED) {
            add(Verdict.BLOCK, SlipRule.CONTACT_AFTER_PARTING, "The person's data were erased at their wish.");
        } else if (facts.standing() == Standing.PARTED && contact.purpose() != Purpose.REQUIRED) {
            add(
                    advertises() ? Verdict.BLOCK : Verdict.ASK,
                    SlipRule.CONTACT_AFTER_PARTING,
                    "The relationship was ended; only the customer opens it again.");
        }
    }

    private void complaint() {
        Instant since = facts.openComplaintSince();
        if (!advertises() || since == null || since.isAfter(now)) {
            return;
        }
        boolean stale = since.plus(staleComplaint).isBefore(now);
        add(
                stale ? Verdict.ASK : Verdict.BLOCK,
                SlipRule.MARKETING_OPEN_COMPLAINT,
                "A complaint of %s is open.".formatted(SlipGuard.day(since)));
    }

    private void wish(OfContact wish) {
        switch (wish) {
            case ChannelOnly(Channel only) -> channel(only, !only.equals(contact.channel()), "only by");
            case NotBy(Channel not) -> channel(not, not.equals(contact.channel()), "not by");
            case NoMarketing ignored -> {
                if (advertises()) {
                    add(Verdict.BLOCK, SlipRule.MARKETING_REFUSED, "The customer wants no advertising.");
                }
            }
            case InMourning ignored -> {
                if (advertises()) {
                    add(Verdict.BLOCK, SlipRule.MARKETING_MOURNING, "The customer is in mourning.");
                }
            }
            case InLanguage language -> language(language);
            case CalledBy(String name) -> name(name);
            case AddressedAs(String form) -> form(form);
        }
    }

    private void channel(Channel stated, boolean against, String how) {
        Channel channel = contact.channel();
        if (channel == null) {
            add(
                    Verdict.ASK,
                    SlipRule.CONTACT_CHANNEL,
                    "The customer wants contact %s %s; it is not known how this goes.".formatted(how, stated));
        } else if (against) {
            broken(
                    SlipRule.CONTACT_CHANNEL,
                    "The customer wants contact %s %s; this goes by %s.".formatted(how, stated, channel));
        }
    }

    private void language(InLanguage stated) {
        String language = contact.language();
        if (language == null) {
            add(
                    Verdict.ASK,
                    SlipRule.CONTACT_LANGUAGE,
                    "The customer wants language %s; that of this is not known.".formatted(stated.tag()));
        } else if (!stated.isHonouredBy(language)) {
            broken(
                    SlipRule.CONTACT_LANGUAGE,
                    "The customer wants language %s; this is in %s.".formatted(stated.tag(), language));
        }
    }

    /** A part of the name is asked about: it may be too familiar or too stiff. */
    private void name(String stated) {
        String used = contact.name();
        if (used == null || used.isBlank() || words(used).equals(words(stated))) {
            return;
        }
        String evidence = "The customer wants to be called %s; this says %s.".formatted(stated, used.strip());
        if (words(stated).containsAll(words(used))) {
            add(Verdict.ASK, SlipRule.CONTACT_NAME, evidence);
        } else {
            broken(SlipRule.CONTACT_NAME, evidence);
        }
    }

    private void form(String stated) {
        String form = contact.formOfAddress();
        if (form == null || form.isBlank()) {
            add(
                    Verdict.ASK,
                    SlipRule.CONTACT_FORM_OF_ADDRESS,
                    "The customer wants the address %s; that of this is not known.".formatted(stated));
        } else if (!words(form).equals(words(stated))) {
            broken(
                    SlipRule.CONTACT_FORM_OF_ADDRESS,
                    "The customer wants the address %s; this uses %s.".formatted(stated, form.strip()));
        }
    }

    /** What law or safety wants is done all the same, but not without a look. */
    private void broken(SlipRule rule, String evidence) {
        add(contact.purpose() == Purpose.REQUIRED ? Verdict.ASK : Verdict.BLOCK, rule, evidence);
    }

    private void add(Verdict verdict, SlipRule rule, String evidence) {
        reasons.add(new SlipReason(verdict, rule, evidence));
    }

    /** Case and dots do not matter, accents do. */
    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[\\s.]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
