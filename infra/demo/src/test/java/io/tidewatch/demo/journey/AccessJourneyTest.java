package io.tidewatch.demo.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may see and do what, and that signing out ends it. */
class AccessJourneyTest extends Journey {
    AccessJourneyTest(DemoStack stack) {
        super(stack);
    }

    private Locator model(String name) {
        return test("model-link").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void aForeignOrganizationsModelIsNotThere() {
        signIn("demo-editor", "models/late-rule");

        // Each part of the page is refused on its own.
        assertThat(test("state-not-here").locator("visible=true").first()).isVisible();
        assertThat(page.getByText("rule of thumb")).hasCount(0);
    }

    @Test
    void anotherTeamsModelIsNotThereEither() {
        signIn("demo-network", "models/flight-delay");

        // Each part of the page is refused on its own.
        assertThat(test("state-not-here").locator("visible=true").first()).isVisible();
        page.navigate(stack.page("models"));
        assertThat(model("Delay in minutes")).isVisible();
        assertThat(model("Flight delay")).hasCount(0);
    }

    @Test
    void whoIsInTwoOrganizationsSwitchesBetweenThem() {
        signIn("demo-both", "models?org=" + DemoStack.AIRLINE);
        assertThat(model("Flight delay")).isVisible();

        test("organization-menu").click();
        test("organization-" + DemoStack.AIRPORT).click();
        assertThat(page).hasURL(Pattern.compile(".*org=" + DemoStack.AIRPORT + ".*"));
        page.navigate(stack.page("models?org=" + DemoStack.AIRPORT));

        assertThat(model("Late by rule of thumb")).isVisible();
        assertThat(model("Flight delay")).hasCount(0);
    }

    @Test
    void aViewerSeesNoActionThatChangesSomething() {
        signIn("demo-viewer", "models");

        assertThat(model("Flight delay")).isVisible();
        assertThat(test("register-model")).isHidden();
        page.navigate(stack.page("models/flight-delay/settings"));
        assertThat(test("baselines")).isVisible();
        assertThat(test("pin-baseline")).hasCount(0);
    }

    @Test
    void anEditorSeesThem() {
        signIn("demo-editor", "models");

        assertThat(test("register-model")).isVisible();
        page.navigate(stack.page("models/flight-delay/settings"));
        assertThat(test("pin-baseline")).isEnabled();
    }

    @Test
    void afterSigningOutTheBackButtonShowsNothing() {
        signIn("demo-editor", "models");
        assertThat(model("Flight delay")).isVisible();

        test("person-menu").click();
        test("sign-out").click();
        // Signed out on both sides, the start page asks who you are again.
        assertThat(page.locator("#username")).isVisible();
        page.goBack();

        assertThat(model("Flight delay")).hasCount(0);
        page.navigate(stack.page("models"));
        assertThat(page.locator("#username")).isVisible();
    }
}
