package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A link that downloads what is on the page. It works from data the page already has and never calls the backend. */
public final class CsvExport {

    private CsvExport() {}

    /** Downloads CSV. */
    public static Component button(String fileName, Supplier<String> content) {
        return button("CSV", fileName, "text/csv;charset=utf-8", content);
    }

    /** Downloads text of any kind. */
    public static Component button(String label, String fileName, String mediaType, Supplier<String> content) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(new ByteArrayInputStream(bytes), fileName, mediaType, bytes.length);
                }),
                label);
        link.addComponentAsFirst(new Icon("download"));
        link.addClassName("tw-tool");
        link.setTitle("Download as " + label);
        link.getElement()
                .setAttribute("download", fileName)
                .setAttribute("data-test", "export-" + label.toLowerCase(java.util.Locale.ROOT));
        return link;
    }
}
