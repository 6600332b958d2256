package org.amends.guard.taxonomy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.guard.food.Language;

/**
 * Reads the grammar of taxonomy files: entries parted by blank lines; {@code < en:parent}; {@code xx: name, synonym}; properties such
 * as {@code vegan:en: no}; stopwords and synonyms of the whole file.
 */
final class TaxonomyReader {

    private static final String CODE = "([A-Za-z]{2,3}(?:[_-][A-Za-z]+)?)";
    private static final Pattern PARENT = Pattern.compile("<\\s*" + CODE + "\\s*:\\s*(.+)");
    private static final Pattern NAMES = Pattern.compile(CODE + "\\s*:\\s*(.*)");
    private static final Pattern PROPERTY =
            Pattern.compile("([A-Za-z0-9_.\\-]{3,})\\s*:\\s*([A-Za-z]{2}(?:[_-][A-Za-z]+)?)\\s*:\\s*(.*)");

    private final TaxonomyText file;
    private final Notes notes;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> stopwords = new HashSet<>();
    private Entry entry;
    private int line;

    private TaxonomyReader(TaxonomyText file, Notes notes) {
        this.file = file;
        this.notes = notes;
        entry = new Entry(file, 1);
    }

    /** Reads a file; what is wrong in it is noted and left out. */
    static TaxonomyReader read(TaxonomyText file, Notes notes) {
        TaxonomyReader reading = new TaxonomyReader(file, notes);
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        text.lines().forEach(reading::take);
        reading.finish();
        return reading;
    }

    List<Entry> entries() {
        return entries;
    }

    Set<String> stopwords() {
        return stopwords;
    }

    private void take(String raw) {
        line++;
        String text = raw.replace('\u2019', '\'').strip();
        if (text.isEmpty()) {
            finish();
        } else if (text.indexOf('\uFFFD') >= 0) {
            fault("\"" + start(text) + "\" is not UTF-8", "Save the file as UTF-8.");
        } else if (text.charAt(0) != '#') {
            said(text);
        }
    }

    private void said(String text) {
        Matcher parent = PARENT.matcher(text);
        Matcher property = PROPERTY.matcher(text);
        Matcher names = NAMES.matcher(text);
        if (parent.matches()) {
            parent(TaxonomyNames.id(parent.group(1), parent.group(2)));
        } else if (property.matches() && !names.matches()) {
            property(property.group(1).toLowerCase(Locale.ROOT), property.group(2), value(property.group(3)));
        } else if (property.matches() && isPropertyOfThreeLetters(property.group(2))) {
            notes.leftOut(LeftOut.OTHER_PROPERTY, text);
        } else if (names.matches()) {
            names(names.group(1).toLowerCase(Locale.ROOT), names.group(2));
        } else {
            fault(
                    "\"" + start(text) + "\" is not understood",
                    "Write: < en:parent, en: name, synonym or property:en: value; or begin it with # .");
        }
    }

    /** The codes of the guard's languages and {@code xx} follow the names of properties. */
    private static boolean isPropertyOfThreeLetters(String code) {
        return code.equals("xx") || Language.of(code) != null;
    }

    private void parent(String id) {
        if (entry.isNamed()) {
            fault("a parent stands after names", "Put a blank line before it; it is read as if there was one.");
            finish();
        }
        boolean ignored = entry.parents().add(id);
    }

    private void names(String code, String list) {
        List<String> names = TaxonomyNames.names(list).stream()
                .filter(name -> !TaxonomyNames.id(code, name).endsWith(":"))
                .toList();
        if (names.isEmpty()) {
            fault("no word after " + code + ":", "Add one or take the line away.");
            return;
        }
        if (!entry.isNamed()) {
            entry = started();
        }
        for (String name : names) {
            entry.ids().add(TaxonomyNames.id(code, name));
        }
        Language language = Language.of(code);
        if (code.equals("xx")) {
            Language.ALL.forEach(each -> entry.names(each).addAll(names));
        } else if (language != null) {
            entry.names(language).addAll(names);
        } else {
            names.forEach(name -> notes.leftOut(LeftOut.OTHER_LANGUAGE, code + ":" + name));
        }
    }

    /** The entry whose place is this line; parents and properties may have come before. */
    private Entry started() {
        Entry here = new Entry(file, line);
        here.join(entry);
        return here;
    }

    private void property(String key, String code, String value) {
        switch (key) {
            case "stopwords" -> {
                notes.leftOut(LeftOut.STOPWORDS, code);
                TaxonomyNames.names(value).forEach(word -> {
                    boolean ignored = stopwords.add(TaxonomyNames.id("", word).substring(1));
                });
            }
            case "synonyms" -> notes.leftOut(LeftOut.SYNONYM_GROUP, code + ":" + start(value));
            case "vegan" -> entry.vegan(flag(key, value));
            case "vegetarian" -> entry.vegetarian(flag(key, value));
            case "allergens" ->
                TaxonomyNames.names(value).forEach(each -> {
                    int colon = each.indexOf(':');
                    boolean ignored = entry.allergens()
                            .add(
                                    colon < 0
                                            ? TaxonomyNames.id("en", each)
                                            : TaxonomyNames.id(
                                                    each.substring(0, colon).strip(), each.substring(colon + 1)));
                });
            case "e_number" -> additive(value);
            default -> notes.leftOut(LeftOut.OTHER_PROPERTY, key + ":" + code);
        }
    }

    private void additive(String value) {
        String number = value.startsWith("E") || value.startsWith("e") ? value.substring(1) : value;
        String plain = TaxonomyNames.forFoodFile(number);
        if (plain.matches("1?[0-9]{3}[a-zA-Z]?(\\([ivx]+\\))?[ivx]*")) {
            Language.ALL.forEach(each -> entry.names(each).add("E" + plain));
        } else {
            fault("e_number " + start(value) + " is not one", "Write digits, for example 322 or 322a.");
        }
    }

    private Flag flag(String key, String value) {
        Flag flag = Flag.written(value);
        if (flag == null) {
            fault(key + " is \"" + start(value) + "\"; it is read as maybe", "Write yes, no, maybe or ignore.");
            return Flag.MAYBE;
        }
        return flag;
    }

    /** Without a comment behind it. */
    private static String value(String text) {
        int comment = text.indexOf(" #");
        return (comment < 0 ? text : text.substring(0, comment)).strip();
    }

    private void finish() {
        if (entry.isNamed()) {
            entries.add(entry);
        } else if (!entry.parents().isEmpty() || entry.vegan() != Flag.UNKNOWN || entry.vegetarian() != Flag.UNKNOWN) {
            fault("the entry before this line has no name", "Add a line en: name, or take the entry away.");
        }
        entry = new Entry(file, line + 1);
    }

    private void fault(String what, String remedy) {
        notes.fault(file.file() + ":" + line, what, remedy);
    }

    private static String start(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
