package io.tidewatch.analyze.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they come: nothing of this may fail, and no verdict may claim what the data cannot show. */
class RobustnessTest {

    @TempDir
    Path folder = Path.of("");

    private final SplittableRandom random = new SplittableRandom(1);
    private Cli cli = new Cli(folder);

    @BeforeEach
    void newCli() {
        cli = new Cli(folder);
    }

    private JsonNode drift(Path reference, Path current, String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "drift";
        arguments[1] = "--reference";
        arguments[2] = reference.toString();
        arguments[3] = "--current";
        arguments[4] = current.toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return cli.json(arguments);
    }

    private static String verdict(JsonNode report, String column) {
        return report.get("columns").get(column).get("verdict").asText();
    }

    @Test
    void emptyMissingInfiniteAndConstantColumns() {
        StringBuilder reference = new StringBuilder("gone,empty,infinite,constant,mixed,value\n");
        StringBuilder current = new StringBuilder("empty,infinite,constant,mixed,value,new\n");
        for (int i = 0; i < 1000; i++) {
            double value = random.nextGaussian();
            reference.append(i + ",,inf,7,NA," + value + "\n");
            current.append(",-inf,7," + (i % 2 == 0 ? "inf" : "1") + "," + (value + 1) + "," + i + "\n");
        }
        JsonNode report = drift(
                cli.file("r.csv", reference.toString()), cli.file("c.csv", current.toString()), "--methods", "all");
        assertThat(verdict(report, "empty")).isEqualTo("not-compared");
        assertThat(verdict(report, "gone")).isEqualTo("not-compared");
        assertThat(verdict(report, "new")).isEqualTo("not-compared");
        assertThat(verdict(report, "constant")).isEqualTo("ok");
        assertThat(verdict(report, "value")).isEqualTo("critical");
        assertThat(verdict(report, "infinite")).isEqualTo("not-enough-data");
        assertThat(verdict(report, "mixed")).isEqualTo("critical");
    }

    @Test
    void oneRowAndNoRow() {
        Path thousand = cli.file("r.csv", "a,b\n" + "1.5,x\n2.5,y\n".repeat(500));
        JsonNode one = drift(thousand, cli.file("one.csv", "a,b\n1.5,x\n"), "--methods", "all");
        assertThat(verdict(one, "a")).isEqualTo("not-enough-data");
        assertThat(verdict(one, "b")).isEqualTo("not-enough-data");
        JsonNode none = drift(thousand, cli.file("none.csv", "a,b\n"), "--methods", "all");
        assertThat(none.get("rows").get("current").asLong()).isZero();
        assertThat(none.get("verdict").asText()).isEqualTo("not-enough-data");
        assertThat(verdict(none, "a")).isEqualTo("not-enough-data");
    }

