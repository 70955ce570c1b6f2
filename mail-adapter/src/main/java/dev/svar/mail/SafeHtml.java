package dev.svar.mail;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import dev.svar.message.FormattedText;
import dev.svar.message.Message;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;

/**
 * The HTML of a stranger, safe to put into a page that others look at. What is not on the list of what is harmless is gone:
 * scripts, styles of the page, forms, frames, drawings, addresses other than web, mail and telephone. Names of elements and
 * classes begin with {@value #PREFIX}, so that they meet none of the page's, and links open elsewhere and tell
 * nothing of where they were clicked.
 *
 * <p>Nothing is loaded from elsewhere, since that tells its sender that and where a mail was read: the address of such a
 * picture waits in the attribute {@value #HELD_BACK}. Pictures that came with the mail still have the address {@code cid:};
 * {@link #show} puts in where the host keeps them.
 *
 * @param html a fragment for the inside of an element, at most {@link Message#MAX_TEXT_LENGTH} characters
 * @param fallback whether the markup was too long or too deep, so that this is its text alone, cut at a length; good to look
 *     at, and not what the sender wrote
 * @param heldBack how many pictures and the like would have been loaded from elsewhere
 * @param contentIds the Content-IDs of the pictures that it shows, without angle brackets
 */
public record SafeHtml(String html, boolean fallback, int heldBack, Set<String> contentIds) {
    /** The deepest nesting of elements that is kept. */
    public static final int MAX_DEPTH = 300;

    /** Stands before each class and each name of an element. */
    public static final String PREFIX = "mail-";

    /** The attribute of a picture that holds the address from which it was not loaded. */
    public static final String HELD_BACK = "data-held-back";

    private static final int MAX_FALLBACK = 200_000;

    /**
     * Copies.
     *
     * @param html a fragment
     * @param fallback whether this is the text alone
     * @param heldBack how much would have been loaded from elsewhere
     * @param contentIds the Content-IDs of the pictures
     */
    public SafeHtml {
        Check.length("html", html, Message.MAX_TEXT_LENGTH);
        contentIds = Set.copyOf(contentIds);
    }

    /**
     * Makes HTML safe. Takes time and memory in proportion to its length.
     *
     * @param html a document or a fragment, whatever it holds
     * @return what may be shown of it
     */
    public static SafeHtml of(String html) {
        return html.length() > Message.MAX_TEXT_LENGTH ? textOf(html) : of(html, PictureSource.NONE);
    }

    /**
     * The HTML as a page shows it.
     *
     * @param source where pictures are
     * @return a fragment for the inside of an element
     */
    public String show(PictureSource source) {
        return of(html, source).html();
    }

    /**
     * What an agent wrote, ready to be sent: the HTML, and a text made of it for whoever shows none.
     *
     * @return both
     * @throws InvalidValueException if this is only the {@link #fallback} or there is nothing to read in it
     */
    public FormattedText formatted() {
        if (fallback) {
            throw new InvalidValueException("html", "is nested too deep or too long");
        }
        return new FormattedText(HtmlText.of(html, Message.MAX_TEXT_LENGTH).strip(), html);
    }

    private static SafeHtml of(String html, PictureSource source) {
        Document parsed = Jsoup.parse(HtmlDepth.bounded(html));
        SafeMarkup markup = new SafeMarkup(source);
        if (!markup.walk(withBackground(parsed.body()))) {
            return textOf(html);
        }
        Document clean = new Cleaner(SafeMarkup.LIST).clean(parsed);
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        String safe = clean.body().html().strip();
        return safe.length() > Message.MAX_TEXT_LENGTH
                ? textOf(html)
                : new SafeHtml(safe, false, markup.heldBack(), markup.contentIds());
    }

    /** The colors of the whole page become those of an element around the mail: white letters need their dark ground. */
    private static Element withBackground(Element body) {
        String ground = body.hasAttr("bgcolor") ? "background-color: " + body.attr("bgcolor") + "; " : "";
        String ink = body.hasAttr("text") ? "color: " + body.attr("text") + "; " : "";
        String style = ground + ink + body.attr("style");
        if (!style.isEmpty()) {
            Element page = new Element("div").attr("style", style);
            List<Node> inside = body.childNodesCopy();
            body.empty();
            page.appendChildren(inside);
            body.appendChild(page);
        }
        return body;
    }

    private static SafeHtml textOf(String html) {
        Node text = new Element("pre").text(HtmlText.of(PlainText.cut(html, Message.MAX_TEXT_LENGTH), MAX_FALLBACK));
        String shown = text.outerHtml();
        return shown.length() > Message.MAX_TEXT_LENGTH
                ? new SafeHtml("", true, 0, Set.of())
                : new SafeHtml(shown, true, 0, Set.of());
    }
}
