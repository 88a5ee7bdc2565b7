package io.tidewatch.analysis.stats;

/** Stable order of rows by a primitive key, without boxing, because tables may have a million rows. */
public final class RowOrder {

    private RowOrder() {}

    /** Row numbers 0..size-1 in ascending order of their key; rows with equal keys keep their order. */
    public static int[] ascending(double[] keys, int size) {
        int[] order = new int[size];
        for (int row = 0; row < size; row++) {
            order[row] = row;
        }
        int[] buffer = new int[size];
        for (int width = 1; width < size; width <<= 1) {
            for (int start = 0; start < size; start += 2 * width) {
                int middle = Math.min(start + width, size);
                int end = Math.min(start + 2 * width, size);
                merge(keys, order, buffer, start, middle, end);
            }
            int[] swap = order;
            order = buffer;
            buffer = swap;
        }
        return order;
    }

    private static void merge(double[] keys, int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int position = start; position < end; position++) {
            boolean takeLeft = left < middle && (right >= end || keys[from[left]] <= keys[from[right]]);
            to[position] = takeLeft ? from[left++] : from[right++];
        }
    }
}
