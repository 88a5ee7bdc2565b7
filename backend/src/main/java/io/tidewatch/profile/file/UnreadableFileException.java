package io.tidewatch.profile.file;

import java.io.IOException;
import java.io.Serial;

/** A file of which nothing can be read from some place on. */
public final class UnreadableFileException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient FileProblem problem;

    /** Says what is wrong, and where. */
    public UnreadableFileException(FileProblem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** What is wrong with it. */
    public FileProblem problem() {
        return problem;
    }
}
