package io.tidewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the repository's documents true: links lead somewhere, decision records are numbered once and listed. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s#]+)(?:#[^)]*)?\\)");
    private static final Pattern RECORD = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1);
                boolean outside = target.contains("://") || target.startsWith("mailto:");
                if (!outside && !Files.exists(page.resolveSibling(target))) {
                    broken.add(ROOT.relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void decisionRecordsHaveUniqueNumbersAndAreListed() throws IOException {
        List<String> records;
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/adr"))) {
            records = files.map(file -> file.getFileName().toString())
                    .filter(name -> RECORD.matcher(name).matches())
                    .filter(name -> !name.startsWith("0000-"))
                    .sorted()
                    .toList();
        }
        assertThat(records).isNotEmpty();
        assertThat(records.stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
        String index = Files.readString(ROOT.resolve("docs/adr/README.md"));
        assertThat(records).allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        for (String name : records) {
            assertThat(Files.readString(ROOT.resolve("docs/adr").resolve(name)))
                    .as(name)
                    .contains("- Status: ", "## Context", "## Decision", "## Consequences");
        }
    }

    /** Markdown of the repository, without what builds and package managers put beside it. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of("node_modules", "target", ".tidewatch", ".git")
                            .noneMatch(folder -> ROOT.relativize(file).startsWith(folder)
                                    || ROOT.relativize(file).toString().contains("/" + folder + "/")))
                    .toList();
        }
    }
}
