package io.tidewatch.profile.file;

import java.io.Serial;

/** A row that can't be read; the next one may. */
public final class BadRowException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient FileProblem problem;

    /** Says what is wrong with the row. */
    public BadRowException(FileProblem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** What is wrong with it. */
    public FileProblem problem() {
        return problem;
    }
}
