package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitPreferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wait=5                      | 5
            respond-async, wait=10      | 10
            Wait = "7"; x=1             | 7
            wait=999999                 | 60
            wait=-1                     | 0
            wait                        | 0
            await=5                     | 0
            respond-async               | 0
            """)
    void onlyAWaitWithSecondsCounts(String header, long seconds) {
        assertThat(WaitPreference.of(header)).hasSeconds(seconds);
    }
}
