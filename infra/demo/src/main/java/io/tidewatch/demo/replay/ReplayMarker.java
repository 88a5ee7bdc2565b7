package io.tidewatch.demo.replay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far the replay has come, kept in a small file, so that a later start goes on instead of sending again.
 *
 * @param request what the replay was started with
 * @param shiftDays days added to every date
 * @param cutoffMinute flight minute of the first start
 * @param sentUntil per stage, the flight minute up to which (exclusive) everything was confirmed
 * @param sentFlights how many flights that is in all stages together
 * @param baselinesPinned whether the baselines are there
 * @param groundTruthUntil flight minute up to which (exclusive) outcomes are known to the backend once all stages are done
 */
record ReplayMarker(
        ReplayRequest request,
        int shiftDays,
        int cutoffMinute,
        Map<ReplayStage, Integer> sentUntil,
        long sentFlights,
        boolean baselinesPinned,
        int groundTruthUntil) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    ReplayMarker {
        sentUntil = Map.copyOf(sentUntil);
    }

    /** Nothing sent yet. */
    static ReplayMarker start(ReplayRequest request, TimeShift shift, int groundTruthUntil) {
        return new ReplayMarker(request, shift.days(), shift.cutoffMinute(), Map.of(), 0, false, groundTruthUntil);
    }

    static ReplayMarker read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), ReplayMarker.class);
    }

    /** Replaces the file in one step, so that it is whole at any time. */
    void write(Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        JSON.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), this);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    TimeShift shift() {
        return new TimeShift(shiftDays, cutoffMinute);
    }

    /** Where the stage goes on. */
    int position(ReplayStage stage) {
        return sentUntil.getOrDefault(stage, stage.from(shift()));
    }

    boolean finished(ReplayStage stage) {
        return position(stage) >= stage.to(shift());
    }

    ReplayMarker withPosition(ReplayStage stage, int minute, long flights) {
        Map<ReplayStage, Integer> changed = new EnumMap<>(ReplayStage.class);
        changed.putAll(sentUntil);
        changed.put(stage, minute);
        return new ReplayMarker(request, shiftDays, cutoffMinute, changed, flights, baselinesPinned, groundTruthUntil);
    }

    ReplayMarker withBaselines() {
        return new ReplayMarker(request, shiftDays, cutoffMinute, sentUntil, sentFlights, true, groundTruthUntil);
    }

    ReplayMarker withGroundTruthUntil(int minute) {
        return new ReplayMarker(request, shiftDays, cutoffMinute, sentUntil, sentFlights, baselinesPinned, minute);
    }
}
