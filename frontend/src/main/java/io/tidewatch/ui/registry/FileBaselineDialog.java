package io.tidewatch.ui.registry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.TemporaryFileUploadHandler;
import io.tidewatch.ui.client.BaselineFiles;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.client.FilePreview;
import io.tidewatch.ui.client.UploadedFile;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.shell.Visit;
import java.io.File;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Pins a baseline from an uploaded file: what is in it is shown first, with every row that cannot be read. */
final class FileBaselineDialog extends Dialog {

    private static final Logger LOG = Logger.getLogger(FileBaselineDialog.class);
    private static final int MAX_BYTES = 256 * 1024 * 1024;

    private final Loader loader;
    private final BaselineFiles files;
    private final Visit visit;
    private final List<String> targets;
    private final Runnable done;
    private final Paragraph status = new Paragraph();
    private final Div content = new Div();
    private final Checkbox skip = new Checkbox("Leave the bad rows out");
    private final Button pin = new Button("Pin", event -> submit());
    private @Nullable UploadedFile file;

    /**
     * An empty dialog.
     *
     * @param targets what columns can hold: features and parts of the prediction
     */
    FileBaselineDialog(Loader loader, BaselineFiles files, Visit visit, List<String> targets, Runnable done) {
        this.loader = loader;
        this.files = files;
        this.visit = visit;
        this.targets = List.copyOf(targets);
        this.done = done;
        setHeaderTitle("Pin a baseline from a file");
        setWidth("min(860px, 94vw)");
        getElement().setAttribute("data-test", "file-dialog");
        Paragraph what = new Paragraph(
                "CSV with names in the first row, or NDJSON with one object a line, in UTF-8 and up to"
                        + " 256 MiB: rows that the model was trained on, or that you trust. They are counted, not kept as predictions.");
        what.addClassName("tw-quiet");
        what.getStyle().set("margin", "0");
        status.getStyle().set("margin", "0");
        Upload upload = new Upload(new Handler(this::received));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.setAcceptedFileTypes("text/csv", ".csv", ".tsv", ".ndjson", ".jsonl", ".json");
        upload.addFileRemovedListener(event -> clear());
        upload.addFileRejectedListener(event -> status.setText(event.getErrorMessage()));
        upload.getElement().setAttribute("data-test", "file-upload");
        status.getElement().setAttribute("role", "status").setAttribute("data-test", "file-status");
        skip.setVisible(false);
        skip.addValueChangeListener(event -> {
            if (skip.isVisible()) {
                pin.setEnabled(event.getValue());
            }
        });
        skip.getElement().setAttribute("data-test", "file-skip");
        pin.addThemeVariants(ButtonVariant.PRIMARY);
        pin.setEnabled(false);
        pin.setDisableOnClick(true);
        pin.getElement().setAttribute("data-test", "file-pin");
        content.addClassName("tw-stack");
        content.getStyle().set("gap", "20px");
        Div all = new Div(what, upload, status, content, skip);
        all.addClassName("tw-stack");
        add(all);
        getFooter().add(new Button("Cancel", event -> close()), pin);
        addDetachListener(event -> forget());
    }

    private void received(String name, File uploaded) {
        forget();
        file = new UploadedFile(name, uploaded.toPath(), Map.of());
        if (isAttached()) {
            look();
        } else {
            forget();
        }
    }

    private void clear() {
        forget();
        content.removeAll();
        status.setText("");
        skip.setVisible(false);
        pin.setEnabled(false);
    }

    private void look() {
        UploadedFile shown = file;
        if (shown == null) {
            return;
        }
        status.setText("Reading " + shown.name() + "…");
        pin.setEnabled(false);
        loader.load(
                this,
                visit.state().organization(),
                caller -> files.preview(caller, visit.model(), shown),
                preview -> show(shown, preview),
                failure -> status.setText(failure.summary()));
    }

    private void show(UploadedFile read, FilePreview preview) {
        if (!read.equals(file)) {
            return;
        }
        long used = preview.columns().stream()
                .filter(column -> !column.target().isEmpty())
                .count();
        boolean usable = preview.complete() && preview.rows() > 0 && used > 0;
        status.setText(Numbers.count(preview.rows(), "good row", "good rows") + ", "
                + Numbers.count(preview.badRows(), "bad row", "bad rows") + "; " + used + " of "
                + preview.columns().size() + " columns are used."
                + (preview.complete() ? "" : " The file can't be read to its end, so it can't be pinned."));
        content.removeAll();
        if (!preview.absentFeatures().isEmpty() && preview.rows() > 0) {
            content.add(FilePreviewTables.absent(preview));
        }
        if (!preview.problems().isEmpty()) {
            content.add(FilePreviewTables.problems(preview));
        }
        if (!preview.columns().isEmpty()) {
            content.add(
                    FilePreviewTables.columns(preview, targets, read.columns(), this::map),
                    FilePreviewTables.rows(preview));
        }
        skip.setValue(false);
        skip.setVisible(usable && preview.badRows() > 0);
        pin.setEnabled(usable && preview.badRows() == 0);
    }

    private void map(Map<String, String> chosen) {
        UploadedFile shown = file;
        if (shown != null) {
            file = shown.with(chosen);
            look();
        }
    }

    private void submit() {
        UploadedFile shown = file;
        if (shown == null) {
            return;
        }
        boolean skipBadRows = skip.getValue();
        status.setText("Pinning…");
        loader.load(
                this,
                visit.state().organization(),
                caller -> files.pin(caller, visit.model(), shown, skipBadRows),
                pinned -> {
                    close();
                    Notification.show("Baseline pinned from " + Numbers.count(pinned.predictionCount(), "row", "rows"));
                    done.run();
                },
                this::refuse);
    }

    private void refuse(Failure failure) {
        pin.setEnabled(file != null);
        status.setText(failure.summary());
    }

    /** The file is only needed while the dialog is open. */
    private void forget() {
        UploadedFile old = file;
        file = null;
        if (old != null) {
            try {
                Files.deleteIfExists(old.content());
            } catch (IOException e) {
                LOG.warn("An uploaded file stays in the temporary folder", e);
            }
        }
    }

    /** Takes files of the size that the backend takes. */
    private static final class Handler extends TemporaryFileUploadHandler {

        @Serial
        private static final long serialVersionUID = 1;

        Handler(java.util.function.BiConsumer<String, File> received) {
            super((metadata, file) -> received.accept(metadata.fileName(), file));
        }

        @Override
        public long getFileSizeMax() {
            return MAX_BYTES;
        }

        @Override
        public long getRequestSizeMax() {
            return MAX_BYTES + 65_536;
        }
    }
}
