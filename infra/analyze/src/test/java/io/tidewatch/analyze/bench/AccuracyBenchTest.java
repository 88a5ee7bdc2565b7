package io.tidewatch.analyze.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.analyze.data.AnalyzeException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccuracyBenchTest {

    @Test
    void aFolderWithoutCasesIsAFailure(@TempDir Path folder) {
        AccuracyBench bench = new AccuracyBench();
        bench.cases = folder;

        assertThatThrownBy(bench::call)
                .isInstanceOf(AnalyzeException.class)
                .hasMessageContaining("no folders with an expected.json");
    }
}
