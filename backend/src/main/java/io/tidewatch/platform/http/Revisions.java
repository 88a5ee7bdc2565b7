package io.tidewatch.platform.http;

import io.tidewatch.platform.problem.ErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Revisions as entity tags: sent as ETag, expected back as If-Match by every change of a single resource. */
public final class Revisions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Revisions() {}

    /** The entity tag of a revision. */
    public static String etag(int revision) {
        return "\"" + revision + "\"";
    }

    /**
     * Compares the header with the current revision.
     *
     * @throws io.tidewatch.platform.problem.ProblemException {@code precondition-required} without the header, {@code
     *     precondition-failed} for another revision
     */
    public static void check(@Nullable String ifMatch, int current) {
        if (ifMatch == null) {
            throw ErrorCode.PRECONDITION_REQUIRED.problem();
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches() || Integer.parseInt(tag.group(1)) != current) {
            throw ErrorCode.PRECONDITION_FAILED.problem();
        }
    }
}
