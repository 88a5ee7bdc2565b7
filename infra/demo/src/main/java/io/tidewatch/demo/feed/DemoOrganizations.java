package io.tidewatch.demo.feed;

/** Keys of organizations and teams as {@code accounts.json} names them. */
final class DemoOrganizations {
    static final String AIRLINE = "demo-airline";
    static final String DELAYS_TEAM = "delays";
    static final String NETWORK_TEAM = "network";
    static final String AIRPORT = "demo-airport";
    static final String OPERATIONS_TEAM = "operations";

    private DemoOrganizations() {}
}
