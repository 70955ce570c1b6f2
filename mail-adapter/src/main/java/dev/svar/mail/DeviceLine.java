package dev.svar.mail;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line by which a phone or a mail program makes itself known: "Sent from my phone". */
final class DeviceLine {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_WORDS = 8;
    private static final int MAX_WORDS_WITH_BRAND = 20;

    private static final Set<String> BRANDS = Set.of(
            "iphone",
            "ipad",
            "ipod",
            "ios",
            "android",
            "samsung",
            "galaxy",
            "huawei",
            "honor",
            "xiaomi",
            "redmi",
            "oneplus",
            "oppo",
            "realme",
            "pixel",
            "nokia",
            "sony",
            "xperia",
            "htc",
            "lg",
            "motorola",
            "fairphone",
            "blackberry",
            "outlook",
            "gmail",
            "yahoo",
            "aol",
            "gmx",
            "proton",
            "protonmail",
            "tutanota",
            "tuta",
            "spark",
            "mailbird",
            "bluemail",
            "mailspring",
            "thunderbird",
            "zimbra",
            "zoho",
            "superhuman",
            "macbook",
            "yandex",
            "airmail",
            "typeapp",
            "fastmail",
            "foxmail",
            "qq");

    /** What people send mail with, in words that need no brand beside them. */
    private static final Set<String> THINGS = Set.of(
            "mail",
            "phone",
            "mobile",
            "smartphone",
            "tablet",
            "app",
            "webmail",
            "mobil",
            "mobiltelefon",
            "telefon",
            "handy",
            "telefoon",
            "puhelimesta",
            "mobilen",
            "téléphone",
            "móvil",
            "celular",
            "telemóvel",
            "cellulare",
            "telefonu",
            "телефона",
            "смартфона",
            "почты",
            "пошти",
            "windows",
            "mac",
            "ios");

    /** Programs whose names are everyday words: they count only as all that follows, and only at the end. */
    private static final Set<String> APPS =
            Set.of("front", "hey", "nine", "canary", "newton", "edison", "missive", "shortwave", "mimestream");

    /** What is named so in scripts that write words together, where it is a part of a longer word. */
    private static final List<String> JOINED_THINGS =
            List.of("手机", "手機", "平板", "邮箱", "信箱", "客户端", "邮件", "郵件", "华为", "華為", "小米", "荣耀", "三星", "ايفون", "آيفون");

    /** What people excuse behind it who write with their thumbs. */
    private static final String SLIPS = "(?:any |my |the )?(?:typos?|brevity|errors?|mistakes?|spelling|autocorrect)";

    private static final Pattern EXCUSE = Pattern.compile(
            "[,;.] ?(?:please |so )?(?:excuse|pardon|forgive) " + SLIPS + "(?: (?:and|or|&) " + SLIPS + ")?$");

    private static final Pattern FROM_APP = Pattern.compile("sent (?:from|with|via) (\\p{L}+)");

    /** Between words, and where Han characters meet the Latin name of a brand. */
    private static final Pattern WORDS =
            Pattern.compile("[^\\p{L}\\p{M}]+|(?<=\\p{IsHan})(?=\\p{IsLatin})|(?<=\\p{IsLatin})(?=\\p{IsHan})");

    private DeviceLine() {}

    static boolean is(ReplyLine from) {
        String words = from.words();
        if (words.isEmpty() || words.length() > MAX_LENGTH) {
            return false;
        }
        String bare = bare(words);
        if (bare.isEmpty()) {
            return false;
        }
        boolean around = isAround(bare);
        if (!around && !startsLike(bare)) {
            return false;
        }
        int brands = 0;
        int things = 0;
        int count = 0;
        String line = EXCUSE.matcher(bare).replaceFirst("");
        for (String word : WORDS.split(line, -1)) {
            count += word.isEmpty() ? 0 : 1;
            brands += isBrand(word) ? 1 : 0;
            things += THINGS.contains(word) ? 1 : 0;
        }
        boolean known = around || things > 0 || ThreadWords.DEVICE_MINE.stream().anyMatch(bare::startsWith);
        boolean brief = count <= MAX_WORDS && line.indexOf(',') < 0 && line.indexOf('?') < 0 && !line.endsWith("!");
        return brands > 0 ? count <= MAX_WORDS_WITH_BRAND : known && brief;
    }

    /** Whether it names a program by an everyday word. */
    static boolean isApp(ReplyLine line) {
        String words = line.words();
        Matcher app = FROM_APP.matcher(words.length() > MAX_LENGTH ? "" : bare(words));
        return app.matches() && APPS.contains(app.group(1));
    }

    private static boolean startsLike(String bare) {
        for (String start : ThreadWords.DEVICE_STARTS.getOrDefault(bare.charAt(0), List.of())) {
            if (bare.startsWith(start) && isBound(bare, start.length(), start.charAt(start.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAround(String bare) {
        return ThreadWords.DEVICE_AROUND.getOrDefault(bare.charAt(bare.length() - 1), List.of()).stream()
                .anyMatch(around -> bare.length() >= around[0].length() + around[1].length()
                        && bare.startsWith(around[0])
                        && bare.endsWith(around[1]));
    }

    /** Whether a word ends or begins at a place; scripts that write words together have no such bound. */
    private static boolean isBound(String bare, int at, char edge) {
        if (at <= 0 || at >= bare.length() || ThreadWords.isUnspaced(edge)) {
            return true;
        }
        char inside = bare.charAt(at);
        char before = bare.charAt(at - 1);
        return !Character.isLetter(inside)
                || !Character.isLetter(before)
                || Character.UnicodeScript.of(edge) == Character.UnicodeScript.HEBREW;
    }

    private static boolean isBrand(String word) {
        return BRANDS.contains(word)
                || JOINED_THINGS.stream().anyMatch(word::contains)
                || word.startsWith("iphon")
                || word.startsWith("ipad")
                || word.startsWith("outlook")
                || word.startsWith("android")
                || word.startsWith("samsung");
    }

    /** Without links and the stop at the end. */
    private static String bare(String words) {
        return trimmed(words.indexOf('<') < 0 && words.indexOf('(') < 0 ? words : withoutBrackets(words));
    }

    private static String withoutBrackets(String words) {
        StringBuilder out = new StringBuilder(words.length());
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '<' || c == '(') {
                depth++;
            } else if (depth > 0 && (c == '>' || c == ')')) {
                depth--;
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String trimmed(String words) {
        int end = words.length();
        while (end > 0 && ". \u3002-_".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && "- _[]\u2014\u2013".indexOf(words.charAt(start)) >= 0) {
            start++;
        }
        return words.substring(start, end);
    }
}
