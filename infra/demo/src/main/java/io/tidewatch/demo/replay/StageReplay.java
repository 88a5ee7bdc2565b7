package io.tidewatch.demo.replay;

import io.tidewatch.demo.feature.FeatureVector;
import io.tidewatch.demo.feed.ScoredFlight;
import io.tidewatch.demo.feed.Scorer;
import io.tidewatch.demo.feed.Scorer.Question;
import io.tidewatch.demo.flight.FlightTime;
import io.tidewatch.demo.flight.SampledFlight;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Plays one stage from where it stopped: predictions in order of time, each outcome when the replay is a day further. */
final class StageReplay {
    private static final int BATCH = 1_000;
    private static final int FLIGHTS_BETWEEN_MARKS = 5_000;

    private final ReplayStage stage;
    private final TimeShift shift;
    private final List<Fault> faults;
    private final Scorer scorer;
    private final Delivery delivery;
    private final int groundTruthUntil;
    private final ReplayProgress progress;
    private final MarkKeeper marks;

    private final List<Question> batch = new ArrayList<>(BATCH);
    private final Deque<SampledFlight> inTheAir = new ArrayDeque<>();
    private long unmarked;

    /** Remembers that everything of the stage before a flight minute is confirmed. */
    interface MarkKeeper {
        void mark(ReplayStage stage, int untilMinute, long flights) throws IOException;
    }

    StageReplay(
            ReplayStage stage,
            TimeShift shift,
            List<Fault> faults,
            Scorer scorer,
            Delivery delivery,
            int groundTruthUntil,
            ReplayProgress progress,
            MarkKeeper marks) {
        this.stage = stage;
        this.shift = shift;
        this.faults = List.copyOf(faults);
        this.scorer = scorer;
        this.delivery = delivery;
        this.groundTruthUntil = groundTruthUntil;
        this.progress = progress;
        this.marks = marks;
    }

    /** Sends what the stage still has to send, from the given flight minute on. */
    void run(ReplayStream stream, int resumeAt) throws IOException {
        LocalDate day = FlightTime.dateOf(resumeAt);
        int stageFrom = stage.from(shift);
        int stageTo = stage.to(shift);
        for (SampledFlight next = stream.next(); next != null; next = stream.next()) {
            int minute = next.flight().minute();
            if (minute >= stageTo) {
                break;
            }
            if (minute < stageFrom) {
                continue;
            }
            if (minute < resumeAt) {
                // Its prediction is there, its outcome perhaps not: what is sent twice counts once.
                if (minute >= resumeAt - 2 * FlightTime.MINUTES_PER_DAY) {
                    inTheAir.add(next);
                }
                continue;
            }
            LocalDate nextDay = FlightTime.dateOf(minute);
            if (!nextDay.equals(day)) {
                endDay(day, nextDay);
                day = nextDay;
            }
            batch.add(new Question(next, shift.toInstant(minute), withFaults(stream.features(), minute)));
            inTheAir.add(next);
            if (batch.size() == BATCH) {
                send(day);
            }
        }
        send(day);
        land(stageTo);
        confirm(stageTo);
    }

    private FeatureVector withFaults(FeatureVector features, int minute) {
        FeatureVector changed = features;
        for (Fault fault : faults) {
            changed = fault.apply(changed, minute);
        }
        return changed;
    }

    private void endDay(LocalDate day, LocalDate nextDay) throws IOException {
        send(day);
        if (unmarked >= FLIGHTS_BETWEEN_MARKS) {
            confirm(FlightTime.startOf(nextDay));
        }
    }

    private void send(LocalDate day) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        List<ScoredFlight> scored = scorer.score(batch);
        delivery.predictions(scored);
        int now = batch.getLast().sampled().flight().minute();
        land(now - FlightTime.MINUTES_PER_DAY);
        unmarked += batch.size();
        progress.sent(batch.size(), day.plusDays(shift.days()));
        batch.clear();
    }

    /** Sends the outcomes of flights that left before a minute, as far as they are known today. */
    private void land(int before) throws IOException {
        List<SampledFlight> landed = new ArrayList<>();
        SampledFlight first = inTheAir.peek();
        while (first != null && first.flight().minute() < Math.min(before, groundTruthUntil)) {
            landed.add(inTheAir.remove());
            first = inTheAir.peek();
            if (landed.size() == BATCH) {
                delivery.groundTruths(landed);
                landed.clear();
            }
        }
        delivery.groundTruths(landed);
    }

    private void confirm(int untilMinute) throws IOException {
        delivery.confirm();
        marks.mark(stage, untilMinute, progress.done());
        unmarked = 0;
    }
}
