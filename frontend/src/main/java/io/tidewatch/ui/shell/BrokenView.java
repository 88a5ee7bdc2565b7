package io.tidewatch.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.tidewatch.ui.component.States;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A page that failed to build: says so without details, with an id to find them in the log. */
@PermitAll
@ParentLayout(MainLayout.class)
class BrokenView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = Logger.getLogger(BrokenView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(parameter.getException(), "Page failed, reference %s", reference);
        Span id = new Span("Reference " + reference);
        id.addClassNames("tw-mono", "tw-quiet");
        Div state = States.empty("This page is broken", "That is our fault; the details are in the log.");
        state.add(id);
        addClassName("tw-page");
        add(state);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return "Broken page · Tidewatch";
    }
}
