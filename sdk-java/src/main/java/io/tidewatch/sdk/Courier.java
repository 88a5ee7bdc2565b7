package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.http.Request;
import io.tidewatch.sdk.internal.http.Transport;
import io.tidewatch.sdk.internal.http.UrlPath;
import java.io.IOException;
import java.time.Duration;

/** Makes one attempt to deliver a payload and says what came of it. */
final class Courier {

    private final Transport transport;
    private final String modelPath;
    private boolean compression;

    Courier(Transport transport, Settings settings) {
        this.transport = transport;
        this.modelPath = "models/" + UrlPath.segment(settings.model()) + "/";
        this.compression = settings.compression();
    }

    Verdict attempt(Payload payload, Duration timeout) {
        boolean compressed = compression;
        Verdict verdict;
        try {
            Answer answer = transport.send(
                    Request.post(modelPath + payload.kind().resource, payload.body(), compressed), timeout);
            verdict = Verdict.of(answer, compressed, payload.count());
        } catch (IOException e) {
            verdict = new Verdict.Retry(describe(e), null);
        } catch (InterruptedException e) {
            // Closing interrupts to end the wait. Anybody else's interrupt only costs this attempt.
            verdict = new Verdict.Retry("the thread was interrupted", null);
        }
        if (verdict instanceof Verdict.Uncompressed) {
            compression = false;
        }
        return verdict;
    }

    /** Class and message: the message of a connection failure names address and cause, never headers. */
    private static String describe(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
