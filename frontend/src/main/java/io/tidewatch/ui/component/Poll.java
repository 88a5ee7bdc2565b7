package io.tidewatch.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does something again after a while, as long as its page is open. Used with the session locked. */
public final class Poll {

    private final Component owner;
    private @Nullable Thread waiting;

    /** Waits for as long as {@code owner} is on its page. */
    public Poll(Component owner) {
        this.owner = owner;
        owner.addDetachListener(event -> stop());
    }

    /** Runs {@code tick}, with the session locked, after a pause. A wait under way ends. */
    public void after(Duration pause, Runnable tick) {
        stop();
        UI ui = owner.getUI().orElse(null);
        if (ui == null) {
            return;
        }
        waiting = Thread.ofVirtual().name("poll").start(() -> await(ui, pause, tick));
    }

    /** Ends a wait. */
    public void stop() {
        if (waiting != null) {
            waiting.interrupt();
            waiting = null;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // errors of the tick reach the session's error handler
    private void await(UI ui, Duration pause, Runnable tick) {
        Thread self = Thread.currentThread();
        try {
            Thread.sleep(pause);
            ui.access(() -> {
                if (self.equals(waiting) && owner.isAttached()) {
                    waiting = null;
                    tick.run();
                }
            });
        } catch (InterruptedException stopped) {
            self.interrupt();
        } catch (UIDetachedException gone) {
            // The page was left while this waited.
        }
    }
}
