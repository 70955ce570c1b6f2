package dev.svar.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/** A mail as customers send it: some 20 KB, its text in two forms with the thread below, and a picture. */
final class SampleMail {
    private static final int PICTURE_BYTES = 7_000;

    private SampleMail() {}

    static byte[] raw() {
        String text = SampleReplies.all().get(0);
        String html = "<html><head><style>p.MsoNormal { margin: 0 }</style></head><body>"
                + paragraphs(text)
                + "<div class=\"gmail_quote\"><blockquote style=\"margin:0 0 0 .8ex\">"
                + paragraphs(text)
                + "</blockquote></div></body></html>";
        String mail = """
                Return-Path: <kim@customer.example>
                Delivered-To: support@shop.example
                Received: from mx.customer.example (mx.customer.example [192.0.2.7]) by mx.shop.example with ESMTPS id 4711;
                 Fri, 3 May 2024 10:20:00 +0200 (CEST)
                Received: by mail.customer.example with SMTP id a1b2c3; Fri, 3 May 2024 10:19:58 +0200 (CEST)
                Authentication-Results: mx.shop.example; dkim=pass header.d=customer.example; spf=pass
                 smtp.mailfrom=kim@customer.example; dmarc=pass header.from=customer.example
                MIME-Version: 1.0
                From: =?UTF-8?Q?Kim_L=C3=B8vland?= <kim@customer.example>
                To: "The Shop" <support+k17@shop.example>
                Date: Fri, 3 May 2024 10:19:58 +0200
                Message-ID: <CAF1c9=a1b2c3@mail.customer.example>
                In-Reply-To: <svar.01930d6e@shop.example>
                References: <first@customer.example> <svar.01930d6e@shop.example>
                Subject: =?UTF-8?B?UmU6IERpbiBiZXN0aWxsaW5nIMO4bnNrZXMgYmVrcmVmdGV0?=
                Content-Type: multipart/mixed; boundary="mixed-17"

                --mixed-17
                Content-Type: multipart/alternative; boundary="alternative-17"

                --alternative-17
                Content-Type: text/plain; charset="UTF-8"
                Content-Transfer-Encoding: quoted-printable

                %s
                --alternative-17
                Content-Type: text/html; charset="UTF-8"
                Content-Transfer-Encoding: quoted-printable

                %s
                --alternative-17--
                --mixed-17
                Content-Type: image/jpeg; name="lamp.jpg"
                Content-Disposition: attachment; filename="lamp.jpg"
                Content-Transfer-Encoding: base64

                %s
                --mixed-17--
                """.replaceFirst("%s", quotedPrintable(text))
                .replaceFirst("%s", quotedPrintable(html))
                .replaceFirst("%s", Base64.getMimeEncoder().encodeToString(picture()));
        return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        text.lines()
                .forEach(line -> html.append("<p class=\"MsoNormal\"><span style=\"font-family:Calibri\">")
                        .append(line.replace("&", "&amp;").replace("<", "&lt;"))
                        .append("</span></p>\n"));
        return html.toString();
    }

    private static String quotedPrintable(String text) {
        StringBuilder encoded = new StringBuilder();
        int column = 0;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b == '\n' || (b >= ' ' && b < 0x7f && b != '=');
            String unit = plain ? String.valueOf((char) b) : "=" + hex(b);
            column = b == '\n' ? 0 : column + unit.length();
            if (column > 75) {
                encoded.append("=\n");
                column = unit.length();
            }
            encoded.append(unit);
        }
        return encoded.toString();
    }

    private static String hex(byte b) {
        String digits = Integer.toHexString(b & 0xff).toUpperCase(Locale.ROOT);
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static byte[] picture() {
        byte[] picture = new byte[PICTURE_BYTES];
        new Random(17).nextBytes(picture);
        return picture;
    }
}
