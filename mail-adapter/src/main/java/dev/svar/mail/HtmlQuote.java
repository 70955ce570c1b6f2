package dev.svar.mail;

import dev.svar.mail.ThreadWords.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What an element of a mail's HTML is for, told by the names and styles that mail programs give it. */
final class HtmlQuote {
    private static final int MAX_NAMES_LENGTH = 400;
    private static final int MAX_LABEL_DEPTH = 5;
    private static final int MAX_LABEL_LENGTH = 60;
    private static final int MIN_LABELS = 3;
    private static final int MAX_HEADER_LENGTH = 2_000;
    private static final int MAX_LOOKS = 30;

    /** Elements that hold a thread or its attribution. */
    private static final List<String> HOLDERS = List.of(
            "gmail_quote",
            "gmail_attr",
            "yahoo_quoted",
            "moz-cite-prefix",
            "moz-email-headers-table",
            "moz-forward-container",
            "zmail_extra",
            "protonmail_quote",
            "tutanota_quote",
            "olk_src_body_section",
            "outlookmessageheader",
            "mail-editor-reference-message",
            "ms-outlook-mobile-reference-message",
            "messagereplysection",
            "isreplycontent",
            "history_container",
            "mailru-blockquote",
            "js-helper js-readmsg-msg",
            "freshdesk_quote",
            "front-blockquote",
            "cm_quote",
            "nylas-quote",
            "hs_reply",
            "wisestamp_quote",
            "__quoted_text__",
            "quoted-content",
            "reply-intro",
            "applemailquote",
            "bloop_original_html");

    /** Elements of which everything below is the thread. */
    private static final List<String> BEGINNERS =
            List.of("divrplyfwdmsg", "appendonsend", "zwchr", "__divider__", "stopspelling", "outlookmessageheader");

    private static final List<String> SIGNATURES = List.of(
            "gmail_signature",
            "moz-signature",
            "applemailsignature",
            "ms-outlook-mobile-signature",
            "protonmail_signature_block",
            "composer_signature",
            "_rc_sig",
            "yahoo-signature",
            "bloop_sign",
            "zmail_signature",
            "__sig_pre__",
            "__sig_post__");

    private int looks;

    /** What to make of an element. */
    enum Role {
        /** Nothing in particular. */
        NONE,

        /** It holds the thread. */
        HOLDS,

        /** It holds the thread in a quote, and an answer below that. */
        HOLDS_UP_TO_QUOTE,

        /** Everything from it on is the thread. */
        BEGINS,

        /** It holds the signature. */
        SIGNS
    }

    /** The role of an element that lies in none with a role. */
    Role of(Element element) {
        if (element.attributesSize() == 0) {
            return Role.NONE;
        }
        String names = names(element);
        if (!names.isEmpty()) {
            if (SIGNATURES.stream().anyMatch(names::contains) || hasWord(names, "signature")) {
                return Role.SIGNS;
            }
            if (BEGINNERS.stream().anyMatch(names::contains)) {
                return Role.BEGINS;
            }
            if (HOLDERS.stream().anyMatch(names::contains)
                    || element.attr("name").equals("quote")) {
                boolean quote = !isQuote(element) && looks++ < MAX_LOOKS && element.selectFirst("blockquote") != null;
                return quote ? Role.HOLDS_UP_TO_QUOTE : Role.HOLDS;
            }
        }
        if (isQuote(element)) {
            boolean cited = element.attr("type").equalsIgnoreCase("cite")
                    || element.attr("cite").startsWith("mid:");
            return cited || style(element).contains("border-left:") ? Role.HOLDS : Role.NONE;
        }
        return isOutlookHeader(element) ? Role.BEGINS : Role.NONE;
    }

    /** Whether an element is a quote and not text that was moved to the right. */
    static boolean isQuote(Element element) {
        if (!element.normalName().equals("blockquote")) {
            return false;
        }
        boolean cited = element.attr("type").equalsIgnoreCase("cite");
        boolean moved =
                style(element).contains("border:none") || element.className().contains("indent-blockquote");
        return cited || !moved;
    }

    /** Whether an element is not to be seen. */
    static boolean isHidden(Element element) {
        return element.hasAttr("style") && style(element).contains("display:none");
    }

    /** The ruled box of Outlook: bold labels below a line at the top, which forms and tables of prices have too. */
    private boolean isOutlookHeader(Element element) {
        if (!element.hasAttr("style") || !hasLineAtTop(style(element)) || looks++ >= MAX_LOOKS) {
            return false;
        }
        List<String> labels = element.select("b, strong").stream()
                .map(label -> PlainWords.of(beginning(label)))
                .filter(label -> label.endsWith(":") || ThreadWords.field(label) != Field.NONE)
                .toList();
        if (labels.size() < MIN_LABELS) {
            return false;
        }
        Set<Field> known = EnumSet.noneOf(Field.class);
        for (String label : labels) {
            known.add(ThreadWords.field(label, 0, label.endsWith(":") ? label.length() - 1 : label.length()));
        }
        known.remove(Field.NONE);
        if (known.contains(Field.FROM)) {
            return known.size() > 1;
        }
        known.remove(Field.OTHER);
        return known.isEmpty() && isForeignHeader(element, labels);
    }

    /** Whether the values of the first labels are those of a sender or of when he wrote, in whatever language. */
    private static boolean isForeignHeader(Element element, List<String> labels) {
        String text = PlainWords.of(PlainText.cut(element.text(), MAX_HEADER_LENGTH));
        int first = text.indexOf(labels.get(0));
        int second =
                text.indexOf(labels.get(1), Math.max(0, first) + labels.get(0).length());
        if (first < 0 || second < 0) {
            return false;
        }
        int third = text.indexOf(labels.get(2), second + labels.get(1).length());
        return HeaderBlock.isSender(text.substring(first, second))
                || HeaderBlock.isTime(text.substring(second, third < 0 ? text.length() : third));
    }

    /** The words of a label, which are its only child or that of the elements within; nothing of what is nested deeper. */
    private static String beginning(Element label) {
        Node at = label;
        for (int i = 0; i < MAX_LABEL_DEPTH && at instanceof Element element && element.childNodeSize() > 0; i++) {
            at = element.childNode(0);
        }
        boolean ordinary =
                at instanceof TextNode && ((TextNode) at).getWholeText().length() <= MAX_LABEL_LENGTH;
        return ordinary ? ((TextNode) at).getWholeText() : "";
    }

    private static boolean hasLineAtTop(String style) {
        return style.contains("border-top") && style.contains("solid");
    }

    private static String names(Element element) {
        String names = element.id()
                + ' '
                + element.className()
                + ' '
                + element.attr("name")
                + ' '
                + element.attr("data-marker");
        boolean ordinary = names.length() > 3 && names.length() <= MAX_NAMES_LENGTH;
        return ordinary ? names.toLowerCase(Locale.ROOT) : "";
    }

    private static boolean hasWord(String names, String word) {
        return (' ' + names + ' ').contains(' ' + word + ' ');
    }

    private static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
