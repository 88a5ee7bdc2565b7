package io.tidewatch.sdk;

import io.tidewatch.sdk.internal.http.Answer;
import io.tidewatch.sdk.internal.json.JsonObject;
import io.tidewatch.sdk.internal.json.JsonReader;
import io.tidewatch.sdk.internal.json.JsonSyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the server's answer to a payload means. Decided here, acted upon in {@link DeliveryLoop}. */
sealed interface Verdict {

    /** The server has taken a decision on every event: these many are refused, by code, and the others are stored. */
    record Settled(Map<String, Integer> rejectedByCode, int duplicates) implements Verdict {
        int rejected() {
            return rejectedByCode.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Send the same again, later. */
    record Retry(String cause, @Nullable String retryAfter) implements Verdict {}

    /** Send two halves instead. */
    record Split() implements Verdict {}

    /** Send the same again, not compressed. */
    record Uncompressed() implements Verdict {}

    /** All events of the payload are lost. */
    record Lost(DropReason reason, String detail) implements Verdict {}

    /** Which event a violation is about, as in {@code predictions[3].features.distance}. */
    Pattern EVENT_INDEX = Pattern.compile("^\\w+\\[(\\d{1,9})]");

    /**
     * Reads an answer.
     *
     * @param compressed whether the request was
     * @param events how many were in the request
     */
    static Verdict of(Answer answer, boolean compressed, int events) {
        if (answer.successful()) {
            return accepted(answer, events);
        }
        int status = answer.status();
        return switch (status) {
            case 429, 502, 503, 504 -> new Retry("status " + status, answer.retryAfter());
            case 401, 403 -> new Lost(DropReason.UNAUTHORIZED, code(answer));
            case 413 -> events > 1 ? new Split() : new Lost(DropReason.TOO_LARGE, code(answer));
            case 415 -> compressed ? new Uncompressed() : refused(code(answer), events);
            case 422 -> violations(answer, events);
            default -> status >= 500 ? new Lost(DropReason.SERVER_ERROR, code(answer)) : refused(code(answer), events);
        };
    }

    private static Verdict accepted(Answer answer, int events) {
        JsonObject report = parse(answer);
        if (report == null || report.number("accepted", -1) < 0) {
            // Some proxy's page, say. Ids make sending again harmless, so nothing is believed that does not look right.
            return new Retry("an answer that is not Tidewatch's (status " + answer.status() + ")", null);
        }
        Map<Integer, String> codes = new HashMap<>();
        for (JsonObject rejection : report.objects("rejected")) {
            codes.putIfAbsent((int) rejection.number("index", -1), word(rejection.string("code", ""), "unknown"));
        }
        codes.keySet().removeIf(index -> index < 0 || index >= events);
        long duplicates = Math.min(Math.max(0, report.number("duplicates", 0)), events - codes.size());
        return new Settled(count(codes), (int) duplicates);
    }

    private static Verdict violations(Answer answer, int events) {
        Map<Integer, String> codes = new HashMap<>();
        JsonObject problem = parse(answer);
        List<JsonObject> violations = problem == null ? List.of() : problem.objects("violations");
        for (JsonObject violation : violations) {
            Matcher matcher = EVENT_INDEX.matcher(violation.string("field", ""));
            if (matcher.find()) {
                codes.putIfAbsent(Integer.parseInt(matcher.group(1)), word(violation.string("code", ""), "unknown"));
            }
        }
        for (int i = 0; i < events; i++) {
            codes.putIfAbsent(i, code(answer));
        }
        codes.keySet().removeIf(index -> index >= events);
        return new Settled(count(codes), 0);
    }

    private static Verdict refused(String code, int events) {
        return new Settled(Map.of(code, events), 0);
    }

    private static Map<String, Integer> count(Map<Integer, String> codes) {
        Map<String, Integer> counts = new HashMap<>();
        codes.values().forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts;
    }

    /** The problem's code, or the status if the answer is not a problem of Tidewatch. */
    private static String code(Answer answer) {
        JsonObject problem = parse(answer);
        String fallback = "http-" + answer.status();
        return problem == null ? fallback : word(problem.string("code", ""), fallback);
    }

    /** Codes come from outside and go into logs and metrics: nothing but a kebab word is taken over. */
    private static String word(String code, String fallback) {
        return code.matches("[a-z0-9-]{1,64}") ? code : fallback;
    }

    private static @Nullable JsonObject parse(Answer answer) {
        try {
            return JsonReader.readObject(answer.body());
        } catch (JsonSyntaxException e) {
            return null;
        }
    }
}
