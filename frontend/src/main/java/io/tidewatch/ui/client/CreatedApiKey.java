package io.tidewatch.ui.client;

/** A new API key with its secret, which is shown this one time. */
public record CreatedApiKey(String id, String name, String team, String key) {

    @Override
    public String toString() {
        return "CreatedApiKey[id=" + id + "]";
    }
}
