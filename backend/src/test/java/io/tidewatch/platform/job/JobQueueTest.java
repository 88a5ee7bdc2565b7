package io.tidewatch.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tidewatch.platform.job.JobQueue.Job;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.platform.tenancy.TenantSession;
import io.tidewatch.test.Database;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class JobQueueTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final String queue = "test-" + UUID.randomUUID();

    @Inject
    JobQueue jobs;

    @Inject
    TenantSession sessions;

    @Test
    void dueJobsAreClaimedOnceAcrossOrganizations() throws SQLException {
        OrganizationId one = organization();
        OrganizationId other = organization();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        await(jobs.enqueue(queue, one, first, Instant.now().minusSeconds(60)));
        await(jobs.enqueue(queue, other, second, Instant.now().minusSeconds(30)));
        await(jobs.enqueue(queue, other, UUID.randomUUID(), Instant.now().plusSeconds(3600)));

        List<Job> claimed = await(jobs.claim(queue, 10, LEASE));

        assertThat(claimed).extracting(Job::id).containsExactlyInAnyOrder(first, second);
        assertThat(claimed).extracting(Job::attempts).containsOnly(1);
        assertThat(await(jobs.claim(queue, 10, LEASE))).isEmpty();
    }

    @Test
    void workersShareTheWork() throws SQLException {
        OrganizationId organization = organization();
        for (int i = 0; i < 30; i++) {
            await(jobs.enqueue(
                    queue, organization, UUID.randomUUID(), Instant.now().minusSeconds(1)));
        }
        List<Uni<List<Job>>> claims = new ArrayList<>();
        for (int worker = 0; worker < 6; worker++) {
            claims.add(jobs.claim(queue, 5, LEASE));
        }

        List<UUID> claimed = await(Uni.join().all(claims).andFailFast()).stream()
                .flatMap(List::stream)
                .map(Job::id)
                .toList();

        assertThat(claimed).doesNotHaveDuplicates();
        // A worker that finds all due jobs locked gets none; what is left is there for the next claim.
        int left = await(jobs.claim(queue, 30, LEASE)).size();
        assertThat(claimed.size() + left).isEqualTo(30);
    }

    @Test
    void unfinishedJobComesBackAndFinishedOneDoesNot() throws SQLException {
        OrganizationId organization = organization();
        await(jobs.enqueue(queue, organization, UUID.randomUUID(), Instant.now().minusSeconds(1)));
        Job claimed = await(jobs.claim(queue, 1, Duration.ofSeconds(-1))).getFirst();

        Job again = await(jobs.claim(queue, 1, Duration.ofSeconds(-1))).getFirst();
        assertThat(again.id()).isEqualTo(claimed.id());
        assertThat(again.attempts()).isEqualTo(2);

        await(jobs.finish(again));
        assertThat(await(jobs.claim(queue, 1, LEASE))).isEmpty();
    }

    @Test
    void aJobThatIsWorkedOnStaysWithItsWorker() throws SQLException {
        OrganizationId organization = organization();
        await(jobs.enqueue(queue, organization, UUID.randomUUID(), Instant.now().minusSeconds(1)));
        Job claimed = await(jobs.claim(queue, 1, Duration.ofSeconds(-1))).getFirst();

        await(jobs.extend(claimed, Instant.now().plus(LEASE)));
        assertThat(await(jobs.claim(queue, 1, LEASE))).isEmpty();
        // Never earlier than it was.
        await(jobs.extend(claimed, Instant.now().minusSeconds(1)));
        assertThat(await(jobs.claim(queue, 1, LEASE))).isEmpty();
    }

    @Test
    void jobIsEnqueuedOnlyIfTheTransactionIs() throws SQLException {
        OrganizationId organization = organization();
        Uni<Void> failing = sessions.inOrganization(
                organization,
                session -> jobs.enqueue(
                                queue,
                                organization,
                                UUID.randomUUID(),
                                Instant.now().minusSeconds(1))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("after all not"))));

        assertThat(await(failing.onFailure().recoverWithNull())).isNull();

        assertThat(await(jobs.claim(queue, 1, LEASE))).isEmpty();
    }

    private static OrganizationId organization() throws SQLException {
        String key = TestOrganization.createForKeys().key();
        try (Database database = Database.asSuperuser()) {
            return OrganizationId.of(
                    database.value("select organization_id from organization where key = '" + key + "'"));
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
