package io.tidewatch.ui.registry;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.tidewatch.ui.client.StoredPrediction;
import io.tidewatch.ui.component.Icon;
import io.tidewatch.ui.component.Numbers;
import io.tidewatch.ui.component.Time;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The code that sends predictions, and the newest prediction that came. */
final class SetupSendStep extends Div {

    private static final int FEATURES_SHOWN = 12;

    private final String endpoint;
    private final Paragraph about = new Paragraph();
    private final SnippetTabs snippets = new SnippetTabs("send-snippet");
    private final Div received = new Div();
    private String key = SetupSnippets.NO_KEY;
    private @Nullable SetupPage page;
    private @Nullable String shownId;

    SetupSendStep(String endpoint) {
        this.endpoint = endpoint;
        addClassName("tw-stack");
        about.addClassName("tw-quiet");
        received.addClassName("tw-received");
        received.getElement().setAttribute("aria-live", "polite").setAttribute("data-test", "received");
        add(about, snippets, received);
    }

    /** Fills in a key that was just made. */
    void key(String created) {
        key = created;
        show();
    }

    void update(SetupPage newPage) {
        page = newPage;
        show();
    }

    private void show() {
        SetupPage shown = page;
        if (shown == null) {
            return;
        }
        about.setText(
                (SetupSnippets.NO_KEY.equals(key) ? "Put your key in place of " + SetupSnippets.NO_KEY + ". " : "")
                        + (shown.versions().isEmpty()
                                ? "Names and values are an example: send your own, the schema follows from what arrives."
                                : "Features are those of version " + version(shown) + "; values are made up."));
        SetupSnippets code = new SetupSnippets(endpoint, key, SampleEvent.of(shown.model(), shown.version()));
        snippets.show(code::predictions);
        received(shown.newest());
    }

    private static String version(SetupPage page) {
        return page.version() == null ? "1" : page.version().version();
    }

    private void received(@Nullable StoredPrediction newest) {
        if (newest == null) {
            if (received.getComponentCount() == 0) {
                Span waiting = new Span("Waiting for the first prediction…");
                waiting.addClassName("tw-pending");
                received.add(waiting);
            }
            return;
        }
        if (newest.predictionId().equals(shownId)) {
            return;
        }
        shownId = newest.predictionId();
        DescriptionList facts = new DescriptionList();
        fact(facts, "Id", newest.predictionId());
        fact(facts, "Version", newest.version());
        fact(facts, "Answer", answer(newest.prediction()));
        Map<String, @Nullable Object> features = newest.features() == null ? Map.of() : newest.features();
        features.entrySet().stream()
                .limit(FEATURES_SHOWN)
                .forEach(entry -> fact(facts, entry.getKey(), value(entry.getValue())));
        if (features.size() > FEATURES_SHOWN) {
            fact(facts, "and", (features.size() - FEATURES_SHOWN) + " more features");
        }
        received.removeAll();
        Span when = new Span(new Icon("ok"), new Span(" Received "), Time.ago(newest.receivedAt()));
        when.addClassName("tw-ok");
        received.add(new H3("The newest prediction"), when, facts);
    }

    private static void fact(DescriptionList list, String name, String value) {
        Span text = new Span(value);
        text.getElement().setAttribute("data-test", "received-" + name.toLowerCase(java.util.Locale.ROOT));
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(text));
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "missing";
            case Integer whole -> Numbers.count(whole);
            case Number number -> Numbers.measure(number.doubleValue());
            default -> value.toString();
        };
    }

    private static String answer(StoredPrediction.@Nullable Output output) {
        if (output == null) {
            return Numbers.NONE;
        }
        if (output.value() != null) {
            return Numbers.measure(output.value());
        }
        String score = output.score() == null ? "" : Numbers.score(output.score());
        return output.predictedClass() == null
                ? score
                : score.isEmpty() ? output.predictedClass() : output.predictedClass() + " (" + score + ")";
    }
}
