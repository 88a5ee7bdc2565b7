package io.tidewatch.sdk.internal.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Ends the JDK client's thread. Since Java 21 there is a method for it; before, the thread ends by itself when the client
 * is no longer referenced and the garbage collector has noticed.
 */
final class HttpClientShutdown {

    private static final @Nullable MethodHandle SHUTDOWN_NOW = find();

    private HttpClientShutdown() {}

    static void shutDown(@Nullable HttpClient client) {
        if (client == null || SHUTDOWN_NOW == null) {
            return;
        }
        try {
            SHUTDOWN_NOW.invoke(client);
        } catch (Throwable e) {
            // Nothing more can be done; the garbage collector ends the thread.
        }
    }

    private static @Nullable MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(HttpClient.class, "shutdownNow", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
