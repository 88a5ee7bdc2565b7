package io.tidewatch.ui.shell;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page all views live in. The leading slash of the style sheet keeps the servlet container from warning about it. */
@Push
@StyleSheet("/" + Aura.STYLESHEET)
@CssImport("./theme/tidewatch.css")
@JsModule("./element/shell.ts")
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Tidewatch");
        settings.addFavIcon("icon", "/icons/tidewatch.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
