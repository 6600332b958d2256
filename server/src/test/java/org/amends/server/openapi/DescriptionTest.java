package org.amends.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class DescriptionTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private final SharedServer server = SharedServer.running();
    private final JsonNode description =
            SharedServer.json(server.get("/openapi.json", server.token(Set.of(Scope.READ))));

    @Test
    void describesEveryMappingOfTheApiAndNoOther() {
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> mapped = new TreeSet<>();
        server.part(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(each -> ((RequestMappingHandlerMapping) each).getHandlerMethods().keySet().stream())
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> {
                                    if (path.startsWith("/v1/")) {
                                        mapped.add(verb + " " + path);
                                    }
                                })));

        assertThat(described).isEqualTo(mapped);
    }

    @Test
    void isOpenApi31WithUniqueOperationsAndWholeReferences() {
        assertThat(description.get("openapi").stringValue()).startsWith("3.1.");
        Set<String> ids = new HashSet<>();
        for (JsonNode path : description.get("paths")) {
            for (JsonNode operation : path) {
                assertThat(ids.add(operation.get("operationId").stringValue()))
                        .as(operation.get("operationId").stringValue())
                        .isTrue();
                assertThat(operation.get("responses").size()).isPositive();
                assertThat(operation.get("summary").stringValue()).isNotBlank();
            }
        }
        checkReferences(description);
    }

    @Test
    void declaresEveryVariableOfAPath() {
        description.get("paths").properties().forEach(path -> {
            Set<String> variables = VARIABLE.matcher(path.getKey())
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toSet());
            for (JsonNode operation : path.getValue()) {
                Set<String> declared = new HashSet<>();
                operation.path("parameters").forEach(parameter -> {
                    if (parameter.get("in").stringValue().equals("path")) {
                        declared.add(parameter.get("name").stringValue());
                    }
                });
                assertThat(declared).as(path.getKey()).isEqualTo(variables);
            }
        });
    }

    private void checkReferences(JsonNode node) {
        JsonNode reference = node.isObject() ? node.get("$ref") : null;
        if (reference != null) {
            assertThat(description.at(reference.stringValue().substring(1)).isMissingNode())
                    .as(reference.stringValue())
                    .isFalse();
        }
        node.forEach(this::checkReferences);
    }
}
