package io.tidewatch.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.tidewatch.test.Golden;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every setting is described, and the page of settings is complete. */
class ConfigurationReferenceTest {

    @Test
    void referenceListsEverySetting() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Configuration of the backend

                Settings can be given as system properties, as environment variables (`TIDEWATCH_CLICKHOUSE_URL`) or in
                `config/application.properties` beside the program. A value out of range and an unknown `tidewatch.*` key stop
                the start. Durations are ISO-8601 (`PT30S`), sizes may end in `K`, `M` or `G`.

                This page is generated from the `@ConfigMapping` interfaces.

                | Key | Default | Meaning |
                | --- | --- | --- |
                """);
        for (Class<?> mapping : mappings().values()) {
            for (Map.Entry<String, String> line : lines(mapping).entrySet()) {
                page.append(line.getValue());
            }
        }
        Golden.assertUpToDate("docs/reference/config.md", page.toString());
    }

    private static Map<String, Class<?>> mappings() {
        Map<String, Class<?>> mappings = new TreeMap<>();
        new ClassFileImporter()
                .importPath(Path.of("target", "classes")).stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(type -> load(type.getName()))
                        .forEach(type -> mappings.put(
                                type.getAnnotation(ConfigMapping.class).prefix(), type));
        assertThat(mappings.keySet()).allMatch(prefix -> prefix.startsWith("tidewatch."));
        return mappings;
    }

    private static Map<String, String> lines(Class<?> mapping) throws IOException {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        String source = Files.readString(
                Path.of("src", "main", "java", mapping.getName().replace('.', '/') + ".java"));
        Map<String, String> lines = new TreeMap<>();
        List<Method> methods = Arrays.stream(mapping.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (Method method : methods) {
            String key = prefix + "." + kebab(method.getName()) + (method.getReturnType() == Map.class ? ".*" : "");
            WithDefault value = method.getAnnotation(WithDefault.class);
            String shown = value == null ? "" : "`" + value.value() + "`";
            boolean mayLack = method.getReturnType() == Optional.class || method.getReturnType() == Map.class;
            assertThat(value != null || mayLack)
                    .as("%s has a default or is optional", key)
                    .isTrue();
            lines.put(key, "| `%s` | %s | %s |\n".formatted(key, shown, meaning(source, method.getName(), key)));
        }
        return lines;
    }

    private static String meaning(String source, String method, String key) {
        Matcher matcher = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s+[\\w<>, .?]+\\s" + method
                                + "\\(\\)",
                        Pattern.DOTALL)
                .matcher(source);
        assertThat(matcher.find()).as("%s has Javadoc", key).isTrue();
        String text = matcher.group(1);
        return text.replaceAll("\\s*\\R\\s*\\*\\s*", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
