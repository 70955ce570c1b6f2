package dev.svar.mail;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
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
    private static final Phrases JOINED_THINGS = new Phrases(
            List.of("手机", "手機", "平板", "邮箱", "信箱", "客户端", "邮件", "郵件", "华为", "華為", "小米", "荣耀", "三星", "ايفون", "آيفون"));

    /** What people excuse behind it who write with their thumbs. */
    private static final String SLIPS = "(?:any |my |the )?(?:typos?|brevity|errors?|mistakes?|spelling|autocorrect)";

    private static final Pattern EXCUSE = Pattern.compile(
            "[,;.] ?(?:please |so )?(?:excuse|pardon|forgive) " + SLIPS + "(?: (?:and|or|&) " + SLIPS + ")?$");

    private static final Pattern FROM_APP = Pattern.compile("sent (?:from|with|via) (\\p{L}+)");

    /** What stands before an excuse. */
    private static final Signs STOPS = Signs.of(",;.");

    private static final Signs LEAD = Signs.of("- _[]\u2014\u2013");
    private static final Signs TRAIL = Signs.of(". \u3002-_");

    private DeviceLine() {}

    static boolean is(ReplyLine from) {
        if (!from.mayBeginBehind(LEAD, ThreadWords.DEVICE_OPENINGS)) {
            return false;
        }
        String words = from.words();
        if (words.isEmpty() || words.length() > MAX_LENGTH) {
            return false;
        }
        String bare = bare(words);
        if (bare.isEmpty()) {
            return false;
        }
        boolean around = ThreadWords.isAroundDevice(bare);
        if (!around && !startsLike(bare)) {
            return false;
        }
        int brands = 0;
        int things = 0;
        String line = STOPS.areIn(bare) ? EXCUSE.matcher(bare).replaceFirst("") : bare;
        List<String> said = split(line);
        for (String word : said) {
            brands += isBrand(word) ? 1 : 0;
            things += THINGS.contains(word) ? 1 : 0;
        }
        boolean known = around || things > 0 || ThreadWords.DEVICE_MINE.isAt(bare, 0);
        boolean brief =
                said.size() <= MAX_WORDS && line.indexOf(',') < 0 && line.indexOf('?') < 0 && !line.endsWith("!");
        return brands > 0 ? said.size() <= MAX_WORDS_WITH_BRAND : known && brief;
    }

    /** Whether it names a program by an everyday word. */
    static boolean isApp(ReplyLine line) {
        if (!line.mayBeginBehind(LEAD, ThreadWords.DEVICE_OPENINGS)) {
            return false;
        }
        String words = line.words();
        Matcher app = FROM_APP.matcher(words.length() > MAX_LENGTH ? "" : bare(words));
        return app.matches() && APPS.contains(app.group(1));
    }

    private static boolean startsLike(String bare) {
        return ThreadWords.DEVICE_STARTS.isAt(bare, 0, end -> isWordEnd(bare, end));
    }

    /** Whether a word ends at a place; scripts that write words together have no such bound. */
    private static boolean isWordEnd(String bare, int end) {
        if (end >= bare.length() || !Character.isLetter(bare.charAt(end))) {
            return true;
        }
        char last = bare.charAt(end - 1);
        return !Character.isLetter(last)
                || ThreadWords.isUnspaced(last)
                || UnicodeScript.of(last) == UnicodeScript.HEBREW;
    }

    /** Its words; where Han characters meet the Latin name of a brand another one begins. */
    private static List<String> split(String bare) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int end = 0;
        while (end < bare.length()) {
            int c = bare.codePointAt(end);
            boolean part = isWordPart(c);
            boolean meets = part && end > start && areHanAndLatin(bare.codePointBefore(end), c);
            if (end > start && (!part || meets)) {
                words.add(bare.substring(start, end));
                start = end;
            }
            end += Character.charCount(c);
            start = part ? start : end;
        }
        if (end > start) {
            words.add(bare.substring(start, end));
        }
        return words;
    }

    private static boolean areHanAndLatin(int c, int next) {
        UnicodeScript one = UnicodeScript.of(c);
        UnicodeScript other = UnicodeScript.of(next);
        return (one == UnicodeScript.HAN && other == UnicodeScript.LATIN)
                || (one == UnicodeScript.LATIN && other == UnicodeScript.HAN);
    }

    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isBrand(String word) {
        return BRANDS.contains(word)
                || JOINED_THINGS.isIn(word)
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
        while (end > 0 && TRAIL.has(words.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && LEAD.has(words.charAt(start))) {
            start++;
        }
        return words.substring(start, end);
    }
}
