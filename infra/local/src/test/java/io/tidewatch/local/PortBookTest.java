package io.tidewatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBookTest {

    @Test
    void usualPortsWhenAllAreFree() {
        Map<Part, Integer> ports = PortBook.choose(Map.of(), port -> true);

        assertThat(ports)
                .isEqualTo(Map.of(
                        Part.POSTGRES,
                        5432,
                        Part.CLICKHOUSE,
                        8123,
                        Part.KEYCLOAK,
                        8082,
                        Part.BACKEND,
                        8081,
                        Part.FRONTEND,
                        8080));
    }

    @Test
    void aTakenPortIsReplacedByTheNextHundred() {
        Set<Integer> taken = Set.of(8080, 8180, 5432);

        Map<Part, Integer> ports = PortBook.choose(Map.of(), port -> !taken.contains(port));

        assertThat(ports).containsEntry(Part.FRONTEND, 8280).containsEntry(Part.POSTGRES, 5532);
    }

    @Test
    void portsOfAnEarlierStartAreKept() {
        Map<Part, Integer> earlier = Map.of(Part.FRONTEND, 9000, Part.BACKEND, 8181);

        Map<Part, Integer> ports = PortBook.choose(earlier, port -> true);

        assertThat(ports).containsEntry(Part.FRONTEND, 9000).containsEntry(Part.BACKEND, 8181);
    }

    @Test
    void noPartTakesThePortThatAnotherOneHad() {
        Map<Part, Integer> earlier = Map.of(Part.FRONTEND, 8081);

        Map<Part, Integer> ports = PortBook.choose(earlier, port -> true);

        assertThat(ports).containsEntry(Part.FRONTEND, 8081).containsEntry(Part.BACKEND, 8181);
    }

    @Test
    void saysSoWhenNothingIsFree() {
        assertThatThrownBy(() -> PortBook.choose(Map.of(), port -> false))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("postgres");
    }

    @Test
    void theFileRemembersTheChoice(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("ports.json");
        Map<Part, Integer> first = PortBook.choose(file);

        assertThat(PortBook.choose(file)).isEqualTo(first);

        Files.writeString(file, "{");
        assertThatThrownBy(() -> PortBook.choose(file))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("delete it");
    }

    @Test
    void randomPortsDiffer() {
        assertThat(PortBook.random().values()).doesNotHaveDuplicates().hasSize(Part.values().length);
    }
}
