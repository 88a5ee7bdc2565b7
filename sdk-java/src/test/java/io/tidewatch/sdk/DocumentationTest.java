package io.tidewatch.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows is what the tests compile and run, and its tables name what the code knows. */
class DocumentationTest {

    private static final Path GUIDE = Path.of("../docs/tasks/send-predictions.md");
    private static final Path EXPERIMENTS = Path.of("../docs/tasks/experiments.md");
    private static final Path README = Path.of("README.md");
    private static final Path EXAMPLES = Path.of("src/test/java/io/tidewatch/sdk/examples/Examples.java");

    @Test
    void everySnippetOfTheGuideIsARegionOfTheExamples() throws IOException {
        Map<String, String> regions = regions();
        Set<String> shown = new TreeSet<>();
        for (Path page : List.of(GUIDE, EXPERIMENTS, README)) {
            Map<String, String> snippets = snippets(page);
            assertThat(snippets).as(page.toString()).isNotEmpty();
            shown.addAll(snippets.keySet());
            snippets.forEach((name, code) ->
                    assertThat(normalized(code)).as(page + " " + name).isEqualTo(normalized(regions.get(name))));
        }
        assertThat(shown).isEqualTo(new TreeSet<>(regions.keySet()));
    }

    @Test
    void everyJavadocSnippetExists() throws IOException {
        Map<String, String> regions = regions();
        Pattern reference = Pattern.compile("\\{@snippet class=\"([^\"]+)\" region=\"([^\"]+)\"}");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = reference.matcher(Files.readString(file));
                while (matcher.find()) {
                    assertThat(matcher.group(1)).isEqualTo("io.tidewatch.sdk.examples.Examples");
                    assertThat(regions).containsKey(matcher.group(2));
                    found.add(matcher.group(2));
                }
            }
        }
        assertThat(found).contains("three-lines", "prediction", "registration", "experiment", "profile");
    }

    @Test
    void theGuideListsEveryEnvironmentVariable() throws IOException {
        assertThat(words(GUIDE, "`(TIDEWATCH_[A-Z_]+)`")).isEqualTo(new TreeSet<>(EnvironmentVariables.ALL.keySet()));
    }

    @Test
    void theGuideExplainsEveryDropReason() throws IOException {
        Set<String> reasons =
                Stream.of(DropReason.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(words(GUIDE, "(?m)^\\| `([A-Z_]+)` \\| (?!`)")).isEqualTo(reasons);
    }

    @Test
    void theGuideListsEveryOptionOfTheBuilder() throws IOException {
        Set<String> options = Stream.of(TidewatchBuilder.class.getMethods())
                .filter(method -> method.getDeclaringClass().equals(TidewatchBuilder.class))
                .map(method -> method.getName())
                .filter(name ->
                        !Set.of("build", "toString", "environmentVariables").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(words(GUIDE, "(?m)^\\| `([a-z][a-zA-Z]+)` \\|")).isEqualTo(options);
    }

    private static Set<String> words(Path page, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(page))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> regions() throws IOException {
        return blocks(EXAMPLES, "(?s)// @start region=([a-z-]+)\\n(.*?)\\n *// @end");
    }

    private static Map<String, String> snippets(Path page) throws IOException {
        return blocks(page, "(?s)<!-- example: ([a-z-]+) -->\\n```java\\n(.*?)\\n```");
    }

    private static Map<String, String> blocks(Path file, String pattern) throws IOException {
        Map<String, String> blocks = new LinkedHashMap<>();
        Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .forEach(result -> blocks.put(result.group(1), result.group(2)));
        return blocks;
    }

    /** Indentation differs between a page and a method. */
    private static List<String> normalized(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
