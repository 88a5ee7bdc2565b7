package io.tidewatch.analyze.data;

/**
 * A column of the loaded data.
 *
 * @param name as in the files
 * @param type what it holds
 * @param stored name in the engine's table
 * @param distinct about how many distinct values both files hold
 * @param onlyIn which file has it if the other has not: "reference", "current", or empty for both
 * @param wrongType values that are not of the type; they count as missing
 */
public record Column(String name, ColumnType type, String stored, long distinct, String onlyIn, long wrongType) {

    /** Whether both files have it and it can be compared. */
    public boolean isComparable() {
        return onlyIn.isEmpty() && (type == ColumnType.NUMBER || type == ColumnType.CATEGORY);
    }
}