    @Test
    void quotedLineBreaksAndOddNames() {
        String header = "\"a \"\"quoted\"\", name\",\"back`tick\",'x',\u00fcber \u0130\n";
        String row = "\"line one\nline two\",\"say \"\"hi\"\"\",<b>&,1\n";
        Path file = cli.file("r.csv", header + row.repeat(300));
        JsonNode report = drift(file, file, "--methods", "all");
        assertThat(report.get("rows").get("reference").asLong()).isEqualTo(300);
        assertThat(verdict(report, "a \"quoted\", name")).isEqualTo("ok");
        assertThat(verdict(report, "back`tick")).isEqualTo("ok");
        assertThat(verdict(report, "'x'")).isEqualTo("ok");
        assertThat(verdict(report, "\u00fcber \u0130")).isEqualTo("ok");
        assertThat(cli.page()).content().doesNotContain("<b>&,");
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Path file = cli.file("r.csv", "id,title\n" + "0.5,I\n1.5,i\n2.25,\u0131\n".repeat(200));
        Locale before = Locale.getDefault();
        try {
            JsonNode usual = drift(file, file, "--methods", "all");
            for (String language : new String[] {"tr-TR", "ar-EG", "de-DE"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(drift(file, file, "--methods", "all")).isEqualTo(usual);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aThousandFeatures() {
        StringBuilder header = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        for (int column = 0; column < 1000; column++) {
            header.append(column == 0 ? "" : ",").append("f").append(column);
        }
        for (int row = 0; row < 300; row++) {
            for (int column = 0; column < 1000; column++) {
                rows.append(column == 0 ? "" : ",").append(random.nextInt(100));
            }
            rows.append('\n');
        }
        Path file = cli.file("wide.csv", header + "\n" + rows);
        JsonNode report = drift(file, file);
        assertThat(report.get("columns")).hasSize(1000);
        assertThat(report.get("driftedColumns").asLong()).isZero();
    }

    @Test
    void aCategoryOfManyValues() {
        StringBuilder reference = new StringBuilder("id,kind\n");
        StringBuilder current = new StringBuilder("id,kind\n");
        for (int i = 0; i < 300_000; i++) {
            reference.append("r").append(i).append(',').append(i % 3 == 0 ? "a\n" : "b\n");
            current.append("c").append(i).append(',').append(i % 3 == 0 ? "a\n" : "b\n");
        }
        JsonNode report = drift(cli.file("r.csv", reference.toString()), cli.file("c.csv", current.toString()));
        // Every value is new, as every value of the reference was: nothing is unexpected about that.
        assertThat(verdict(report, "id")).isNotEqualTo("critical").isNotEqualTo("warning");
        assertThat(verdict(report, "kind")).isEqualTo("ok");
    }

    @Test
    void numbersWithMoreDistinctValuesThanAllowedAreRoundedAndSaySo() {
        StringBuilder reference = new StringBuilder("x\n");
        StringBuilder current = new StringBuilder("x\n");
        for (int i = 0; i < 5_000; i++) {
            reference.append(random.nextGaussian()).append('\n');
            current.append(random.nextGaussian() + 0.2).append('\n');
        }
        Path first = cli.file("r.csv", reference.toString());
        Path second = cli.file("c.csv", current.toString());
        JsonNode exact = drift(first, second).get("columns").get("x");
        JsonNode rounded =
                drift(first, second, "--max-distinct", "1000").get("columns").get("x");
        assertThat(rounded.get("note").asText()).contains("rounded");
        double expected = exact.get("methods").get("wasserstein").get("score").asDouble();
        assertThat(rounded.get("methods").get("wasserstein").get("score").asDouble())
                .isCloseTo(expected, within(1e-4 * expected));
    }

    @Test
    void typesCanBeOverridden() {
        Path file = cli.file("r.csv", "season,hour\n" + "1,10\n2,11\n3,12\n4,oops\n".repeat(100));
        JsonNode inferred = drift(file, file).get("columns");
        assertThat(inferred.get("season").get("type").asText()).isEqualTo("category");
        assertThat(inferred.get("hour").get("type").asText()).isEqualTo("category");
        JsonNode given =
                drift(file, file, "--types", "season=number,hour=number").get("columns");
        assertThat(given.get("season").get("type").asText()).isEqualTo("number");
        assertThat(given.get("hour").get("type").asText()).isEqualTo("number");
        assertThat(given.get("hour").get("missing").get("current").asLong()).isEqualTo(100);
        assertThat(given.get("hour").get("note").asText()).contains("200 values are not numbers");
    }

    @Test
    void aTimeColumnTeachesHowDaysVary() {
        StringBuilder reference = new StringBuilder("at,x\n");
        for (int day = 0; day < 28; day++) {
            double level = random.nextGaussian();
            for (int row = 0; row < 200; row++) {
                reference
                        .append("2001-01-")
                        .append(day < 9 ? "0" : "")
                        .append(day + 1)
                        .append(" 10:00:00,");
                reference.append(level + random.nextGaussian()).append('\n');
            }
        }
        StringBuilder current = new StringBuilder("at,x\n");
        for (int row = 0; row < 200; row++) {
            current.append("2001-01-29 10:00:00,")
                    .append(0.8 + random.nextGaussian())
                    .append('\n');
        }
        Path first = cli.file("r.csv", reference.toString());
        Path second = cli.file("c.csv", current.toString());
        assertThat(verdict(drift(first, second), "x")).isEqualTo("critical");
        JsonNode informed = drift(first, second, "--time", "at");
        assertThat(verdict(informed, "x")).isNotEqualTo("critical");
        assertThat(informed.get("columns").get("x").get("inflation").asDouble()).isGreaterThan(5);
    }

    @Test
    void gatesAndFailuresHaveExitCodes() {
        Path reference = cli.file("r.csv", "x\n" + "1.5\n2.5\n3.5\n4.5\n".repeat(300));
        Path current = cli.file("c.csv", "x\n" + "3.5\n4.5\n5.5\n6.5\n".repeat(300));
        String[] files = {"drift", "--reference", reference.toString(), "--current", current.toString()};
        assertThat(Main.run(with(files))).isZero();
        assertThat(Main.run(with(files, "--fail-on", "critical"))).isEqualTo(1);
        assertThat(Main.run(with(files, "--no-such-option"))).isEqualTo(2);
        assertThat(Main.run(with(files, "--methods", "nonsense"))).isEqualTo(3);
        assertThat(Main.run(with(files, "--types", "y=number"))).isEqualTo(3);
        assertThat(Main.run("drift", "--reference", "missing.csv", "--current", current.toString()))
                .isEqualTo(3);
        assertThat(Main.run("drift", "--help")).isZero();
    }

    private static String[] with(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }
}
