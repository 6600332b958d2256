package org.amends.server.relationship;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.amends.preference.Need;
import org.amends.preference.Preference;
import org.amends.preference.PreferenceBook;
import org.amends.preference.PreferenceHint;
import org.amends.preference.StatedPreference;
import org.amends.preference.StatedPreference.AddressedAs;
import org.amends.preference.StatedPreference.BrandOnly;
import org.amends.preference.StatedPreference.CalledBy;
import org.amends.preference.StatedPreference.ChannelOnly;
import org.amends.preference.StatedPreference.InLanguage;
import org.amends.preference.StatedPreference.InMourning;
import org.amends.preference.StatedPreference.NoMarketing;
import org.amends.preference.StatedPreference.NotBy;
import org.amends.preference.StatedPreference.OfNeed;
import org.amends.preference.StatedPreference.Unrecognised;
import org.amends.server.console.Texts;
import org.amends.server.relationship.PreferencesView.Choice;
import org.amends.server.relationship.PreferencesView.Row;
import org.amends.story.Prose;

/** Tells needs and wishes in the reader's language. */
public record PreferenceWords(Texts texts, Instant now) {

    PreferencesView view(PreferenceBook book) {
        return new PreferencesView(
                book.holding(now).stream().map(this::row).toList(),
                book.hints(now).stream().map(this::row).toList(),
                choices());
    }

    private Row row(Preference stated) {
        Instant until = stated.validUntil();
        return new Row(
                of(stated.value()),
                stated.value().text(),
                texts.text("preference.by." + stated.source().name().toLowerCase(Locale.ROOT)),
                texts.text("preference.since", "date", texts.numerals().day(stated.statedAt(), now)),
                stated.statedAt().toString(),
                until == null
                        ? null
                        : texts.text(
                                "preference.until", "date", texts.numerals().day(until.minusNanos(1), now)));
    }

    private Row row(PreferenceHint hint) {
        return new Row(
                of(hint.value()),
                hint.value().text(),
                texts.text("preference.suggested"),
                texts.text("preference.since", "date", texts.numerals().day(hint.reportedAt(), now)),
                hint.reportedAt().toString(),
                null);
    }

    private List<Choice> choices() {
        return Arrays.stream(Need.values())
                .map(need -> new Choice(need.stableName(), texts.text("need." + need.stableName())))
                .toList();
    }

    /** One of them. */
    public String of(StatedPreference stated) {
        return switch (stated) {
            case OfNeed(Need need) -> texts.text("need." + need.stableName());
            case BrandOnly(String brand) -> texts.text("preference.brand", "brand", Prose.shownId(brand));
            case ChannelOnly only ->
                texts.text(
                        "preference.channel",
                        "channel",
                        Prose.shownId(only.channel().name()));
            case NotBy not ->
                texts.text(
                        "preference.not_by",
                        "channel",
                        Prose.shownId(not.channel().name()));
            case NoMarketing ignored -> texts.text("preference.no_marketing");
            case InMourning ignored -> texts.text("preference.in_mourning");
            case InLanguage(String tag) -> texts.text("preference.language", "language", Prose.shownId(tag));
            case CalledBy(String name) -> texts.text("preference.name", "name", Prose.shownId(name));
            case AddressedAs(String form) -> texts.text("preference.form", "form", Prose.shownId(form));
            case Unrecognised(String words) -> texts.text("preference.words", "words", Prose.shownId(words));
        };
    }
}
