package io.tidewatch.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.demo.feed.Scorer;
import io.tidewatch.demo.flight.Flight;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.flight.FlightRows;
import io.tidewatch.demo.flight.FlightTime;
import io.tidewatch.demo.training.TinyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half a year of invented flights through the real SDK over real HTTP. */
class ReplayTest {
    private static final Instant NOW = Instant.parse("2026-10-01T15:42:31Z");
    private static final long SENT = 1_810;
    private static final String MODEL = "flight-delay";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static FlightFile flights;
    private static Scorer scorer;
    private final FakeBackend backend = new FakeBackend();
    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void train() throws IOException {
        flights = FlightRows.write(shared.resolve("flights"), inventedFlights());
        scorer = new Scorer(TinyModels.train(flights, shared), "");
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    /** One flight every 25 minutes from January to June. */
    private static List<Flight> inventedFlights() {
        Random random = new Random(3);
        List<String> airports = List.of("ATL", "ORD", "SAV");
        List<Flight> list = new ArrayList<>();
        int end = FlightTime.startOf(LocalDate.of(2001, 7, 1));
        for (int minute = FlightTime.startOf(LocalDate.of(2001, 1, 1)); minute < end; minute += 25) {
            int from = random.nextInt(3);
            int delay = random.nextInt(10) < 2 ? 16 + random.nextInt(90) : random.nextInt(30) - 20;
            list.add(new Flight(
                    minute, delay, 200 + random.nextInt(1_800), airports.get(from), airports.get((from + 1) % 3)));
        }
        return list;
    }

    private void replay(Instant now) throws Exception {
        new Replay(flights, scorer, backend.connection(), folder.resolve("replay.json"), log::add)
                .run(request -> request.withFlights(SENT), now);
    }

    private static Instant occurredAt(JsonNode prediction) {
        return Instant.parse(prediction.path("occurredAt").asText());
    }

    @Test
    void registersModelsVersionsAndBaselines() throws Exception {
        replay(NOW);

        assertThat(backend.resources())
                .containsExactlyInAnyOrder(
                        "models/flight-delay",
                        "models/flight-delay/versions/1",
                        "models/flight-delay/versions/2",
                        "models/flight-delay/runs/February, all flights",
                        "models/flight-delay/runs/February, night flights",
                        "models/flight-delay/runs/April, all flights",
                        "models/flight-delay/runs/April, night flights",
                        "models/flight-delay/baselines/First three weeks",
                        "models/delay-minutes",
                        "models/delay-minutes/versions/1",
                        "models/delay-minutes/runs/February, all flights",
                        "models/delay-minutes/baselines/First three weeks",
                        "models/late-rule",
                        "models/late-rule/versions/1",
                        "models/late-rule/baselines/First three weeks");
    }

    @Test
    void sendsAsManyAsAskedBetweenFebruaryAndNow() throws Exception {
        replay(NOW);

        assertThat(backend.predictions(MODEL)).hasSize((int) SENT);
        assertThat(backend.predictions("delay-minutes")).hasSize((int) SENT);
        assertThat(backend.predictions("late-rule")).hasSize((int) SENT / 5);
        List<Instant> times = backend.predictions(MODEL).values().stream()
                .map(ReplayTest::occurredAt)
                .sorted()
                .toList();
        // The 30th of June falls on the 1st of October: the 1st of February falls on the 5th of May.
        assertThat(times.getFirst()).isBetween("2026-05-05T00:00:00Z", "2026-05-05T12:00:00Z");
        assertThat(times.getLast()).isBetween("2026-10-01T12:00:00Z", "2026-10-01T15:43:00Z");
    }

    @Test
    void version2TakesOverInApril() throws Exception {
        replay(NOW);

        Instant april = Instant.parse("2026-07-03T00:00:00Z");
        assertThat(backend.predictions(MODEL).values())
                .allSatisfy(prediction -> assertThat(prediction.path("version").asText())
                        .isEqualTo(occurredAt(prediction).isBefore(april) ? "1" : "2"));
    }

    @Test
    void outcomesAreObservedADayLaterAndNotBeforeNow() throws Exception {
        replay(NOW);

        Instant yesterday = NOW.minus(Duration.ofDays(1));
        backend.predictions(MODEL).forEach((id, prediction) -> {
            JsonNode truth = backend.groundTruths(MODEL).get(id);
            if (occurredAt(prediction).isBefore(yesterday.minusSeconds(60))) {
                assertThat(Instant.parse(truth.path("observedAt").asText()))
                        .isEqualTo(occurredAt(prediction).plus(Duration.ofDays(1)));
            } else if (occurredAt(prediction).isAfter(yesterday)) {
                assertThat(truth).isNull();
            }
        });
    }

    @Test
    void theFaultIsInItsDaysOnly() throws Exception {
        replay(NOW);

        Instant from = Instant.parse("2026-09-19T00:00:00Z");
        Instant to = Instant.parse("2026-09-22T00:00:00Z");
        Set<Boolean> seen = backend.predictions(MODEL).values().stream()
                .map(prediction -> {
                    double distance =
                            prediction.path("features").path("distance").asDouble();
                    boolean faulty = !occurredAt(prediction).isBefore(from)
                            && occurredAt(prediction).isBefore(to);
                    // Miles are whole numbers here.
                    assertThat(distance == Math.rint(distance)).isEqualTo(!faulty);
                    return faulty;
                })
                .collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void theBaselineWeeksComeFirstThenTheLastTwoWeeks() throws Exception {
        replay(NOW);

        List<Instant> order = backend.arrivals(MODEL).stream()
                .filter(line -> line.startsWith("P "))
                .map(line -> occurredAt(backend.predictions(MODEL).get(line.substring(2))))
                .toList();
        Instant baselineEnd = Instant.parse("2026-05-26T00:00:00Z");
        Instant recent = Instant.parse("2026-09-17T00:00:00Z");
        assertThat(order.stream()
                        .map(time -> {
                            if (time.isBefore(baselineEnd)) {
                                return "baseline";
                            }
                            return time.isBefore(recent) ? "between" : "recent";
                        })
                        .distinct())
                .containsExactly("baseline", "recent", "between");
    }

    @Test
    void aSecondStartSendsNothing() throws Exception {
        replay(NOW);
        long received = backend.received();

        replay(NOW.plus(Duration.ofMinutes(10)));

        assertThat(backend.received()).isEqualTo(received + outcomesOf(Duration.ofMinutes(10)));
        assertThat(backend.predictions(MODEL)).hasSize((int) SENT);
    }

    /** Outcomes that come due when the clock goes on, of all models. */
    private long outcomesOf(Duration later) {
        Instant from = NOW.minus(Duration.ofDays(1));
        return List.of(MODEL, "delay-minutes", "late-rule").stream()
                .flatMap(model -> backend.predictions(model).values().stream())
                .map(ReplayTest::occurredAt)
                .filter(time -> !time.isBefore(from.minusSeconds(60)) && time.isBefore(from.plus(later)))
                .count();
    }

    @Test
    void aStartADayLaterAddsTheOutcomesOfTheLastDay() throws Exception {
        replay(NOW);
        assertThat(backend.groundTruths(MODEL)).hasSizeLessThan((int) SENT);

        replay(NOW.plus(Duration.ofDays(2)));

        assertThat(backend.groundTruths(MODEL)).hasSize((int) SENT);
        assertThat(backend.predictions(MODEL)).hasSize((int) SENT);
    }

    @Test
    void goesOnAfterAnInterruptionAndLosesNothing() throws Exception {
        backend.refuseAfter(2_000);
        assertThatThrownBy(() -> replay(NOW)).isInstanceOf(IOException.class).hasMessageContaining("validation-failed");
        backend.refuseAfter(Long.MAX_VALUE);

        replay(NOW.plusSeconds(60));

        assertThat(backend.predictions(MODEL)).hasSize((int) SENT);
        assertThat(backend.groundTruths(MODEL).keySet())
                .isSubsetOf(backend.predictions(MODEL).keySet())
                .hasSizeGreaterThan((int) SENT - 20);
    }

    @Test
    void refusesToMixReplaysWithOtherSettings() throws Exception {
        replay(NOW);

        Replay other = new Replay(flights, scorer, backend.connection(), folder.resolve("replay.json"), log::add);

        assertThatThrownBy(() -> other.run(request -> request.withFaults(List.of("distance,2,-3d,-2d")), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names of their own with --suffix NAME");
    }

    @Test
    void goesOnWithTheOldRequestIfNothingElseIsAskedFor() throws Exception {
        replay(NOW);
        long received = backend.received();

        new Replay(flights, scorer, backend.connection(), folder.resolve("replay.json"), log::add)
                .run(request -> request, NOW);

        assertThat(backend.received()).isEqualTo(received);
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        replay(NOW);

        assertThat(log).anySatisfy(line -> assertThat(line).startsWith("Baseline of flight-delay: "));
        assertThat(log.stream().filter(line -> line.startsWith("[")).toList().getLast())
                .startsWith("[####################] 100 %  1,810 of 1,810 flights, ");
    }
}
