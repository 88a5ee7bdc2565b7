package io.tidewatch.clickhouse.embedded.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement that failed, with ClickHouse's error code. */
public final class EngineException extends RuntimeException {

    /** A fault of the engine or of this program. */
    public static final int LOGICAL_ERROR = 49;

    /** A value that is not accepted. */
    public static final int BAD_ARGUMENTS = 36;

    /** A part of the HTTP interface that this program does not have. */
    public static final int NOT_IMPLEMENTED = 48;

    /** The statement is not valid SQL. */
    public static final int SYNTAX_ERROR = 62;

    /** A change was asked for where only reading is allowed. */
    public static final int READONLY = 164;

    /** A statement that this interface does not take. */
    public static final int UNKNOWN_TYPE_OF_QUERY = 78;

    /** The disk is full. */
    public static final int NOT_ENOUGH_SPACE = 243;

    /** All connections of the engine are busy. */
    public static final int TOO_MANY_SIMULTANEOUS_QUERIES = 202;

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\.");

    private final int code;

    /**
     * @param code ClickHouse's error code
     * @param message text without the code
     */
    public EngineException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** Reads the engine's text, which begins with {@code Code: 60. DB::Exception:} where it is an exception of its own. */
    static EngineException parse(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.find()
                ? new EngineException(Integer.parseInt(matcher.group(1)), text)
                : new EngineException(LOGICAL_ERROR, text);
    }

    /** ClickHouse's error code. */
    public int code() {
        return code;
    }

    /** The text as the server writes it: beginning with the code, which is where clients look for it. */
    public String serverMessage() {
        String message = String.valueOf(getMessage());
        return message.startsWith("Code: ") ? message : "Code: " + code + ". DB::Exception: " + message;
    }
}
