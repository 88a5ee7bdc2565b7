package io.tidewatch.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tidewatch.organization.QuotaUsage;
import io.tidewatch.platform.tenancy.OrganizationId;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestModel;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits hold for those who have them, and nobody else notices. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class NeighbourTest {

    private static final int BATCH = 100;

    @Inject
    QuotaUsage usage;

    @Test
    void quietOrganizationsSucceedWhileANoisyOneIsTurnedAway() throws Exception {
        TestModel noisy = model(TestOrganization.createLimited(10, 50));
        List<TestModel> quiet = IntStream.range(0, 3)
                .mapToObj(ignored -> model(TestOrganization.createForKeys()))
                .toList();
        List<Integer> ofNoisy = new ArrayList<>();
        List<Integer> ofQuiet = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> noise = new ArrayList<>();
            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                noise.add(threads.submit(() -> send(noisy).statusCode()));
                TestModel other = quiet.get(i % quiet.size());
                others.add(threads.submit(() -> send(other).statusCode()));
            }
            for (Future<Integer> answer : noise) {
                ofNoisy.add(answer.get());
            }
            for (Future<Integer> answer : others) {
                ofQuiet.add(answer.get());
            }
        }
        assertThat(ofQuiet).containsOnly(202);
        assertThat(ofNoisy).containsOnly(202, 429).contains(429);
    }

    @Test
    void refusalSaysWhenToComeBackAndEveryAnswerSaysWhatIsLeft() {
        TestModel limited = model(TestOrganization.createLimited(10, 50));
        send(limited)
                .then()
                .statusCode(202)
                .header("RateLimit-Policy", startsWith("\"events\";q=50;qu=\"events\";w=5, \"bytes\";q="))
                .header("RateLimit", startsWith("\"events\";r="));

        Response refused = send(limited);

        refused.then()
                .statusCode(429)
                .body("code", equalTo("rate-limited"))
                .body("limit", equalTo("events"))
                .header("RateLimit", startsWith("\"events\";r=0;t="));
        // 100 events of a burst of 50 leave a debt of 50, which ten a second pay in five seconds.
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 6);
    }

    @Test
    void organizationAdminSeesLimitsAndUse() {
        TestOrganization organization = TestOrganization.create();
        TestModel model = TestModel.create(organization, "regression").version("1", Map.of(), "size", "float64");
        send(model).then().statusCode(202);

        organization
                .as(Person.ORGANIZATION_ADMIN)
                .get("/quota")
                .then()
                .statusCode(200)
                .body("rates.name", hasItems("events", "bytes"))
                .body("rates.perSecond", hasItem(100_000))
                .body("month.events", equalTo(BATCH))
                .body("pending.share", equalTo(0.5f))
                .body("maxFeatures", equalTo(2_000));
    }

    @Test
    void eventsOfTheMonthAreCounted() {
        TestOrganization organization = TestOrganization.createForKeys();
        OrganizationId id = OrganizationId.of(organization.id());
        usage.add(id, 40);
        usage.add(id, 2);

        assertThat(usage.ofThisMonth(id).await().atMost(Duration.ofMinutes(1))).isEqualTo(42);
    }

    private static TestModel model(TestOrganization organization) {
        return TestModel.create(organization, "amber", "regression").version("1", Map.of(), "size", "float64");
    }

    private static Response send(TestModel model) {
        List<Map<String, Object>> events = IntStream.range(0, BATCH)
                .mapToObj(i -> Map.<String, Object>of(
                        "version", "1", "features", Map.of("size", i), "prediction", Map.of("value", i)))
                .toList();
        return model.request().body(Map.of("predictions", events)).post("/predictions");
    }
}
