package org.amends.preference;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said that they need or wish: a need of the closed set, one brand only, how to be contacted, or words that are not
 * understood and therefore kept as they are. Nothing that was stated is ever dropped.
 */
public sealed interface StatedPreference {

    /** The stable text in events and answers, from which {@link #read} gives the same preference again. */
    String text();

    /**
     * What it is about. A later statement about the same subject replaces an earlier one: there is one language, but there may
     * be many needs.
     */
    default String subject() {
        return text();
    }

    /** A need of the closed set. */
    record OfNeed(Need need) implements StatedPreference {
        @Override
        public String text() {
            return need.stableName();
        }
    }

    /**
     * No other brand, as in {@code brand:Barilla only}.
     *
     * @param brand as stated
     */
    record BrandOnly(String brand) implements StatedPreference {
        public BrandOnly {
            brand = spaced("brand", brand);
        }

        @Override
        public String text() {
            return "brand:" + brand + " only";
        }

        @Override
        public String subject() {
            return text().toLowerCase(Locale.ROOT);
        }
    }

    /** How the customer wants to be contacted, or not to be. */
    sealed interface OfContact extends StatedPreference {}

    /** By this channel and no other: {@code channel:email only}. */
    record ChannelOnly(Channel channel) implements OfContact {
        @Override
        public String text() {
            return "channel:" + channel + " only";
        }

        @Override
        public String subject() {
            return "channel";
        }
    }

    /** By any channel but this: {@code no:phone}. */
    record NotBy(Channel channel) implements OfContact {
        @Override
        public String text() {
            return "no:" + channel;
        }
    }

    /** No advertising, whatever the channel: {@code no:marketing}. */
    record NoMarketing() implements OfContact {
        @Override
        public String text() {
            return "no:marketing";
        }
    }

    /** In mourning, so that nothing is advertised: {@code in_mourning}, best stated with an end. */
    record InMourning() implements OfContact {
        @Override
        public String text() {
            return "in_mourning";
        }
    }

    /**
     * In this language: {@code language:fr}.
     *
     * @param tag BCP 47, for example {@code fr} or {@code pt-BR}
     */
    record InLanguage(String tag) implements OfContact {
        public InLanguage {
            tag = spaced("language", tag);
        }

        @Override
        public String text() {
            return "language:" + tag;
        }

        @Override
        public String subject() {
            return "language";
        }

        /** Whether something written in a language honours it: French of any country is French. */
        public boolean isHonouredBy(String otherTag) {
            return Locale.forLanguageTag(tag)
                    .getLanguage()
                    .equals(Locale.forLanguageTag(otherTag.strip().replace('_', '-'))
                            .getLanguage());
        }
    }

    /** By this name and no other: {@code name:Dr Ada Byron}. */
    record CalledBy(String name) implements OfContact {
        public CalledBy {
            name = spaced("name", name);
        }

        @Override
        public String text() {
            return "name:" + name;
        }

        @Override
        public String subject() {
            return "name";
        }
    }

    /** In this form of address: {@code form_of_address:formal}. */
    record AddressedAs(String form) implements OfContact {
        public AddressedAs {
            form = spaced("form of address", form);
        }

        @Override
        public String text() {
            return "form_of_address:" + form;
        }

        @Override
        public String subject() {
            return "form_of_address";
        }
    }

    /** Words that are not understood: whoever could break them has to ask. */
    record Unrecognised(String words) implements StatedPreference {
        public Unrecognised {
            words = spaced("preference", words);
        }

        @Override
        public String text() {
            return words;
        }

        @Override
        public String subject() {
            return words.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads what was stated.
     *
     * @throws IllegalArgumentException when it is blank
     */
    static StatedPreference read(String text) {
        String stated = spaced("preference", text);
        Need need = Need.named(stated);
        if (need != null) {
            return new OfNeed(need);
        }
        if (isMourning(stated)) {
            return new InMourning();
        }
        int colon = stated.indexOf(':');
        StatedPreference tagged = colon < 0
                ? null
                : tagged(stated.substring(0, colon), stated.substring(colon + 1).strip());
        return tagged == null ? new Unrecognised(stated) : tagged;
    }

    private static boolean isMourning(String stated) {
        return switch (Channel.folded(stated)) {
            case "in_mourning", "mourning", "bereaved", "bereavement" -> true;
            default -> false;
        };
    }

    private static @Nullable StatedPreference tagged(String tag, String value) {
        String only = withoutOnly(value);
        if (only.isEmpty()) {
            return null;
        }
        return switch (tag.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_')) {
            case "brand" -> new BrandOnly(only);
            case "channel" -> new ChannelOnly(Channel.named(only));
            case "no" -> refused(value);
            case "language" -> language(only);
            case "name" -> new CalledBy(value);
            case "form_of_address" -> new AddressedAs(value);
            default -> null;
        };
    }

    private static @Nullable StatedPreference refused(String value) {
        Need need = Need.named("no " + value);
        if (need != null) {
            return new OfNeed(need);
        }
        if (Channel.folded(value).equals("marketing") || Channel.folded(value).equals("advertising")) {
            return new NoMarketing();
        }
        Channel channel = Channel.named(value);
        return channel.isUsual() ? new NotBy(channel) : null;
    }

    private static @Nullable StatedPreference language(String value) {
        String tag = Locale.forLanguageTag(value.replace('_', '-')).toLanguageTag();
        String language = Locale.forLanguageTag(tag).getLanguage();
        return language.length() == 2 || language.length() == 3
                ? (tag.equals("und") ? null : new InLanguage(tag))
                : null;
    }

    private static String withoutOnly(String value) {
        int words = value.length() - "only".length();
        return words == 0 || (words > 0 && value.charAt(words - 1) == ' ') ? cutOnly(value, words) : value;
    }

    private static String cutOnly(String value, int words) {
        return value.substring(words).equalsIgnoreCase("only")
                ? value.substring(0, words).strip()
                : value;
    }

    /** The text with single spaces. */
    private static String spaced(String what, String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            throw new IllegalArgumentException("%s must not be blank.".formatted(what));
        }
        return words;
    }
}
