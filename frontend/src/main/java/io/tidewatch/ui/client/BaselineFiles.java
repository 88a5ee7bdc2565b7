package io.tidewatch.ui.client;

import jakarta.enterprise.context.ApplicationScoped;

/** Baselines from files. */
@ApplicationScoped
public class BaselineFiles {

    private final Backend backend;

    /** Files behind this door. */
    public BaselineFiles(Backend backend) {
        this.backend = backend;
    }

    /** Reads a file without keeping anything. */
    public FilePreview preview(Caller caller, String model, UploadedFile file) {
        return backend.upload(
                caller,
                Query.path("/models/{}/baselines/previews/files", model).with("columns", backend.text(file.columns())),
                file.content(),
                file.mediaType(),
                FilePreview.class);
    }

    /** Pins what the file holds. */
    public Baseline pin(Caller caller, String model, UploadedFile file, boolean skipBadRows) {
        return backend.upload(
                caller,
                Query.path("/models/{}/baselines/files", model)
                        .with("fileName", file.name())
                        .with("badRows", skipBadRows ? "skip" : "refuse")
                        .with("columns", backend.text(file.columns())),
                file.content(),
                file.mediaType(),
                Baseline.class);
    }
}
