package io.tidewatch.identity.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.identity.decision.Ended.Name;
import io.tidewatch.identity.decision.Ended.Scope;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndedTableTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EndedTable table = new EndedTable(2);

    @Test
    void aSessionEndsForItsIssuerOnly() {
        table.add(session("a", "1"));

        assertThat(table.contains("a", "1", "ada", null, NOON)).isTrue();
        assertThat(table.contains("b", "1", "ada", null, NOON)).isFalse();
        assertThat(table.contains("a", "2", "ada", null, NOON)).isFalse();
        assertThat(table.contains("a", null, "1", null, NOON)).isFalse();
    }

    @Test
    void whoSignsInAnewMayGetTheSameSessionIdAgain() {
        table.add(session("a", "1"));

        assertThat(table.contains("a", "1", "ada", NOON, NOON.plusSeconds(60))).isTrue();
        assertThat(table.contains("a", "1", "ada", NOON.plusSeconds(1), NOON.plusSeconds(60)))
                .isFalse();
        assertThat(table.contains("a", "1", "ada", null, NOON.plusSeconds(60)))
                .as("a refreshed token that doesn't say when she signed in")
                .isTrue();
    }

    @Test
    void aSubjectsSessionsOfBeforeEndAndLaterOnesDoNot() {
        table.add(subject("ada", NOON));
        table.add(subject("ada", NOON.minusSeconds(60)));

        assertThat(table.contains("a", "1", "ada", null, NOON)).isTrue();
        assertThat(table.contains("a", null, "ada", NOON.minusSeconds(1), NOON.plusSeconds(9)))
                .isTrue();
        assertThat(table.contains("a", "1", "ada", null, NOON.plusSeconds(1))).isFalse();
        assertThat(table.contains("a", "1", "bob", null, NOON)).isFalse();
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void aFullTableSaysThatItMissesSomething() {
        table.add(session("a", "1"));
        table.add(session("a", "2"));
        assertThat(table.isOverflown()).isFalse();

        table.add(session("a", "3"));

        assertThat(table.isOverflown()).isTrue();
        assertThat(table.contains("a", "3", "ada", null, NOON)).isFalse();
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void whatNoTokenCanReferToMakesRoom() {
        table.add(session("a", "1"));
        table.add(session("a", "2"));
        table.add(session("a", "3"));

        assertThat(table.forget(NOON)).isFalse();
        assertThat(table.isOverflown()).isTrue();
        assertThat(table.forget(NOON.plusSeconds(3600))).as("fill anew").isTrue();
        assertThat(table.isOverflown()).isFalse();
        assertThat(table.size()).isZero();
        assertThat(table.forget(NOON.plusSeconds(3600))).isFalse();
    }

    private static Ended session(String issuer, String sid) {
        return new Ended(new Name(issuer, Scope.SESSION, sid), NOON, NOON.plusSeconds(3600));
    }

    private static Ended subject(String subject, Instant endedAt) {
        return new Ended(new Name("a", Scope.SUBJECT, subject), endedAt, NOON.plusSeconds(3600));
    }
}
