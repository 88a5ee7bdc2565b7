package io.tidewatch.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import io.tidewatch.ui.client.BackendException;
import io.tidewatch.ui.client.Failure;
import io.tidewatch.ui.fake.PageTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoaderTest extends PageTest {

    @Test
    void callsWithoutTheLockAndDeliversWithIt() {
        Div owner = show(new Div());
        AtomicBoolean lockedDuringCall = new AtomicBoolean(true);
        AtomicBoolean lockedAtDelivery = new AtomicBoolean();
        List<String> delivered = new ArrayList<>();

        loader.load(
                owner,
                null,
                caller -> {
                    lockedDuringCall.set(VaadinSession.getCurrent() != null);
                    return caller.organization();
                },
                value -> {
                    lockedAtDelivery.set(VaadinSession.getCurrent().hasLock());
                    delivered.add(value);
                },
                failure -> delivered.add(failure.summary()));
        until(() -> !delivered.isEmpty());

        assertThat(delivered).containsExactly("northwind-air");
        assertThat(lockedDuringCall).isFalse();
        assertThat(lockedAtDelivery).isTrue();
    }

    @Test
    void anOrganizationThePersonIsNotInIsNotHere() {
        List<Failure> failures = new ArrayList<>();

        loader.load(show(new Div()), "somebody-elses", caller -> "x", value -> {}, failures::add);
        until(() -> !failures.isEmpty());

        assertThat(failures).containsExactly(new Failure.NotHere(null));
        assertThat(server.requests()).allMatch(request -> request.path().startsWith("/me"));
    }

    @Test
    void remembersTheOrganizationThatWasUsedLast() {
        List<String> used = new ArrayList<>();
        Div owner = show(new Div());

        loader.load(owner, "contoso-freight", caller -> caller.organization(), used::add, failure -> {});
        until(() -> used.size() == 1);
        loader.load(owner, null, caller -> caller.organization(), used::add, failure -> {});
        until(() -> used.size() == 2);

        assertThat(used).containsExactly("contoso-freight", "contoso-freight");
    }

    @Test
    void aCancelledLoadIsInterruptedAndDeliversNothing() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger delivered = new AtomicInteger();
        Loader.Ticket ticket = loader.load(
                show(new Div()),
                null,
                caller -> blockUntilInterrupted(started, interrupted),
                value -> delivered.incrementAndGet(),
                failure -> delivered.incrementAndGet());
        until(() -> started.getCount() == 0);

        ticket.cancel();

        until(() -> interrupted.getCount() == 0);
        AtomicBoolean later = new AtomicBoolean();
        loader.load(show(new Div()), null, caller -> "x", value -> later.set(true), failure -> {});
        until(later::get);
        assertThat(delivered).hasValue(0);
    }

    @Test
    void leavingThePageCancelsItsLoads() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Div owner = show(new Div());
        loader.load(owner, null, caller -> blockUntilInterrupted(started, interrupted), value -> {}, failure -> {});
        until(() -> started.getCount() == 0);

        owner.removeFromParent();

        until(() -> interrupted.getCount() == 0);
    }

    @Test
    void aDefectIsAFailureOfThePlaceNotOfThePage() {
        List<Failure> failures = new ArrayList<>();

        loader.load(
                show(new Div()),
                null,
                caller -> {
                    throw new IllegalArgumentException("broken");
                },
                value -> {},
                failures::add);
        until(() -> !failures.isEmpty());

        assertThat(failures.getFirst()).isInstanceOf(Failure.Unexpected.class);
        assertThat(failures.getFirst().summary()).doesNotContain("broken");
    }

    @Test
    void anAnswerThatComesTooLateIsDropped() {
        CountDownLatch slow = new CountDownLatch(1);
        Slot slot = show(new Slot(loader, "it", Skeleton.LINES));
        slot.load(null, caller -> await(slow), Span::new);
        slot.load(null, caller -> "second", Span::new);
        until(() -> !isBusy(slot));

        slow.countDown();
        AtomicBoolean later = new AtomicBoolean();
        loader.load(slot, null, caller -> "x", value -> later.set(true), failure -> {});
        until(later::get);

        assertThat(slot.getElement().getTextRecursively()).isEqualTo("second");
    }

    @Test
    void aPlaceShowsASkeletonThenItsContentAndKeepsThatWhileItLoadsAgain() {
        CountDownLatch again = new CountDownLatch(1);
        Slot slot = show(new Slot(loader, "it", Skeleton.TABLE));

        slot.load(null, caller -> "first", Span::new);
        assertThat(slot.getElement().getChild(0).getAttribute("class")).contains("tw-skeleton");
        until(() -> !isBusy(slot));
        slot.load(null, caller -> await(again), Span::new);

        assertThat(isBusy(slot)).isTrue();
        assertThat(slot.getElement().getTextRecursively()).isEqualTo("first");
        again.countDown();
        until(() -> !isBusy(slot));
    }

    @Test
    void aFailedPlaceSaysWhatAndWhyWithTheTraceAndTriesAgain() {
        AtomicInteger calls = new AtomicInteger();
        Slot slot = show(new Slot(loader, "the answer", Skeleton.LINES));
        slot.load(
                null,
                caller -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new BackendException(new Failure.Unavailable("It is down", "trace-1"));
                    }
                    return "42";
                },
                Span::new);
        until(() -> !isBusy(slot));

        assertThat(slot.getElement().getTextRecursively())
                .contains("Could not load the answer", "It is down", "Trace trace-1");
        ((Button) byTestId(slot, "retry")
                        .findFirst()
                        .orElseThrow()
                        .getComponent()
                        .orElseThrow())
                .click();
        until(() -> calls.get() == 2 && !isBusy(slot));
        assertThat(slot.getElement().getTextRecursively()).isEqualTo("42");
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    private static String blockUntilInterrupted(CountDownLatch started, CountDownLatch interrupted) {
        started.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException cancelled) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
        return "interrupted";
    }
}
