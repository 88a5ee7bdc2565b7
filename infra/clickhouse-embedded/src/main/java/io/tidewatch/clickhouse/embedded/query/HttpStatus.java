package io.tidewatch.clickhouse.embedded.query;

/** The HTTP status that ClickHouse's server gives to an error code. */
final class HttpStatus {

    private HttpStatus() {}

    static int of(int errorCode) {
        return switch (errorCode) {
            // Values, types and texts that cannot be read; syntax.
            case 6,
                    7,
                    26,
                    27,
                    28,
                    36,
                    37,
                    38,
                    41,
                    42,
                    43,
                    44,
                    52,
                    53,
                    61,
                    62,
                    69,
                    70,
                    72,
                    110,
                    117,
                    130,
                    131,
                    190,
                    252,
                    386,
                    427,
                    456,
                    457,
                    691 -> 400;
            // Users and rights.
            case 192, 193, 194, 497, 516 -> 403;
            // Things with a name that does not exist.
            case 46, 47, 50, 56, 60, 73, 75, 78, 81, 115, 336 -> 404;
            case 159 -> 408;
            case 364 -> 413;
            case 48 -> 501;
            case 202, 203, 209, 439 -> 503;
            default -> 500;
        };
    }
}
