package io.tidewatch.sdk.internal.http;

import io.tidewatch.sdk.internal.json.JsonObject;
import io.tidewatch.sdk.internal.json.JsonReader;
import io.tidewatch.sdk.internal.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an answer says about a refusal.
 *
 * @param code the server's error code, or {@code http-} and the status if it gave none
 * @param detail what happened in this case, or empty
 * @param violations each as {@code field: message}
 */
public record ProblemText(String code, String detail, List<String> violations) {

    /** Copies the list. */
    public ProblemText {
        violations = List.copyOf(violations);
    }

    /** Reads a problem document; an answer that is none has only its status to say. */
    public static ProblemText of(Answer answer) {
        String code = "http-" + answer.status();
        try {
            JsonObject problem = JsonReader.readObject(answer.body());
            List<String> violations = new ArrayList<>();
            for (JsonObject violation : problem.objects("violations")) {
                violations.add(violation.string("field", "") + ": " + violation.string("message", ""));
            }
            return new ProblemText(problem.string("code", code), problem.string("detail", ""), violations);
        } catch (JsonSyntaxException e) {
            return new ProblemText(code, "", List.of());
        }
    }
}
