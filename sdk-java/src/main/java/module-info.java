/** The Tidewatch SDK: what is not exported here may change at any time. */
module io.tidewatch.sdk {
    requires static transitive org.jspecify;
    requires transitive java.net.http;

    exports io.tidewatch.sdk;
    exports io.tidewatch.sdk.experiment;
    exports io.tidewatch.sdk.registry;
    exports io.tidewatch.sdk.testing;
}
