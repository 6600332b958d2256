package org.amends.guard.taxonomy;

import java.util.HashMap;
import java.util.Map;
import org.amends.guard.food.Trait;

/** What it means for traits to be a kind of something that the taxonomies name: {@code en:pork} is meat of the pig. */
final class Kinds {

    /**
     * The traits of a kind.
     *
     * @param is certainly
     * @param may perhaps
     */
    record Kind(long is, long may) {

        static final Kind NONE = new Kind(0, 0);

        Kind and(Kind other) {
            return new Kind(is | other.is, (may | other.may) & ~(is | other.is));
        }
    }

    private static final Map<String, Kind> KINDS = new HashMap<>();

    /** The substances of Annex II of Regulation (EU) No 1169/2011, and what other countries add that the guard knows. */
    private static final Map<String, Long> ALLERGENS = new HashMap<>();

    static {
        kind(
                Trait.set(Trait.MEAT),
                "animal meat beef veal poultry chicken turkey duck goose lamb mutton horse game offal");
        kind(Trait.set(Trait.MEAT), "animal-fat beef-fat tallow suet bone-marrow meat-broth meat-extract");
        kind(Trait.set(Trait.MEAT, Trait.PORK), "pork lard bacon ham pork-fat pork-meat pork-rind");
        kind(Trait.set(Trait.MEAT, Trait.BLOOD), "blood");
        kind(Trait.set(Trait.FISH), "fish fish-oil anchovy caviar surimi");
        kind(Trait.set(Trait.CRUSTACEAN), "crustacean shrimp prawn crab lobster");
        kind(Trait.set(Trait.MOLLUSC), "mollusc mollusk squid mussel oyster snail");
        kind(Trait.set(Trait.CRUSTACEAN, Trait.MOLLUSC), "shellfish seafood");
        kind(Trait.set(Trait.SLAUGHTER), "gelatin gelatine collagen rennet animal-rennet e441 e542 bone-phosphate");
        kind(Trait.set(Trait.FISH, Trait.SLAUGHTER), "fish-gelatin fish-gelatine isinglass");
        kind(Trait.set(Trait.INSECT), "insect cochineal carmine carmines e120");
        kind(Trait.set(Trait.EGG), "egg egg-white egg-yolk albumen");
        kind(
                Trait.set(Trait.MILK, Trait.LACTOSE),
                "dairy milk butter cream yogurt yoghurt whey lactose milkfat milk-protein casein");
        KINDS.put("en:cheese", new Kind(Trait.MILK.bit(), Trait.LACTOSE.bit()));
        kind(Trait.set(Trait.HONEY), "honey");
        kind(Trait.set(Trait.ANIMAL), "beeswax e901 shellac e904 lanolin e913 propolis royal-jelly");
        kind(Trait.set(Trait.ALCOHOL), "alcohol wine spirit liqueur rum brandy whisky vodka");
        kind(Trait.set(Trait.ALCOHOL, Trait.GLUTEN), "beer");
        kind(Trait.set(Trait.OATS), "oat oats oatmeal");
        kind(Trait.set(Trait.SUGAR), "sugar");
        allergen(Trait.GLUTEN, "gluten wheat rye barley spelt");
        allergen(Trait.CRUSTACEAN, "crustaceans crustacean shrimps crab");
        allergen(Trait.EGG, "eggs egg");
        allergen(Trait.FISH, "fish fishes salmon mackerel salmon-roe red-caviar");
        allergen(Trait.PEANUT, "peanuts peanut");
        allergen(Trait.SOY, "soybeans soybean soya soy soja");
        allergen(Trait.NUT, "nuts nut tree-nuts almond walnut cashew-nuts cashew hazelnut");
        allergen(Trait.CELERY, "celery");
        allergen(Trait.MUSTARD, "mustard");
        allergen(Trait.SESAME, "sesame-seeds sesame");
        allergen(Trait.SULPHITES, "sulphur-dioxide-and-sulphites sulphites sulfites sulphur-dioxide");
        allergen(Trait.LUPIN, "lupin lupine");
        allergen(Trait.MOLLUSC, "molluscs mollusc abalone squid");
        ALLERGENS.put("en:milk", Trait.set(Trait.MILK, Trait.LACTOSE));
        ALLERGENS.put("en:gelatin", Trait.set(Trait.SLAUGHTER));
        ALLERGENS.put("en:beef", Trait.set(Trait.MEAT));
        ALLERGENS.put("en:chicken", Trait.set(Trait.MEAT));
        ALLERGENS.put("en:pork", Trait.set(Trait.MEAT, Trait.PORK));
    }

    private Kinds() {}

    private static void kind(long traits, String names) {
        for (String name : names.split(" ", -1)) {
            KINDS.put("en:" + name, new Kind(traits, 0));
        }
    }

    private static void allergen(Trait trait, String names) {
        for (String name : names.split(" ", -1)) {
            ALLERGENS.put("en:" + name, trait.bit());
        }
    }

    /** By any of its identifiers; {@link Kind#NONE} where it is none of these itself. */
    static Kind of(Entry entry) {
        for (String id : entry.ids()) {
            Kind kind = KINDS.get(id);
            Kind singular = kind == null && id.endsWith("s") ? KINDS.get(id.substring(0, id.length() - 1)) : kind;
            if (singular != null) {
                return singular;
            }
        }
        return Kind.NONE;
    }

    /** The traits of an allergen, by its identifier; 0 where the guard has no need for it. */
    static long allergen(String id) {
        return ALLERGENS.getOrDefault(id, 0L);
    }
}
