package io.tidewatch.ui.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Lets people choose where to sign in; the choice of last time is marked and has the focus. */
final class ChooserPage {

    private ChooserPage() {}

    static void write(
            List<Provider> providers,
            @Nullable String last,
            String wanted,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PlainPage page = new PlainPage("Sign in");
        page.main().appendElement("h1").text("Sign in to Tidewatch");
        page.main().appendElement("p").text("Choose the account that your organization gave you.");
        Element list = page.main().appendElement("ul");
        boolean known = providers.stream().anyMatch(provider -> provider.name().equals(last));
        for (Provider provider : providers) {
            boolean chosen = provider.name().equals(last);
            Element link = list.appendElement("li").appendElement("a");
            link.attr("href", SignIn.address(provider, wanted)).attr("data-test", "provider-" + provider.name());
            link.appendElement("span").text(provider.title());
            if (chosen) {
                link.appendElement("small").text("Used last");
            }
            if (chosen || (!known && provider.equals(providers.getFirst()))) {
                link.attr("autofocus", true);
            }
        }
        page.write(request, response);
    }
}
