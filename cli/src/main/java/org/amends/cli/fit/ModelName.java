package org.amends.cli.fit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The base models by the names that a person types. */
enum ModelName {
    BG_NBD("BG/NBD"),
    MBG_NBD("MBG/NBD"),
    PARETO_NBD("Pareto/NBD"),
    BG_BB("BG/BB"),
    GAMMA_GAMMA("gamma-gamma");

    private final String title;

    ModelName(String title) {
        this.title = title;
    }

    /** The name of the literature. */
    String title() {
        return title;
    }

    /** The name on the command line and in JSON, such as {@code bg-nbd}. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String options() {
        return Arrays.stream(values()).map(ModelName::option).collect(Collectors.joining(", "));
    }

    /** Reads a name however it is spelled: bg-nbd, BG/NBD, bgnbd. */
    static final class Converter implements ITypeConverter<ModelName> {

        @Override
        public ModelName convert(String value) {
            for (ModelName model : values()) {
                if (plain(model.option()).equals(plain(value))) {
                    return model;
                }
            }
            throw new TypeConversionException("'%s' is no base model. Maybe one of: %s.".formatted(value, options()));
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        }
    }
}
