package io.tidewatch.analyze.data;

/** A column of one file, as the file declares it. */
record FileColumn(String name, Kind kind) {

    enum Kind {
        /** Text of a file without types. */
        RAW,
        /** Whole numbers. */
        INTEGER,
        /** Other numbers. */
        NUMBER,
        /** Text or truth values of a file with types. */
        TEXT,
        /** Dates and times. */
        TIME,
        /** Lists, objects and the like. */
        OTHER;

        boolean isNumeric() {
            return this == INTEGER || this == NUMBER;
        }
    }

    /** The column a file with types declares, from the engine's name of the type. */
    static FileColumn declared(String name, String engineType) {
        String type = engineType;
        while (type.startsWith("Nullable(") || type.startsWith("LowCardinality(")) {
            type = type.substring(type.indexOf('(') + 1, type.length() - 1);
        }
        return new FileColumn(name, kind(type));
    }

    private static Kind kind(String type) {
        if (type.startsWith("Int") || type.startsWith("UInt")) {
            return Kind.INTEGER;
        }
        if (type.startsWith("Float") || type.startsWith("Decimal") || type.startsWith("BFloat")) {
            return Kind.NUMBER;
        }
        if (type.startsWith("Date") || type.startsWith("Time")) {
            return Kind.TIME;
        }
        boolean text = type.equals("String")
                || type.equals("Bool")
                || type.equals("UUID")
                || type.startsWith("FixedString")
                || type.startsWith("Enum");
        return text ? Kind.TEXT : Kind.OTHER;
    }

    /** The value as a number, null where it is none. */
    String asNumber() {
        String column = Sql.identifier(name);
        return switch (kind) {
            case INTEGER, NUMBER -> "CAST(" + column + ", 'Nullable(Float64)')";
            default ->
                "if(" + MissingValues.isPresent(asText()) + ", toFloat64OrNull(trimBoth(assumeNotNull(" + asText()
                        + "))), NULL)";
        };
    }

    /** The value as text, null where it is missing. */
    String asText() {
        String column = Sql.identifier(name);
        return kind == Kind.RAW ? column : "CAST(" + column + ", 'Nullable(String)')";
    }
}
