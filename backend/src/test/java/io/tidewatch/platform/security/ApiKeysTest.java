package io.tidewatch.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.problem.ErrorCode;
import io.tidewatch.platform.problem.ProblemException;
import io.tidewatch.platform.tenancy.OrganizationId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ApiKeyToken token = ApiKeyToken.generate(new SecureRandom());
    private final Directory directory = new Directory();
    private final SettableClock clock = new SettableClock();
    private final ApiKeys keys = new ApiKeys(directory, clock);

    @Test
    void acceptsTheWholeKeyOnly() {
        directory.stored = key(null, null);

        assertThat(authenticate(token.text()).id()).isEqualTo(token.id());
        refused(() -> authenticate("tw_" + token.id() + "_" + "x".repeat(40)), ErrorCode.UNAUTHORIZED);
        refused(() -> authenticate("tw_" + "a".repeat(16) + "_" + token.secret()), ErrorCode.UNAUTHORIZED);
        refused(() -> authenticate(token.text() + "x"), ErrorCode.UNAUTHORIZED);
        refused(() -> authenticate("tw_"), ErrorCode.UNAUTHORIZED);
    }

    @Test
    void refusesAnExpiredKeyFromTheMomentOn() {
        directory.stored = key(START.plusSeconds(60), null);

        clock.now = START.plusSeconds(59);
        assertThat(authenticate(token.text())).isNotNull();
        clock.now = START.plusSeconds(60);
        refused(() -> authenticate(token.text()), ErrorCode.API_KEY_EXPIRED);
    }

    @Test
    void noticesARevocationElsewhereWithinFiveSeconds() {
        directory.stored = key(null, null);
        authenticate(token.text());

        directory.stored = key(null, START);
        clock.now = START.plus(Duration.ofMillis(4_900));
        assertThat(authenticate(token.text())).as("still remembered").isNotNull();
        clock.now = START.plus(Duration.ofSeconds(5));
        refused(() -> authenticate(token.text()), ErrorCode.API_KEY_REVOKED);
    }

    @Test
    void noticesARevocationHereAtOnce() {
        directory.stored = key(null, null);
        authenticate(token.text());

        directory.stored = key(null, START);
        keys.forget(token.id());

        refused(() -> authenticate(token.text()), ErrorCode.API_KEY_REVOKED);
    }

    @Test
    void tellsNothingAboutARevokedKeyToSomebodyWithoutItsSecret() {
        directory.stored = key(START, START);

        refused(() -> authenticate("tw_" + token.id() + "_" + "x".repeat(40)), ErrorCode.UNAUTHORIZED);
    }

    @Test
    void looksAKeyUpOncePerFiveSeconds() {
        directory.stored = key(null, null);
        for (int i = 0; i < 100; i++) {
            authenticate(token.text());
        }
        assertThat(directory.lookUps).isEqualTo(1);
    }

    @Test
    void notesTheUseOncePerMinute() {
        directory.stored = key(null, null);
        for (int second = 0; second <= 120; second++) {
            clock.now = START.plusSeconds(second);
            authenticate(token.text());
        }
        assertThat(directory.uses).containsExactly(START, START.plusSeconds(60), START.plusSeconds(120));
    }

    @Test
    void bothSecretsWorkUntilTheOverlapIsOver() {
        ApiKeyToken fresh = ApiKeyToken.generate(new SecureRandom()).withId(token.id());
        directory.stored = rotated(fresh, START.plusSeconds(60));

        clock.now = START.plusSeconds(59);
        assertThat(authenticate(token.text())).isNotNull();
        assertThat(authenticate(fresh.text())).isNotNull();
        assertThat(directory.previousUses).containsExactly(clock.now);
        assertThat(directory.uses).containsExactly(clock.now);

        clock.now = START.plusSeconds(60);
        refused(() -> authenticate(token.text()), ErrorCode.API_KEY_EXPIRED);
        assertThat(authenticate(fresh.text())).isNotNull();
    }

    @Test
    void acceptsANewSecretOfAnotherBackendAtOnceAndRefusesTheOldOneWithinFiveSeconds() {
        directory.stored = key(null, null);
        authenticate(token.text());
        ApiKeyToken fresh = ApiKeyToken.generate(new SecureRandom()).withId(token.id());

        directory.stored = rotated(fresh, START);
        clock.now = START.plus(Duration.ofMillis(4_900));
        assertThat(authenticate(token.text())).as("still remembered").isNotNull();
        assertThat(authenticate(fresh.text())).isNotNull();
        refused(() -> authenticate(token.text()), ErrorCode.API_KEY_EXPIRED);
    }

    @Test
    void aSecretIsForgottenAtTheNextRotation() {
        ApiKeyToken fresh = ApiKeyToken.generate(new SecureRandom()).withId(token.id());
        ApiKeyToken freshest = ApiKeyToken.generate(new SecureRandom()).withId(token.id());
        directory.stored = rotated(freshest, fresh, START.plusSeconds(60));

        refused(() -> authenticate(token.text()), ErrorCode.UNAUTHORIZED);
        assertThat(authenticate(fresh.text())).isNotNull();
        assertThat(authenticate(freshest.text())).isNotNull();
    }

    private ApiKeyRecord rotated(ApiKeyToken current, Instant until) {
        return rotated(current, token, until);
    }

    private ApiKeyRecord rotated(ApiKeyToken current, ApiKeyToken previous, Instant until) {
        ApiKeyRecord key = key(null, null);
        return new ApiKeyRecord(
                key.id(),
                key.name(),
                key.organization(),
                key.organizationKey(),
                key.team(),
                current.secretHash(),
                key.scopes(),
                null,
                null,
                previous.secretHash(),
                until);
    }

    @Test
    void keyNeverShowsItsSecretAsText() {
        assertThat(token.toString()).doesNotContain(token.secret()).contains(token.id());
        assertThat(ApiKeyToken.parse(token.text())).contains(token);
    }

    private ApiKeyRecord authenticate(String text) {
        return keys.authenticate(text).await().indefinitely();
    }

    private static void refused(ThrowingCallable attempt, ErrorCode code) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private ApiKeyRecord key(@Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        return new ApiKeyRecord(
                token.id(),
                "test",
                new OrganizationId(UUID.randomUUID()),
                "organization",
                new TeamId(UUID.randomUUID()),
                token.secretHash(),
                EnumSet.allOf(Scope.class),
                expiresAt,
                revokedAt,
                null,
                null);
    }

    private static final class Directory implements ApiKeyDirectory {
        private @Nullable ApiKeyRecord stored;
        private int lookUps;
        private final List<Instant> uses = new ArrayList<>();
        private final List<Instant> previousUses = new ArrayList<>();

        @Override
        public Uni<Optional<ApiKeyRecord>> find(String id) {
            lookUps++;
            return Uni.createFrom()
                    .item(Optional.ofNullable(stored).filter(key -> key.id().equals(id)));
        }

        @Override
        public Uni<Void> noteUse(ApiKeyRecord key, boolean previousSecret, Instant at) {
            (previousSecret ? previousUses : uses).add(at);
            return Uni.createFrom().voidItem();
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
