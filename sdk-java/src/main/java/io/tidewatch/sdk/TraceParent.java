package io.tidewatch.sdk;

import org.jspecify.annotations.Nullable;

/** The part of W3C Trace Context that is needed here: which trace a header belongs to. */
final class TraceParent {

    private static final int TRACE_ID_START = 3;
    private static final int TRACE_ID_END = 35;
    private static final int LENGTH = 55;

    private TraceParent() {}

    static @Nullable String traceId(@Nullable String header) {
        if (header == null || header.length() < LENGTH) {
            return null;
        }
        boolean knownVersion = header.startsWith("00-");
        boolean laterVersion = isLowerHex(header, 0, 2) && header.charAt(2) == '-' && !header.startsWith("ff");
        // Version 00 has exactly this length; later ones may append, after another dash.
        boolean lengthFits = header.length() == LENGTH || (!knownVersion && header.charAt(LENGTH) == '-');
        if (!laterVersion || !lengthFits || header.charAt(TRACE_ID_END) != '-' || header.charAt(52) != '-') {
            return null;
        }
        if (!isLowerHex(header, 36, 52) || !isLowerHex(header, 53, LENGTH) || allZero(header, 36, 52)) {
            return null;
        }
        String id = header.substring(TRACE_ID_START, TRACE_ID_END);
        return isTraceId(id) ? id : null;
    }

    static boolean isTraceId(@Nullable String id) {
        return id != null && id.length() == 32 && isLowerHex(id, 0, 32) && !allZero(id, 0, 32);
    }

    private static boolean isLowerHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean allZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
