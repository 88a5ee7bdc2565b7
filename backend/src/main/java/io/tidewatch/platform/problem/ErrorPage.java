package io.tidewatch.platform.problem;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves what the {@code type} of every problem points to: {@code /errors#model-not-found}. */
@ApplicationScoped
class ErrorPage {

    private static final String PATH = "/errors";

    void route(@Observes Router router) {
        String page = html();
        router.get(PATH)
                .handler(request -> request.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(page));
    }

    /** All texts are constants of the enum, so nothing needs escaping. */
    static String html() {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
                .append("<title>Tidewatch errors</title><h1>Errors of the Tidewatch API</h1><dl>");
        for (ErrorCode code : ErrorCode.values()) {
            page.append("<dt id=\"%s\"><code>%s</code> (%d) %s</dt><dd>%s</dd>"
                    .formatted(code.code(), code.code(), code.status(), code.title(), code.description()));
        }
        return page.append("</dl></html>").toString();
    }
}
