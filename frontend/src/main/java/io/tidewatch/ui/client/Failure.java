package io.tidewatch.ui.client;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a call failed, by what a page does about it. */
public sealed interface Failure {

    /** One line for logs and error states; never holds a token. */
    String summary();

    /** The id to find this call in the backend's logs, if it got that far. */
    default @Nullable String traceId() {
        return null;
    }

    /** The sign-in is over: sign in again. */
    record SignInNeeded(@Nullable String traceId) implements Failure {
        @Override
        public String summary() {
            return "Your sign-in has ended";
        }
    }

    /** Missing, another organization's, or not this person's. These look the same on purpose, so that nothing can be probed. */
    record NotHere(@Nullable String traceId) implements Failure {
        @Override
        public String summary() {
            return "Not here, or not yours";
        }
    }

    /** The model has nothing to compare with yet. */
    record NoBaseline(String detail, @Nullable String traceId) implements Failure {
        @Override
        public String summary() {
            return detail;
        }
    }

    /** The person may see this but not do that. */
    record NotAllowed(String detail, @Nullable String traceId) implements Failure {
        @Override
        public String summary() {
            return detail;
        }
    }

    /** The input was refused; every violation names its field. */
    record Invalid(
            String detail,
            List<Violation> violations,
            @Nullable String traceId) implements Failure {
        @Override
        public String summary() {
            return violations.isEmpty()
                    ? detail
                    : violations.stream()
                            .map(violation -> violation.field() + " " + violation.message())
                            .collect(Collectors.joining("; "));
        }
    }

    /** Someone else changed or made the same thing first. */
    record Conflict(String code, String detail, @Nullable String traceId) implements Failure {
        @Override
        public String summary() {
            return detail;
        }
    }

    /** The backend cannot answer now: stopped, starting, overloaded or too slow. Worth a retry. */
    record Unavailable(String detail, @Nullable String traceId) implements Failure {
        @Override
        public String summary() {
            return detail;
        }
    }

    /** Anything else; a defect of ours until shown otherwise. */
    record Unexpected(int status, String detail, @Nullable String traceId) implements Failure {
        @Override
        public String summary() {
            return detail;
        }
    }
}
