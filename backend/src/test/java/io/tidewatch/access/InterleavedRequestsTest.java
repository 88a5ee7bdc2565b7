package io.tidewatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** 1,000 requests of 50 organizations at the same time, on a pool of 4 connections: nobody sees anybody else's rows. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class InterleavedRequestsTest {

    private static final int ORGANIZATIONS = 50;
    private static final int REQUESTS = 1_000;
    private static final int IN_FLIGHT = 64;
    private static final String[] PATHS = {"/api/v1/organization", "/api/v1/teams"};

    @TestHTTPResource
    URI server;

    @Test
    void everyAnswerIsAboutTheCallersOrganization() throws InterruptedException {
        List<TestOrganization> organizations = new ArrayList<>();
        for (int i = 0; i < ORGANIZATIONS; i++) {
            organizations.add(TestOrganization.createForKeys());
        }
        List<String> wrong = new ArrayList<>();
        Semaphore slots = new Semaphore(IN_FLIGHT);
        List<CompletableFuture<Void>> requests = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < REQUESTS; i++) {
                slots.acquire();
                TestOrganization organization = organizations.get(i % ORGANIZATIONS);
                requests.add(client.sendAsync(
                                request(organization, PATHS[i % PATHS.length]), HttpResponse.BodyHandlers.ofString())
                        .whenComplete((answer, failure) -> slots.release())
                        .thenAccept(answer -> {
                            if (answer.statusCode() != 200 || !isAbout(organization, organizations, answer.body())) {
                                synchronized (wrong) {
                                    wrong.add(organization.key() + " got " + answer.statusCode() + " " + answer.body());
                                }
                            }
                        }));
            }
            CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(wrong).isEmpty();
        assertThat(requests).hasSize(REQUESTS);
    }

    private HttpRequest request(TestOrganization organization, String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + organization.apiKey("amber"))
                .header("Accept", "application/json")
                .build();
    }

    private static boolean isAbout(TestOrganization own, List<TestOrganization> all, String body) {
        return body.contains(own.key())
                && all.stream()
                        .filter(other -> !other.key().equals(own.key()))
                        .noneMatch(other -> body.contains(other.key()));
    }
}
