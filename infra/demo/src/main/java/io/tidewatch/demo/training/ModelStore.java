package io.tidewatch.demo.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewatch.demo.flight.FlightFile;
import io.tidewatch.demo.training.TrainingSplit.Sizes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Keeps trained models in a folder named after everything they depend on, so that a later start need not train again. */
public final class ModelStore {
    /** Raised when code changes what a model learns without changing any setting. */
    private static final String RECIPE = "recipe 1";

    private static final String LATE_1 = "late-1.pb";
    private static final String LATE_2 = "late-2.pb";
    private static final String MINUTES = "minutes.pb";
    private static final String SUMMARY = "summary.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final Sizes sizes;

    /** Keeps models in sub-folders of the given folder. */
    public ModelStore(Path directory) {
        this(directory, ModelTraining.SIZES);
    }

    ModelStore(Path directory, Sizes sizes) {
        this.directory = directory;
        this.sizes = sizes;
    }

    /**
     * The models for these flights, trained now unless they were before.
     *
     * @param log is told what is being done and how good the models are
     */
    public DemoModels loadOrTrain(FlightFile flights, Consumer<String> log) throws IOException {
        Path home = directory.resolve("models-" + fingerprint(flights));
        if (Files.exists(home.resolve(SUMMARY))) {
            log.accept("Models trained before are used again");
            return load(home);
        }
        log.accept("Training the models");
        DemoModels models = new ModelTraining(flights, sizes, log).train();
        save(models, home);
        return models;
    }

    private static DemoModels load(Path home) throws IOException {
        ModelSummary summary = JSON.readValue(home.resolve(SUMMARY).toFile(), ModelSummary.class);
        return new DemoModels(
                LateModel.load(home.resolve(LATE_1), summary.late1().calibration()),
                LateModel.load(home.resolve(LATE_2), summary.late2().calibration()),
                MinutesModel.load(home.resolve(MINUTES)),
                summary);
    }

    private static void save(DemoModels models, Path home) throws IOException {
        Files.createDirectories(home);
        models.late1().save(home.resolve(LATE_1));
        models.late2().save(home.resolve(LATE_2));
        models.minutes().save(home.resolve(MINUTES));
        // The summary comes last and in one step: where it is, everything is.
        Path partial = home.resolve(SUMMARY + ".partial");
        JSON.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), models.summary());
        Files.move(partial, home.resolve(SUMMARY), StandardCopyOption.ATOMIC_MOVE);
    }

    private String fingerprint(FlightFile flights) throws IOException {
        MessageDigest digest = sha256();
        digest.update((RECIPE + BoostingSettings.describe() + sizes).getBytes(StandardCharsets.UTF_8));
        try (InputStream in = Files.newInputStream(flights.path())) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
