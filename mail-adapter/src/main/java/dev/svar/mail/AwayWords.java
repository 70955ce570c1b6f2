package dev.svar.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people, or the programs that answer for them, say that they are away, in the first person. A person says so too:
 * only an answer that says it is perhaps a machine's.
 */
final class AwayWords {
    private static final int BEGINNING = 300;
    private static final int MOST_READ = 4 * BEGINNING;

    /** Some words between: "I am currently", "Ich bin vom 5. März bis zum 11. März". */
    private static final String SOME = "(?:[^ ]{1,20} ){0,8}";

    /** In languages with spaces between their words; "~" stands for some words. */
    private static final List<String> PHRASES = List.of(
            "(i am|i'm|i will be|i'll be) ~(out of (the |my )?office|away (from|until|till)|on holidays? (until|from|till)"
                    + "|on (annual |maternity |parental |paternity |sick |medical )?leave|on vacation)",
            "(out of (the |my )?office|away from (the|my) (office|desk)) (until|till|from)",
            "(limited|no) access to (my )?e-?mails?",
            "bin (ich )?~(nicht im (büro|hause?)|au(ß|ss)er haus|im urlaub|abwesend|in (elternzeit|mutterschutz))",
            "befinde mich ~(im urlaub|in (elternzeit|mutterschutz))",
            "e-?mails? (wird|werden) nicht (automatisch )?weitergeleitet",
            "je (suis|serai) ~(absente?|en (congés?|vacances|déplacement)|hors du bureau)",
            "absente? du bureau",
            "(estoy|estaré|me encuentro|me encontraré) ~(fuera de (la |mi )?oficina|de vacaciones|ausente|de baja)",
            "fuera de (la |mi )?oficina (hasta|desde|del)",
            "(estic|estaré|soc|seré) ~(fora de l'oficina|de vacances|absent)",
            "(estou|estarei|encontro-me) ~(fora do escritório|(de|em) férias|ausente|de licença)",
            "(sono|sarò) ~(fuori (ufficio|sede)|in (ferie|vacanza|congedo|maternità|malattia)|assente)",
            "(ik ben|ben ik|ik zal) ~(afwezig|niet (aanwezig|op kantoor)|(met|op) (vakantie|\\S*verlof)|buiten kantoor)",
            "afwezig (tot|van)",
            "(jag är|är jag|jag har) ~(på semester|semester|föräldra(ledig|ledighet)|tjänstledig|sjukskriven"
                    + "|(inte|ej) på kontoret|frånvarande|bortrest)",
            "((jeg|eg) (er|har|holder)|(er|har|holder) (jeg|eg)) ~(på ferie|ferie|(ikke|ikkje) (på kontoret|til stede)"
                    + "|ute av kontoret|fraværende|bortreist|på (barsel|orlov)|i permisjon|sykmeldt|sygemeldt)",
            "olen ~(lomalla|vuosilomalla|vanhempainvapaalla|poissa (toimistolta|töistä))",
            "en ole ~(toimistolla|tavoitettavissa)",
            "(ég er|er ég) ~(í (fríi|orlofi|leyfi)|fjarverandi|frá vinnu)",
            "(jestem|będę) ~(nieobecn[ya]|na urlopie|poza biurem)",
            "(jsem|budu) ~(mimo kancelář|na (mateřské )?dovolené|nepřítom(en|na))",
            "čerpám (dovolenou|dovolenku)",
            "(som|budem) ~(mimo kancelárie|na (materskej )?dovolenke|neprítomn[ýá])",
            "szabadságon (vagyok|leszek)",
            "(házon|irodán) kívül (vagyok|leszek|tartózkodom)",
            "(sem|bom) ~(odsot(en|na)|na dopustu|izven pisarne)",
            "(sam|bit ću|ću biti|biću|nalazim se) ~(odsut(an|na)|na (godišnjem )?odmoru|na bolovanju|izvan ureda"
                    + "|van kancelarije)",
            "(сам|бићу|налазим се) ~(одсут(ан|на)|на (годишњем )?одмору|на боловању|ван канцеларије)",
            "(sunt|voi fi|mă aflu) ~(în concediu|absentă?|plecată? din birou)",
            "отсъствам (от офиса|до)",
            "в отпуск (съм|до|от)",
            "извън офиса (съм|до)",
            "(я|нахожусь|буду|сейчас) ~(в отпуске|на больничном|вне офиса|в командировке|отсутствую)",
            "(буду отсутствовать|отсутствую) (на|в|до|с) ",
            "(я|перебуваю|буду|зараз) ~([ув] відпустці|на лікарняному|поза офісом|[ув] відрядженні|відсутн(ій|я))",
            "(είμαι|βρίσκομαι|θα είμαι|θα βρίσκομαι) ~(εκτός γραφείου|σε άδεια|σε διακοπές)",
            "(θα )?απουσιάζω (από|έως|μέχρι)",
            "ofis(im)?(te)? ?(dışındayım|değilim|dışında olacağım|olmayacağım)",
            "(yıllık |doğum )?izin(deyim|de olacağım)",
            "tatildeyim",
            "(أنا|سأكون|أكون) ~(خارج المكتب|في إجازة)",
            "(در مرخصی|خارج از (دفتر|محل کار)) (هستم|می‌باشم|خواهم بود)",
            "(אני|אהיה|נמצא|נמצאת) ~(בחופש(ה|ת)?|מחוץ למשרד|לא במשרד)",
            "(tôi|em|mình) ~(vắng mặt|nghỉ phép|đi công tác)",
            "saya ~(cuti|bercuti|(tidak berada di|di luar) (kantor|pejabat))",
            "(कार्यालय से बाहर|छुट्टी पर) (हूँ|हूं|रहूँगा|रहूंगा|रहूँगी)",
            "(olen|viibin) ~(puhkusel|kontorist (ära|väljas)|haiguslehel|lapsehoolduspuhkusel)",
            "(esmu|būšu|atrodos) ~(atvaļinājumā|prombūtnē|ārpus biroja)",
            "(esu|būsiu) ~(atostogose|ne biure|komandiruotėje)",
            "atostogauju");

    /** In scripts that write their words together. */
    private static final List<String> JOINED = List.of(
            "我[^ ,，。]{0,12}(不在办公室|不在辦公室|休假|出差)",
            "(不在にして|外出して|休暇をいただいて|休暇を頂いて|休暇を取得して)(おり|い)",
            "(休暇中|出張中)の(ため|為)",
            "부재중(입니다|이오니|이므로|이어서)",
            "휴가 ?(중|기간)(입니다|이오니|이므로|이어서)",
            "ไม่อยู่(ที่)?(สำนักงาน|ออฟฟิศ)",
            "(อยู่ระหว่าง|อยู่ในช่วง)(การ)?ลา");

    private static final Pattern SAID = Pattern.compile("(?<![\\p{L}\\p{M}])(?:"
            + String.join("|", PHRASES).replace("~", SOME) + ")|(?:" + String.join("|", JOINED) + ")");

    private AwayWords() {}

    /** The words that say it in the beginning of what somebody wrote. */
    static Optional<String> in(String written) {
        String text = PlainText.cut(written.strip(), MOST_READ)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace("\u0307", "")
                .replaceAll("[\\h\\v]+", " ");
        Matcher said = SAID.matcher(PlainText.cut(text, BEGINNING));
        return said.find() ? Optional.of(said.group()) : Optional.empty();
    }
}
