package org.amends.guard.food;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Endings of words: from a plural, a case or a gender back to the words that it may be a form of. A form is only believed
 * where the word so found is known, so that pesce (fish) and pesca (peach) stay apart where a stemmer would join them.
 */
final class Inflection {

    private static final Rule[] NONE = {};

    /** An ending, and what stands in its place in the basic form. */
    private record Rule(String ending, String instead) {}

    /** Letters up to here end words in these languages. */
    private static final int LETTERS = 0x460;

    /** The rules of each language by the last letter of the ending, in order of likelihood. */
    private static final Rule[][][] RULES = new Rule[Language.ALL.size()][LETTERS][];

    static {
        endings(Language.EN, "ies>y ves>f ves>fe sses>ss oes>o es>e xes>x ches>ch shes>sh es> s>");
        endings(
                Language.FR,
                "eaux>eau aux>al aux>ail ives>if ive>if elles>el elle>el ennes>en enne>en euses>eux euse>eux eres>er ere>er"
                        + " iches>ic ches>c che>c etes>et ete>et ees>e ees> ee>e es>e es> e> s> x>");
        endings(Language.ES, "ces>z iones>ion ines>in enes>en anes>an ones>on as>a as>o os>o es>e a>o es> s>");
        endings(
                Language.RU,
                "ками>ок ками>ка ками>ко ками>ек цами>ец цами>ца цев>ец ками>к ами>а ами>о ами> ями>я ями>ь ями>е"
                        + " ыми>ыи ими>ии ими>ыи ого>ыи ого>ии ого>ои ому>ыи ому>ии ому>ои его>ии ему>ии"
                        + " иям>ия иях>ия ией>ия ием>ие ию>ия ии>ия ии>ие ия>ие ию>ие иям>ие"
                        + " ая>ыи ая>ии ая>ои яя>ии ую>ыи ую>ии ую>ои юю>ии ое>ыи ое>ии ое>ои ее>ии ые>ыи ые>ои ие>ии ие>ыи"
                        + " ых>ыи ых>ои их>ии их>ыи ым>ыи ым>ои им>ии им>ыи ои>ыи ои>ии ои>ая еи>ии"
                        + " ка>ок ку>ок ке>ок ком>ок ки>ок ков>ок ца>ец цу>ец це>ец цом>ец цы>ец ца>цо"
                        + " ки>ка ке>ка ку>ка кой>ка ок>ка ек>ка ек>ько"
                        + " ев>еи ев>ь ов>а ов>о ов> ам>а ам>о ам> ах>а ах>о ах> ям>я ям>ь ям>е ях>я ях>ь ях>е"
                        + " ом>о ом> ем>е ем>ь ем> ои>а еи>я еи>ь"
                        + " ы>а ы> и>а и>я и>ь и>о и>еи и> у>а у>о у> ю>я ю>ь ю>е ю>и е>а е>я е>о е>ь е> а>о а> я>е я>ь я>и");
        endings(
                Language.IT,
                "chi>co che>ca ghi>go ghe>ga cie>cia gie>gia iche>ico ici>ico ci>co gi>go ii>io i>io i>o i>e i>a e>a a>o e>o i>");
        endings(
                Language.DE,
                "nen>n innen>in ern>er ern> eren> erem> eres> ener>en enen>en en>e en> em> er> es> ns>n n>e n> e> s>");
        endings(
                Language.PT,
                "oes>ao aes>ao aos>ao ais>al eis>el ois>ol uis>ul is>il ns>m ces>z as>a as>o os>o es>e a>o es> s>");
    }

    private Inflection() {}

    private static void endings(Language language, String rules) {
        Rule[][] byLast = RULES[language.ordinal()];
        for (String rule : rules.split(" ", -1)) {
            int arrow = rule.indexOf('>');
            char last = rule.charAt(arrow - 1);
            Rule[] before = byLast[last] == null ? NONE : byLast[last];
            byLast[last] = Arrays.copyOf(before, before.length + 1);
            byLast[last][before.length] = new Rule(rule.substring(0, arrow), rule.substring(arrow + 1));
        }
    }

    /** The basic forms that a word may have, the likeliest first; without the word itself. */
    static List<String> bases(String word, Language language) {
        char last = word.charAt(word.length() - 1);
        Rule[] rules = last < LETTERS ? RULES[language.ordinal()][last] : null;
        if (rules == null) {
            return List.of();
        }
        int shortest = language == Language.DE ? 2 : 3;
        List<String> bases = new ArrayList<>(rules.length);
        for (Rule rule : rules) {
            int stem = word.length() - rule.ending().length();
            if (stem >= 2 && stem + rule.instead().length() >= shortest && word.endsWith(rule.ending())) {
                bases.add(word.substring(0, stem) + rule.instead());
            }
        }
        return bases;
    }
}
