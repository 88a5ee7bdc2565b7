package io.tidewatch.ingestion.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.ingestion.log.Entries.TestEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteAheadLogTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final LogOptions OPTIONS = new LogOptions(1 << 20, 1 << 20, 1 << 20);

    @TempDir
    Path folder;

    private final FailingFiles files = new FailingFiles();

    @Test
    void whatWasConfirmedIsThereAfterwards() throws Exception {
        List<Long> sequences = new ArrayList<>();
        withLog(OPTIONS, log -> {
            for (int i = 0; i < 20; i++) {
                sequences.add(get(append(log, Entries.of("entry " + i))));
            }
        });
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
        assertThat(left()).hasSize(20).startsWith("entry 0").endsWith("entry 19");
        long[] next = new long[1];
        withLog(OPTIONS, log -> next[0] = get(append(log, Entries.of("later"))));
        assertThat(next[0]).isGreaterThan(sequences.getLast());
        assertThat(left()).hasSize(21).endsWith("later");
    }

    @Test
    void entriesThatArriveDuringASyncShareTheNext() throws Exception {
        withLog(OPTIONS, log -> {
            get(append(log, Entries.of("first")));
            int before = files.syncs.get();
            files.syncBegan.drainPermits();
            files.syncMayPass.drainPermits();
            CompletableFuture<Long> alone = append(log, Entries.of("alone"));
            files.syncBegan.acquireUninterruptibly();
            List<CompletableFuture<Long>> together = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                together.add(append(log, Entries.of("together " + i)));
            }
            assertThat(alone).isNotDone();
            files.syncMayPass.release(1_000_000);
            together.forEach(WriteAheadLogTest::get);
            assertThat(files.syncs.get() - before).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailedSyncConfirmsNothingAndItsEntriesNeverCount(boolean cutsFail) throws Exception {
        files.cutsFail = cutsFail;
        withLog(OPTIONS, log -> {
            get(append(log, Entries.of("before")));
            files.syncBegan.drainPermits();
            files.syncMayPass.drainPermits();
            TestEntry victim = Entries.of("victim");
            CompletableFuture<Long> failed = append(log, victim);
            files.syncBegan.acquireUninterruptibly();
            TestEntry queued = Entries.of("queued");
            CompletableFuture<Long> behind = append(log, queued);
            CompletableFuture<Long> repetition = append(log, Entries.of(0));
            files.failingSyncs.set(1);
            files.syncMayPass.release(1_000_000);
            for (CompletableFuture<Long> one : List.of(failed, behind, repetition)) {
                assertThatThrownBy(() -> one.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(LogWriteException.class);
            }
            assertThat(victim.gone()).isTrue();
            assertThat(queued.gone()).isTrue();
            get(append(log, Entries.of("after")));
        });
        assertThat(left()).containsExactly("before", "after");
    }

    @Test
    void aLogThatIsFullTakesNothingUntilSomethingIsStored() throws Exception {
        LogOptions small = new LogOptions(1000, 4000, 4000);
        try (LogFolder opened = recovered();
                WriteAheadLog log = new WriteAheadLog(opened, small, () -> NOW, files).start()) {
            byte[] payload = new byte[936];
            for (int i = 0; i < 3; i++) {
                get(append(log, Entries.of(1, payload)));
            }
            assertThat(log.unstoredBytes()).isEqualTo(3000);
            boolean[] decided = new boolean[1];
            assertThatThrownBy(() -> log.append(1001, () -> {
                        decided[0] = true;
                        return Entries.of("x");
                    }))
                    .isInstanceOf(LogFullException.class);
            assertThat(decided[0]).isFalse();
            try (LogReader reader = opened.reader()) {
                Frame first = reader.next();
                assertThat(first).isNotNull();
                opened.checkpoint(first.sequence(), LogFolder.bytes(first), ByteBuffer.wrap(new byte[] {1, 2}));
                opened.release(Long.MAX_VALUE / 2, Duration.ZERO, 0);
            }
            get(append(log, Entries.of(1, payload)));
        }
        try (LogFolder again = recovered()) {
            assertThat(again.unstoredBytes()).isEqualTo(3000);
            assertThat(again.state()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
            assertThat(again.segments()).hasSize(3);
        }
    }

    @Test
    void aReaderFollowsTheWriterAcrossFiles() throws Exception {
        LogOptions small = new LogOptions(300, 1 << 20, 1 << 20);
        try (LogFolder opened = recovered();
                WriteAheadLog log = new WriteAheadLog(opened, small, () -> NOW, files).start();
                LogReader reader = opened.reader()) {
            for (int i = 0; i < 30; i++) {
                assertThat(reader.next()).isNull();
                get(append(log, Entries.of("entry " + i)));
                Frame frame = reader.next();
                assertThat(frame).isNotNull();
                assertThat(Entries.text(frame)).isEqualTo("entry " + i);
            }
            assertThat(opened.segments()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void onlyOneHoldsAFolder() throws Exception {
        LogFolders folders = new LogFolders(folder, files);
        LogFolder own = folders.own();
        LogFolder other = folders.own();
        assertThat(other.path()).isNotEqualTo(own.path());
        assertThat(folders.left()).isNull();
        own.close();
        LogFolder left = folders.left();
        assertThat(left).isNotNull();
        assertThat(left.path()).isEqualTo(own.path());
        left.delete();
        assertThat(own.path()).doesNotExist();
        other.close();
    }

    private void withLog(LogOptions options, Consumer<WriteAheadLog> work) throws IOException {
        try (LogFolder opened = recovered();
                WriteAheadLog log = new WriteAheadLog(opened, options, () -> NOW, files).start()) {
            work.accept(log);
        }
    }

    private LogFolder recovered() throws IOException {
        LogFolder opened = LogFolder.open(folder.resolve("log"), files);
        assertThat(opened).isNotNull();
        opened.recover(frame -> {});
        return opened;
    }

    private List<String> left() throws IOException {
        List<String> texts = new ArrayList<>();
        try (LogFolder opened = LogFolder.open(folder.resolve("log"), files)) {
            assertThat(opened).isNotNull();
            opened.recover(recovered -> texts.add(Entries.text(recovered.frame())));
        }
        return texts;
    }

    private static CompletableFuture<Long> append(WriteAheadLog log, TestEntry entry) {
        try {
            return log.append(entry.length(), () -> entry);
        } catch (LogFullException e) {
            throw new AssertionError(e);
        }
    }

    private static long get(CompletableFuture<Long> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
