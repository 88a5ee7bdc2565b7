package io.tidewatch.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.Audit;
import io.tidewatch.ui.client.AuditVerification;
import io.tidewatch.ui.client.Caller;
import io.tidewatch.ui.component.Card;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Loader;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Status;
import io.tidewatch.ui.component.Verdict;
import io.tidewatch.ui.shell.Visit;
import org.jspecify.annotations.Nullable;

/** Checks the whole chain of entries on demand and says what came of it. */
final class AuditProof {

    private final Loader loader;
    private final Audit audit;
    private @Nullable AuditVerification found;

    AuditProof(Loader loader, Audit audit) {
        this.loader = loader;
        this.audit = audit;
    }

    Component forVisit(Visit visit) {
        Div result = new Div();
        result.addClassName("tw-page");
        Button check = new Button("Check the chain", new Icon("check"));
        check.setDisableOnClick(true);
        check.getElement().setAttribute("data-test", "verify-audit");
        check.addClickListener(event -> {
            result.removeAll();
            result.add(new Span("Checking every entry ..."));
            loader.load(
                    check,
                    visit.state().organization(),
                    this::verify,
                    value -> {
                        found = value;
                        check.setEnabled(true);
                        show(result);
                    },
                    failure -> {
                        check.setEnabled(true);
                        result.removeAll();
                        result.add(new Span(failure.summary()));
                    });
        });
        show(result);
        return Card.titled(
                        "Proof",
                        "Each entry holds the hash of the one before: a changed, removed or added one is found.",
                        check)
                .with(result);
    }

    /** All pieces of the chain, one after the other. */
    private AuditVerification verify(Caller caller) {
        long checked = 0;
        AuditVerification piece = audit.verify(caller, 0);
        while (!piece.complete()) {
            checked += piece.checked();
            piece = audit.verify(caller, piece.lastSequence());
        }
        return new AuditVerification(
                piece.intact(),
                checked + piece.checked(),
                piece.lastSequence(),
                piece.lastHash(),
                true,
                piece.broken());
    }

    private void show(Div result) {
        result.removeAll();
        AuditVerification known = found;
        if (known == null) {
            return;
        }
        if (known.broken() == null) {
            result.add(new Verdict(
                    Status.OK,
                    Numbers.count(known.checked(), "entry", "entries") + " checked, every link holds",
                    "The newest is " + Numbers.count(known.lastSequence()) + " with hash " + known.lastHash()
                            + ". Note it elsewhere to be sure later that nobody wrote the chain anew."));
        } else {
            result.add(new Verdict(
                    Status.CRITICAL,
                    "The chain breaks at entry " + Numbers.count(known.broken().sequence()),
                    switch (known.broken().reason()) {
                        case "missing" -> "The entry is not there. Somebody with rights on the database removed it.";
                        case "altered" ->
                            "The entry is not what was written. Somebody with rights on the database changed it.";
                        default ->
                            "The entry does not follow the one before. Somebody with rights on the database wrote it.";
                    }));
        }
    }
}
