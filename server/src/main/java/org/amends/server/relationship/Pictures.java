package org.amends.server.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.relationship.BreakMode;
import org.amends.server.console.Texts;
import org.amends.server.relationship.EventWords.Effect;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts pictures of one relationship into the form in which the page's script draws them. */
final class Pictures {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double BEYOND_LEVEL = 0.35;

    private final Texts texts;
    private final Instant now;

    Pictures(Texts texts, Instant now) {
        this.texts = texts;
        this.now = now;
    }

    /** The chance over time, stacked by way of breaking. */
    String risk(List<RiskOverTime.Point> points) {
        ObjectNode picture = JSON.createObjectNode();
        picture.put("kind", "stack");
        picture.put("percent", "%");
        picture.put("description", texts.text("relationship.risk.picture"));
        double most =
                points.stream().mapToDouble(RiskOverTime.Point::chance).max().orElse(0);
        picture.put("max", Math.min(1, Math.max(0.2, Math.ceil(most * 10) / 10)));
        ArrayNode labels = picture.putArray("labels");
        points.forEach(point -> labels.add(texts.numerals().day(point.at(), now)));
        ArrayNode series = picture.putArray("series");
        ArrayNode course = series(series, texts.text("cause.habit"), "quiet");
        points.forEach(point -> course.add(rounded(point.course())));
        for (BreakMode mode : BreakMode.values()) {
            ArrayNode values = series(series, texts.text("mode." + mode.stableName()), mode.stableName());
            points.forEach(point -> values.add(rounded(point.modes().getOrDefault(mode, 0.0))));
        }
        return picture.toString();
    }

    private static ArrayNode series(ArrayNode all, String label, String tone) {
        ObjectNode one = all.addObject();
        one.put("label", label);
        one.put("tone", tone);
        return one.putArray("values");
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    /** What hurt above the line, what helped below it, purchases on it. */
    String timeline(List<HistoryEvent> oldestFirst, EventWords words) {
        Map<String, List<HistoryEvent>> groups = new LinkedHashMap<>();
        groups.put("rhythm", new ArrayList<>());
        for (HistoryEvent event : oldestFirst) {
            Effect effect = Effect.of(event.event());
            if (effect != Effect.NONE) {
                groups.computeIfAbsent(group(effect), first -> new ArrayList<>())
                        .add(event);
            }
        }
        ObjectNode picture = JSON.createObjectNode();
        picture.put("kind", "timeline");
        picture.put("description", texts.text("relationship.timeline.picture"));
        Instant first =
                oldestFirst.isEmpty() ? now : oldestFirst.getFirst().event().time();
        picture.put(
                "from",
                Math.min(first.toEpochMilli(), now.minus(Duration.ofDays(90)).toEpochMilli()));
        picture.put("to", now.toEpochMilli());
        ArrayNode series = picture.putArray("series");
        groups.forEach((group, events) -> addGroup(series, group, events, words));
        return picture.toString();
    }

    private static String group(Effect effect) {
        return switch (effect) {
            case RHYTHM, NONE -> "rhythm";
            case HELP -> "help";
            case ACUTE, PILE, PULL, BETRAYAL -> effect.tone();
        };
    }

    private void addGroup(ArrayNode all, String group, List<HistoryEvent> events, EventWords words) {
        ObjectNode series = all.addObject();
        boolean own = group.equals("rhythm") || group.equals("help");
        series.put("label", texts.text(own ? "relationship.timeline." + group : "mode." + group));
        series.put("tone", group.equals("rhythm") ? "quiet" : group.equals("help") ? "good" : group);
        series.put("symbol", group.equals("rhythm") ? "rect" : group.equals("help") ? "diamond" : "circle");
        series.put("axis", group.equals("rhythm"));
        ArrayNode points = series.putArray("points");
        for (HistoryEvent event : events) {
            ObjectNode point = points.addObject();
            point.put("at", event.event().time().toEpochMilli());
            int side = Effect.of(event.event()).side();
            double weight = weight(event);
            point.put("y", side * (BEYOND_LEVEL + 0.6 * weight));
            point.put("size", side == 0 ? 7 : 10 + Math.round(10 * weight));
            point.put("told", words.brief(event));
        }
    }

    private static double weight(HistoryEvent event) {
        Double severity = event.row().severity();
        return severity == null ? 0.4 : severity;
    }
}
