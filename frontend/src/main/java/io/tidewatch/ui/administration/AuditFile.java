package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.tidewatch.ui.client.Audit;
import io.tidewatch.ui.client.Audit.Filter;
import io.tidewatch.ui.client.Audit.Format;
import io.tidewatch.ui.client.BackendException;
import io.tidewatch.ui.client.Callers;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.identity.Signed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A link to a file of all entries that match. The file flows through this server as it is read, whatever its size. */
final class AuditFile {

    private AuditFile() {}

    static Component link(Callers callers, Audit audit, Filter filter, @Nullable String organization, Format format) {
        Signed signed = Signed.current();
        String name = "audit." + format.extension();
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    try {
                        return new DownloadResponse(
                                audit.export(callers.in(signed, organization), filter, format),
                                name,
                                format.mediaType(),
                                -1);
                    } catch (BackendException failure) {
                        return DownloadResponse.error(502, failure.failure().summary());
                    }
                }),
                format.name());
        link.addComponentAsFirst(new Icon("download"));
        link.addClassName("tw-tool");
        link.setTitle("Download all that match as " + format.name() + ", at most 100,000 entries");
        link.getElement()
                .setAttribute("download", name)
                .setAttribute("data-test", "export-" + format.name().toLowerCase(Locale.ROOT));
        return link;
    }
}
