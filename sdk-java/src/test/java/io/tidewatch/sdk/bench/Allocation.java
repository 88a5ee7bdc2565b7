package io.tidewatch.sdk.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that the calling thread allocates, which a profiler over all threads would mix with the delivery thread's. */
final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** Average over {@code calls}, after as many to warm up; {@code pause} runs in between and is not counted. */
    static double perCall(int calls, Runnable call, Runnable pause) {
        run(calls, call, pause);
        return (double) run(calls, call, pause) / calls;
    }

    private static long run(int calls, Runnable call, Runnable pause) {
        long sum = 0;
        for (int i = 0; i < calls; i += 100) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int j = 0; j < 100; j++) {
                call.run();
            }
            sum += THREADS.getCurrentThreadAllocatedBytes() - before;
            pause.run();
        }
        return sum;
    }
}
