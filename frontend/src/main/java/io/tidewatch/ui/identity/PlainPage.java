package io.tidewatch.ui.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page for somebody who is not signed in: one card, no script, in the colours of the product. */
final class PlainPage {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String STYLE = """
            html { color-scheme: light dark; }
            * { box-sizing: border-box; }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px;
              background: light-dark(#f6f7f9, #0d1117); color: light-dark(#16202c, #e6ebf1);
              font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif; }
            main { width: 100%; max-width: 420px; padding: 32px; border-radius: 12px;
              background: light-dark(#ffffff, #141a22); border: 1px solid light-dark(#e5e9ee, #232d38); }
            .brand { display: flex; align-items: center; gap: 8px; font-weight: 650; margin-bottom: 24px;
              color: light-dark(#0b63ce, #6cb0ff); }
            .brand img { width: 24px; height: 24px; }
            h1 { font-size: 21px; line-height: 1.3; margin: 0 0 8px; }
            p { margin: 0 0 20px; }
            .quiet, p + ul + p { color: light-dark(#586473, #9aa7b6); font-size: 13px; margin: 12px 0 0; }
            ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
            a { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; padding: 12px 16px;
              border-radius: 8px; border: 1px solid light-dark(#cfd6de, #364352); text-decoration: none;
              color: inherit; font-weight: 550; }
            a:hover { background: light-dark(#eef1f5, #1e2732); }
            a:focus-visible { outline: 2px solid light-dark(#2f7de1, #6cb0ff); outline-offset: 2px; }
            a.primary { justify-content: center; background: light-dark(#0b63ce, #6cb0ff); border-color: transparent;
              color: light-dark(#ffffff, #0d1117); }
            a.primary:hover { background: light-dark(#0957b5, #8cc1ff); }
            small { color: light-dark(#586473, #9aa7b6); font-weight: 400; font-size: 13px; white-space: nowrap; }
            """;

    private final Document document = Document.createShell("");
    private final Element main;

    PlainPage(String title) {
        document.title(title + " · Tidewatch");
        document.getElementsByTag("html").attr("lang", "en");
        document.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        document.head().appendElement("link").attr("rel", "icon").attr("href", "/icons/tidewatch.svg");
        main = document.body().appendElement("main");
        Element brand = main.appendElement("div").attr("class", "brand");
        brand.appendElement("img").attr("src", "/icons/tidewatch.svg").attr("alt", "");
        brand.appendElement("span").text("Tidewatch");
    }

    /** Where the page's content goes. */
    Element main() {
        return main;
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        document.head().appendElement("style").attr("nonce", nonce).html(STYLE);
        ThemeChoice.scheme(request.getCookies())
                .ifPresent(scheme -> document.head()
                        .appendElement("style")
                        .attr("nonce", nonce)
                        .html("html { color-scheme: " + scheme + "; }"));
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-" + nonce
                        + "'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().write("<!doctype html>\n" + document.outerHtml());
    }
}
