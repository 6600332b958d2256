package org.amends.server.complaint.act;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.amends.complaint.CaseEvent;
import org.amends.complaint.CaseHeader;
import org.amends.complaint.Complaint;
import org.amends.complaint.Evidence;
import org.amends.event.Spelling;
import org.amends.format.complaint.CaseEventJson;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads an act as the event that it leads to in the state of its case. */
final class ActEvents {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TEXT = 20_000;

    private ActEvents() {}

    /**
     * The event.
     *
     * @return null when the case is as the act would have it already
     * @throws Problem when the act does not say what it must, or says what it cannot
     */
    static @Nullable CaseEvent of(Act act, Complaint state, CaseHeader header) {
        ObjectNode data = act.data().deepCopy();
        ObjectNode all = switch (act.kind()) {
            case ASSESS -> within("assessment", over(assessment(state, header), data));
            case EVIDENCE -> within("evidence", evidence(state, data));
            case ASSIGN -> over(assigned(state), data);
            case NOTE -> over(note(), data);
            case ACKNOWLEDGE,
                    INVESTIGATE,
                    TAG,
                    UNTAG,
                    FIELD,
                    ELEMENT_DONE,
                    PAUSE,
                    RESUME,
                    DANGER_HANDLED,
                    ACCEPT,
                    REJECT,
                    LINK,
                    UNLINK,
                    LESSON,
                    CLOSE,
                    REOPEN -> data;
        };
        checkNames(act.kind().event(), all);
        CaseEvent event = read(act.kind(), header, all);
        return needless(event, state) ? null : event;
    }

    private static CaseEvent read(ActKind kind, CaseHeader header, ObjectNode all) {
        try {
            return CaseEventJson.read(name(kind), header, all.toString());
        } catch (IllegalArgumentException unreadable) {
            Problem problem = Problem.invalid(
                    kind.stableName(), "not what the act asks for", String.valueOf(unreadable.getMessage()));
            problem.addSuppressed(unreadable);
            throw problem;
        }
    }

    private static String name(ActKind kind) {
        return kind.event().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static ObjectNode within(String name, ObjectNode data) {
        ObjectNode all = JSON.createObjectNode();
        all.set(name, data);
        return all;
    }

    private static ObjectNode over(ObjectNode known, ObjectNode given) {
        known.setAll(given);
        return known;
    }

    private static ObjectNode assessment(Complaint state, CaseHeader header) {
        String data = CaseEventJson.data(new CaseEvent.Assessed(header, state.assessment()));
        return (ObjectNode) JSON.readTree(data).get("assessment");
    }

    private static ObjectNode assigned(Complaint state) {
        return JSON.createObjectNode().put("owner", state.owner()).put("team", state.team());
    }

    private static ObjectNode note() {
        ObjectNode note = JSON.createObjectNode().put("note", UUID.randomUUID().toString());
        note.putArray("mentions");
        return note;
    }

    /** What is known of a piece under the same id stays where nothing else is said. */
    private static ObjectNode evidence(Complaint state, ObjectNode data) {
        String id = data.path("id").asString("");
        Evidence known = state.evidence().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        ObjectNode all = JSON.createObjectNode();
        if (known == null) {
            all.put("id", UUID.randomUUID().toString())
                    .put("kind", "fact")
                    .put("standing", "STATED")
                    .putNull("asked_of")
                    .putNull("due");
        } else {
            all.put("id", known.id())
                    .put("kind", known.kind())
                    .put("text", known.text())
                    .put("standing", known.standing().name())
                    .put("asked_of", known.askedOf())
                    .put("due", known.due() == null ? null : known.due().toString());
        }
        return over(all, data);
    }

    /** Every name is one of the event's, and what the event cannot be without is there. Names of choices may be in lower case. */
    private static void checkNames(Class<?> type, ObjectNode given) {
        List<RecordComponent> components = Arrays.stream(type.getRecordComponents())
                .filter(each -> each.getType() != CaseHeader.class)
                .toList();
        List<String> names = components.stream().map(ActEvents::name).toList();
        for (String name : given.propertyNames()) {
            if (!names.contains(name)) {
                throw Problem.invalid(
                        name,
                        "nothing that this act asks for",
                        names.isEmpty()
                                ? "It asks for nothing."
                                : "Maybe %s.".formatted(Spelling.nearest(name, names)));
            }
        }
        for (RecordComponent component : components) {
            check(component, given);
        }
    }

    private static void check(RecordComponent component, ObjectNode given) {
        String name = name(component);
        JsonNode value = given.path(name);
        if (value.isMissingNode() || value.isNull()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw Problem.invalid(name, "missing", "The act asks for it.");
            }
        } else if (component.getType().isRecord() && value instanceof ObjectNode object && isOfCases(component)) {
            checkNames(component.getType(), object);
        } else if (component.getType().isEnum()) {
            given.put(name, value.asString("").toUpperCase(Locale.ROOT));
        } else if (component.getType() == String.class) {
            checkText(name, value);
        }
    }

    private static boolean isOfCases(RecordComponent component) {
        return component.getType().getPackage().equals(CaseEvent.class.getPackage());
    }

    private static void checkText(String name, JsonNode value) {
        if (!value.isString() || value.asString().isBlank()) {
            throw Problem.invalid(name, "no text", "Write some words.");
        }
        if (value.asString().length() > LONGEST_TEXT || value.asString().indexOf('\0') >= 0) {
            throw Problem.invalid(
                    name, "too long, or holds a NUL", "Write at most %d letters.".formatted(LONGEST_TEXT));
        }
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static boolean needless(CaseEvent event, Complaint state) {
        return Stream.of(
                        event instanceof CaseEvent.Tagged it && state.tags().contains(it.tag()),
                        event instanceof CaseEvent.Untagged it && !state.tags().contains(it.tag()),
                        event instanceof CaseEvent.Linked it && state.linked().contains(it.reference()),
                        event instanceof CaseEvent.Unlinked it
                                && !state.linked().contains(it.reference()),
                        event instanceof CaseEvent.FieldSet it
                                && Objects.equals(it.value(), state.fields().get(it.field())),
                        event instanceof CaseEvent.Assigned it
                                && Objects.equals(it.owner(), state.owner())
                                && Objects.equals(it.team(), state.team()))
                .anyMatch(each -> each);
    }
}
