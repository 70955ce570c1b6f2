package dev.svar.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** What is harmless in HTML, and what is changed in it beforehand. */
final class SafeMarkup implements NodeFilter {
    /** What may stay. */
    static final Safelist LIST = new Safelist()
            .addTags(
                    "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup"
                            .split(" "))
            .addTags(
                    "dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img"
                            .split(" "))
            .addTags("ins kbd li main mark menu nav ol p pre q rp rt ruby s samp section small span strike strong sub"
                    .split(" "))
            .addTags("summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split(" "))
            .addAttributes(":all", "class", "id", "dir", "lang", "title", "align", "style")
            .addAttributes("a", "href", "name")
            .addProtocols("a", "href", "http", "https", "mailto", "tel", "#")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank")
            .addAttributes("blockquote", "type")
            .addAttributes("font", "color", "face", "size")
            .addAttributes("hr", "color", "noshade", "size", "width")
            .addAttributes("img", "alt", "border", "height", "hspace", "src", "vspace", "width", SafeHtml.HELD_BACK)
            .addAttributes("li", "type", "value")
            .addAttributes("ol", "reversed", "start", "type")
            .addAttributes("ul", "type")
            .addAttributes("table", "bgcolor", "border", "cellpadding", "cellspacing", "height", "width")
            .addAttributes("tr", "bgcolor", "height", "valign")
            .addAttributes("td", "bgcolor", "colspan", "height", "nowrap", "rowspan", "valign", "width")
            .addAttributes("th", "bgcolor", "colspan", "height", "nowrap", "rowspan", "scope", "valign", "width")
            .addAttributes("col", "span", "valign", "width")
            .addAttributes("colgroup", "span", "valign", "width")
            .addAttributes("time", "datetime");

    /** Elements whose inside is no text of the mail either. */
    private static final Set<String> GONE = Set.of(
            "applet",
            "audio",
            "canvas",
            "embed",
            "frameset",
            "head",
            "iframe",
            "math",
            "noembed",
            "noframes",
            "noscript",
            "object",
            "plaintext",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "video",
            "xmp");

    private static final Pattern DRAWN =
            Pattern.compile("data:image/(png|jpeg|jpg|gif|webp);base64,.*", Pattern.DOTALL);
    private static final Set<String> LOADING = Set.of("background", "poster", "srcset", "lowsrc", "dynsrc");

    private final PictureSource source;
    private final Set<String> contentIds = new LinkedHashSet<>();
    private int heldBack;

    SafeMarkup(PictureSource source) {
        this.source = source;
    }

    /** Changes what is in there; says whether it is not too deep. */
    boolean walk(Element body) {
        return NodeTraversor.filter(this, body) != FilterResult.STOP;
    }

    int heldBack() {
        return heldBack;
    }

    Set<String> contentIds() {
        return contentIds;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (depth > SafeHtml.MAX_DEPTH) {
            return FilterResult.STOP;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (GONE.contains(element.normalName())) {
            heldBack += element.hasAttr("src") || element.hasAttr("data") ? 1 : 0;
            return FilterResult.REMOVE;
        }
        for (Attribute attribute : element.attributes().asList()) {
            change(element, attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
        }
        if (element.normalName().equals("img")) {
            picture(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        return FilterResult.CONTINUE;
    }

    private void change(Element element, String name, String value) {
        switch (name) {
            case "id", "name" -> element.attr(name, value.isBlank() ? "" : prefixed(value.strip()));
            case "class" -> {
                StringBuilder names = new StringBuilder();
                for (String each : element.classNames()) {
                    names.append(names.isEmpty() ? "" : " ").append(prefixed(each));
                }
                element.attr("class", names.toString());
            }
            case "style" -> {
                SafeStyle style = SafeStyle.of(value);
                heldBack += style.heldBack() ? 1 : 0;
                if (style.declarations().isEmpty()) {
                    element.removeAttr("style");
                } else {
                    element.attr("style", style.declarations());
                }
            }
            case "href" -> {
                if (value.startsWith("#")) {
                    element.attr("href", value.equals("#") ? "#" : "#" + prefixed(value.substring(1)));
                }
            }
            default -> heldBack += LOADING.contains(name) ? 1 : 0;
        }
    }

    private static String prefixed(String name) {
        return name.startsWith(SafeHtml.PREFIX) ? name : SafeHtml.PREFIX + name;
    }

    private void picture(Element image) {
        String held = image.attr(SafeHtml.HELD_BACK);
        String full = image.absUrl("src");
        String named = full.isEmpty() ? image.attr("src") : full;
        String address = (held.isEmpty() ? named : held).strip();
        image.removeAttr("src");
        image.removeAttr(SafeHtml.HELD_BACK);
        if (DRAWN.matcher(address).matches()) {
            image.attr("src", address);
        } else if (address.regionMatches(true, 0, "cid:", 0, 4)) {
            String contentId = address.substring(4);
            contentIds.add(contentId);
            image.attr("src", source.attached(contentId).map(URI::toString).orElse("cid:" + contentId));
        } else {
            web(address).ifPresent(web -> elsewhere(image, web));
        }
    }

    private void elsewhere(Element image, URI address) {
        Optional<URI> shown = source.elsewhere(address);
        if (shown.isPresent()) {
            image.attr("src", shown.get().toString());
        } else {
            heldBack++;
            image.attr(SafeHtml.HELD_BACK, address.toString());
        }
    }

    private static Optional<URI> web(String address) {
        String full = address.startsWith("//") ? "https:" + address : address;
        try {
            URI uri = new URI(full.replace(" ", "%20"));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null;
            return web ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
