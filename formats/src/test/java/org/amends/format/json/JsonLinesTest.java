package org.amends.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.amends.format.json.JsonLines.Line;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    @Test
    void blankLinesCountAndArePassedOver() throws IOException {
        assertThat(lines("\uFEFF{}\r\n\n  \n[1]\n\n3".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new Line.Text(1, "{}\r"), new Line.Text(4, "[1]"), new Line.Text(6, "3"));
        assertThat(lines(new byte[0])).isEmpty();
        assertThat(lines("\n\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aLineThatIsNoTextDoesNotSpoilTheNext() throws IOException {
        assertThat(lines(new byte[] {'"', (byte) 0xC3, (byte) 0xA9, (byte) 0xE9, '"', '\n', '1', '\n'}))
                .containsExactly(
                        new Line.Unreadable(1, 3, "the byte 0xE9 is no UTF-8", "Maybe save the file as UTF-8."),
                        new Line.Text(2, "1"));
    }

    @Test
    void aLineThatIsTooLongIsSkipped() throws IOException {
        String text = "x".repeat(JsonLines.LONGEST_LINE) + "\n" + "y".repeat(5_000_000) + "\nz\n";

        List<Line> lines = lines(text.getBytes(StandardCharsets.UTF_8));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo(new Line.Text(1, "x".repeat(JsonLines.LONGEST_LINE)));
        assertThat(lines.get(1))
                .isEqualTo(new Line.Unreadable(
                        2, 1, "the line has 5000000 bytes", "A line holds one object of at most 1048576 bytes."));
        assertThat(lines.get(2)).isEqualTo(new Line.Text(3, "z"));
    }

    @Test
    void linesOfEveryLengthComeOutWhole() throws IOException {
        SplittableRandom random = new SplittableRandom(20261122);
        List<Line> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 500; i++) {
            String line = "é".repeat(random.nextInt(1, 2_000));
            expected.add(new Line.Text(i, line));
            text.append(line).append('\n');
        }

        assertThat(lines(text.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    private static List<Line> lines(byte[] bytes) throws IOException {
        JsonLines lines = new JsonLines(new ByteArrayInputStream(bytes));
        List<Line> read = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            read.add(line);
        }
        return read;
    }
}
