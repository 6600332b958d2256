package org.amends.guard.food;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text in the form of food files.
 *
 * @param file its name, for messages
 * @param text what is in it
 */
public record FoodText(String file, String text) {

    /**
     * Reads food files in the order given; of a folder, its {@code .food} files in the order of their names.
     *
     * @throws FoodFormatException where one cannot be read
     */
    static List<FoodText> read(List<Path> files) {
        List<FoodText> texts = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                texts.addAll(read(within(file)));
            } else {
                texts.add(new FoodText(file.toString(), text(file)));
            }
        }
        return texts;
    }

    /**
     * Looks for faults without the standard foods, so that a file can be checked by itself.
     *
     * @return how many foods are in the texts
     * @throws FoodFormatException where they have faults
     */
    public static int check(List<FoodText> texts) {
        return FoodKnowledge.alone(texts).foods().size();
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(it -> it.toString().endsWith(".food") && Files.isRegularFile(it))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new FoodFormatException(
                    folder + " cannot be listed: " + broken.getMessage() + ". Maybe it is closed to you.");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new FoodFormatException(file + " is not UTF-8. Save it as UTF-8.");
        } catch (IOException broken) {
            throw new FoodFormatException(
                    file + " cannot be read: " + broken.getMessage() + ". Maybe the name is misspelt.");
        }
    }
}
