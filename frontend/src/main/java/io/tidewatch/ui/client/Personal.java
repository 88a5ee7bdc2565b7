package io.tidewatch.ui.client;

import io.tidewatch.ui.identity.Signed;

/** The preferences of a signed-in person as far as they have been read, for pages that can't wait for them. */
public final class Personal {

    private volatile Preferences preferences = Preferences.DEFAULT;

    private Personal() {}

    /** Those of this person. */
    public static Personal of(Signed signed) {
        return signed.attachment(Personal.class, Personal::new);
    }

    /** What was read or saved last. */
    public Preferences preferences() {
        return preferences;
    }

    /** Goes by these from now on. */
    public void use(Preferences read) {
        preferences = read;
    }
}
