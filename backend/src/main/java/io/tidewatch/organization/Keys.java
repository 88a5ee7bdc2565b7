package io.tidewatch.organization;

/** The form of keys, which people choose and addresses hold. */
final class Keys {

    static final String PATTERN = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    static final String MESSAGE = "must be 1 to 63 lower-case letters, digits and inner hyphens";

    private Keys() {}
}
