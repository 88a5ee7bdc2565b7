package io.tidewatch.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Before something that hurts, a question; after something that does not, a way back. */
public final class Ask {

    private Ask() {}

    /**
     * Asks before something that cannot be undone.
     *
     * @param consequence what will happen, to what
     */
    public static void before(String question, String consequence, String action, String testId, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(consequence);
        dialog.setCancelable(true);
        dialog.setConfirmText(action);
        dialog.setConfirmButtonTheme("error primary");
        dialog.getElement().setAttribute("data-test", testId);
        dialog.addConfirmListener(event -> confirmed.run());
        dialog.open();
    }

    /** Says what was done, with a button that undoes it for some seconds. */
    public static void undo(String done, Runnable undo) {
        Notification notification = new Notification();
        notification.setDuration(10_000);
        notification.setPosition(Notification.Position.BOTTOM_START);
        Button button = new Button("Undo", event -> {
            notification.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.getElement().setAttribute("data-test", "undo");
        Div row = new Div(new Span(done), button);
        row.addClassName("tw-row");
        notification.add(row);
        notification.open();
    }

    /** Says what was done. */
    public static void say(String text) {
        Notification.show(text, 6_000, Notification.Position.BOTTOM_START);
    }
}
