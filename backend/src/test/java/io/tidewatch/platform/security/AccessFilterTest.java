package io.tidewatch.platform.security;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tidewatch.test.Person;
import io.tidewatch.test.TestOrganization;
import io.tidewatch.test.TestStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class AccessFilterTest {

    @Test
    void operationWithoutARuleIsRefusedForEverybody() {
        TestOrganization organization = TestOrganization.create();

        organization
                .as(Person.ORGANIZATION_ADMIN)
                .get("/unruled")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        organization.withKey("red").get("/unruled").then().statusCode(403);
        TestOrganization.anonymous().get("/unruled").then().statusCode(403);
    }
}
