package io.tidewatch.clickhouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.query.QuerySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final int THREADS = 16;

    @Test
    void queriesRunAtTheSameTime() throws Exception {
        // Each waits for half a second in the engine: one after the other they would take four seconds.
        long start = System.nanoTime();
        inParallel(8, thread -> SharedEngine.ask("SELECT sleep(0.5)"));
        assertThat((System.nanoTime() - start) / 1_000_000).isBetween(500L, 2_500L);
    }

    @Test
    void moreQueriesThanConnectionsWaitTheirTurn() throws Exception {
        List<String> answers = inParallel(40, thread -> SharedEngine.ask("SELECT " + thread + " + sleep(0.02)"));
        assertThat(answers).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void settingsAndDatabaseOfARequestStayInIt() throws Exception {
        List<String> databases = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            databases.add(SharedEngine.newDatabase());
        }
        inParallel(THREADS, thread -> {
            for (int round = 0; round < 32; round++) {
                String seen;
                String expected;
                switch (round % 4) {
                    case 0 -> {
                        expected = "request " + thread + " " + round + "|" + (round + 1) + "|" + databases.get(thread);
                        seen = askState(new QuerySettings()
                                .setDatabase(databases.get(thread))
                                .serverSetting("log_comment", "request " + thread + " " + round)
                                .serverSetting("max_threads", Integer.toString(round + 1)));
                    }
                    case 1 -> {
                        // Settings of the statement itself, and of one that is streamed.
                        expected = "1";
                        seen = SharedEngine.ask("SELECT 1 SETTINGS max_threads = 77, log_comment = 'clause'");
                    }
                    case 2 -> {
                        SharedEngine.post("/", "SET max_threads = 99, log_comment = 'set'");
                        SharedEngine.post("/", "USE " + databases.get(thread));
                        SharedEngine.post("/?max_threads=98&log_comment=broken", "SELECT * FROM no_such_table");
                        expected = "true";
                        seen = "true";
                    }
                    default -> {
                        expected = "|plain|default";
                        seen = askState(new QuerySettings()).replaceAll("\\|\\d+\\|", "|plain|");
                        assertThat(askState(new QuerySettings())).doesNotContain("|77|", "|98|", "|99|");
                    }
                }
                assertThat(seen).isEqualTo(expected);
            }
            return "";
        });
    }

    @Test
    void temporaryTablesEndWithTheirRequest() {
        SharedEngine.post("/", "CREATE TEMPORARY TABLE passing (a UInt8)");
        for (int i = 0; i < 10; i++) {
            assertThat(SharedEngine.post("/", "SELECT * FROM passing")
                            .headers()
                            .firstValue("X-ClickHouse-Exception-Code"))
                    .contains("60");
        }
    }

    @Test
    void readOnlyRequestsLeaveNoReadOnlySession() throws Exception {
        String database = SharedEngine.newDatabase();
        SharedEngine.execute("CREATE TABLE " + database + ".w (a UInt8) ENGINE = MergeTree ORDER BY a");
        for (int i = 0; i < 10; i++) {
            assertThat(SharedEngine.post("/?readonly=1", "INSERT INTO " + database + ".w VALUES (1)")
                            .headers()
                            .firstValue("X-ClickHouse-Exception-Code"))
                    .contains("164");
        }
        inParallel(8, thread -> {
            SharedEngine.execute("INSERT INTO " + database + ".w SELECT sleep(0.1)");
            return "";
        });
        assertThat(SharedEngine.ask("SELECT count() FROM " + database + ".w")).isEqualTo("8");
    }

    private static String askState(QuerySettings settings) {
        return SharedEngine.client()
                .queryAll(
                        "SELECT concat(getSetting('log_comment'), '|', toString(getSetting('max_threads')), '|',"
                                + " currentDatabase())",
                        settings)
                .getFirst()
                .getString(1);
    }

    /** Work of one of several threads. */
    private interface Work {
        String run(int thread) throws Exception;
    }

    private static List<String> inParallel(int threads, Work work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<String>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                tasks.add(() -> work.run(thread));
            }
            List<String> results = new ArrayList<>();
            for (Future<String> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
