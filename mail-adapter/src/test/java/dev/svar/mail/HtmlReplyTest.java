package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.mail.SplitReply.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The elements in which mail programs keep the thread below an answer. The words around it are of no known language. */
class HtmlReplyTest {
    private static final String ANSWER = "It came, thank you.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div dir=ltr>It came, thank you.</div><br><div class='gmail_quote gmail_quote_container'>"
                        + "<div dir=ltr class=gmail_attr>Zed 3 Mayo Desk &lt;d@x.example&gt; zot<br></div>"
                        + "<blockquote class=gmail_quote style='border-left:1px solid #ccc'>Order 4711</blockquote></div>",
                "<div>It came, thank you.</div><div class='gmail_quote'>Zed 3 Desk zot<br>"
                        + "<blockquote class=gmail_quote>Order 4711</blockquote></div>",
                "<div>It came, thank you.</div><div class=moz-cite-prefix>Zed Desk zot<br></div>"
                        + "<blockquote type=cite cite='mid:1@x.example'><p>Order 4711</p></blockquote>",
                "<div>It came, thank you.</div><blockquote type='cite'><div>Zed Desk zot</div><br>Order 4711</blockquote>",
                "<div class=elementToProof>It came, thank you.</div><div id=appendonsend></div><hr>"
                        + "<div id=divRplyFwdMsg><b>Zed</b> Desk<br><b>Zot</b> Kim</div><div>Order 4711</div>",
                "<div>It came, thank you.</div><div id='x_divRplyFwdMsg'><b>Zed</b> Desk</div><div>Order 4711</div>",
                "<p>It came, thank you.</p><div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in'>"
                        + "<p><b>Zed:</b> Desk<br><b>Zot:</b> 3 Mayo 2024 10:12<br><b>Zut:</b> Kim</p></div><p>Order 4711</p>",
                "<p>It came, thank you.</p><div style='border-top:solid #B5C4DF 1.0pt'><p><b>Zed:</b> Desk &lt;<a "
                        + "href='mailto:d@x.example'>d@x.example</a>&gt;<br><b>Zot:</b> today<br><b>Cc:</b> Kim</p></div>"
                        + "<p>Order 4711</p>",
                "<p>It came, thank you.</p><div style='border-top:solid #B5C4DF 1.0pt'><p><b>From:</b> Desk<br>"
                        + "<b>Sent:</b> today<br><b>Zut:</b> Kim</p></div><p>Order 4711</p>",
                "<div>It came, thank you.</div><div id='ydp1a2byahoo_quoted_12' class='ydp1a2byahoo_quoted'><div>Zed</div>"
                        + "<div>Order 4711</div></div>",
                "<div>It came, thank you.</div><div class=protonmail_quote>Zed zot<br><blockquote class=protonmail_quote "
                        + "type=cite>Order 4711</blockquote></div>",
                "<div>It came, thank you.</div><div>Zed zot d@x.example 3 May 2024, 10:12:</div>"
                        + "<blockquote class=tutanota_quote>Order 4711</blockquote>",
                "<div>It came, thank you.</div><div class=zmail_extra><div>Zed</div><blockquote>Order 4711</blockquote></div>",
                "<div>It came, thank you.</div><hr id=zwchr data-marker=__DIVIDER__><div data-marker=__HEADERS__>Zed</div>"
                        + "<div data-marker=__QUOTED_TEXT__>Order 4711</div>",
                "<span>It came, thank you.</span><span id=OLK_SRC_BODY_SECTION><div>Zed</div><div>Order 4711</div></span>",
                "<div>It came, thank you.</div><div name=quote style='border-left:2px solid #C3D9E5'><div>Zed</div>"
                        + "<div name=quoted-content>Order 4711</div></div>",
                "<p>It came, thank you.</p><p id=reply-intro>Zed zot</p><blockquote type=cite>Order 4711</blockquote>",
                "<div>It came, thank you.</div><div name=messageReplySection>Zed<br><blockquote>Order 4711</blockquote></div>",
                "<div>It came, thank you.</div><div id=mail-editor-reference-message-container><div>Zed</div>Order 4711</div>",
                "<div>It came, thank you.</div><p>At 2024-05-03 10:12:13, \"Desk\" &lt;d@x.example&gt; wrote:</p>"
                        + "<blockquote id=isReplyContent>Order 4711</blockquote>",
                "<p>It came, thank you.</p>03.05.2024, 10:12, \"Desk\" &lt;<a href='mailto:d@x.example'>d@x.example</a>&gt;:"
                        + "<blockquote>Order 4711</blockquote>",
                "<div>It came, thank you.</div><div>------------------ 原始邮件 ------------------</div><div>Order 4711</div>",
            })
    void the_thread_is_told_by_its_element(String html) {
        SplitReply reply = ReplySplitter.ofHtml(html, "");
        assertThat(reply.visible()).as(html).isEqualTo(ANSWER);
        assertThat(reply.text(Kind.QUOTED)).contains("Order 4711");
        assertThat(reply.text()).isEqualTo(HtmlText.of(html, 10_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>Contact</h2><div style='border-top:1px solid #ccc'><p><b>Name:</b> Kim</p><p><b>E-Mail:</b> "
                        + "kim@lee.example</p><p><b>Message:</b> When do you open?</p></div>",
                "<h2>Contact</h2><div style='border-top:1px solid #ccc'><p><b>E-Mail:</b> kim@lee.example</p><p><b>Name:"
                        + "</b> Kim</p><p><b>Message:</b> When do you open?</p></div>",
                "<p>Order details</p><table style='border-top:2px solid #000'><tr><td><b>Product:</b></td><td>Lamp</td></tr>"
                        + "<tr><td><b>Price:</b></td><td>5</td></tr><tr><td><b>Total:</b></td><td>6</td></tr></table>"
                        + "<p>The total is wrong. When do you open?</p>",
                "<p>Visit</p><div style='border-top:1px solid'><b>Who:</b> Kim<br><b>Place:</b> Oslo<br><b>Time:</b> "
                        + "3 May 2024 10:12</div><p>When do you open?</p>",
                "<p>Visit</p><div style='border-top:1px solid'><b>Name:</b> Kim<br><b>Date:</b> 3 May 2024 10:12<br><b>Place:"
                        + "</b> Oslo</div><p>When do you open?</p>",
            })
    void a_ruled_box_with_bold_labels_is_no_header_by_its_looks(String html) {
        assertThat(ReplySplitter.ofHtml(html, "Re: Order").visible()).endsWith("When do you open?");
    }

    @Test
    void an_answer_below_the_quote_is_kept() {
        String html =
                "<div class=gmail_quote><div class=gmail_attr>Zed zot:</div><blockquote class=gmail_quote>Order 4711"
                        + "</blockquote></div><div>It came, thank you.</div>";
        assertThat(ReplySplitter.ofHtml(html, "").visible()).isEqualTo(ANSWER);
        String inside =
                "<div class=gmail_quote><div class=gmail_attr>Zed zot:</div><blockquote class=gmail_quote>Did it come?"
                        + "</blockquote><div>It did.</div><blockquote class=gmail_quote>Whole?</blockquote><div>Whole.</div></div>";
        assertThat(ReplySplitter.ofHtml(inside, "").visible()).isEqualTo("It did.\nWhole.");
    }

    @Test
    void text_that_is_only_moved_to_the_right_is_no_quote() {
        String moved =
                "<div>It says:</div><blockquote style='margin:0 0 0 40px;border:none;padding:0px'><div>Error 17</div>"
                        + "</blockquote><div>What now?</div>";
        assertThat(ReplySplitter.ofHtml(moved, "").visible()).isEqualTo("It says:\nError 17\nWhat now?");
    }

    @Test
    void a_forward_is_shown() {
        String html =
                "<div>Please see to this.</div><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message "
                        + "---------<br>From: Kim<br></div><br>My parcel is lost.</div>";
        SplitReply reply = ReplySplitter.ofHtml(html, "");
        assertThat(reply.visible()).contains("Please see to this.", "My parcel is lost.");
        assertThat(reply.text(Kind.FORWARDED))
                .startsWith("---------- Forwarded")
                .endsWith("My parcel is lost.");
    }

    @Test
    void signatures_are_told_by_their_element() {
        String html =
                "<div>It came, thank you.</div><div class=gmail_signature data-smartmail=gmail_signature>Kim Lee<br>Boss"
                        + "</div><div id=ms-outlook-mobile-signature>Zot Outlook</div>";
        assertThat(ReplySplitter.ofHtml(html, "").visible()).isEqualTo(ANSWER);
        assertThat(ReplySplitter.ofHtml("<div id=Signature>Only this</div>", "").visible())
                .isEqualTo("Only this");
    }

    @Test
    void where_one_element_holds_everything_the_text_tells() {
        String html =
                "<div class=gmail_quote>It came, thank you.<br><br>On 3 May 2024 at 10:12, Desk &lt;d@x.example&gt; wrote:"
                        + "<br>Order 4711</div>";
        assertThat(ReplySplitter.ofHtml(html, "").visible()).isEqualTo(ANSWER);
    }

    @Test
    void what_is_not_seen_is_not_read() {
        assertThat(HtmlText.of("<p>Seen</p><div style='DISPLAY: none'>Unseen <b>too</b></div><p>Seen</p>", 100))
                .isEqualTo("Seen\n\nSeen");
    }
}
