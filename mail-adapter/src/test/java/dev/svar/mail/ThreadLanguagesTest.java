package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.mail.SplitReply.Kind;
import dev.svar.mail.SplitReply.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mail programs write around a thread in each language. The sign ⏎ stands for the end of a line. */
class ThreadLanguagesTest {
    private static final String THREAD = "Order 4711 left our store this morning.\nRegards, the desk\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en|It came, thank you.|On Fri, May 3, 2024 at 10:12 AM Desk <desk@shop.example> wrote:
        en|It came, thank you.|On Friday, May 3rd, 2024 at 10:12 AM, Desk <desk@shop.example> wrote:
        en|It came, thank you.|On 3 May 2024, at 10:12, Desk ⏎<desk@shop.example> wrote:
        en|It came, thank you.|On 5/3/24 10:12, Desk wrote:
        en|It came, thank you.|On May 3, 2024, the desk wrote:
        es|Ya llegó, gracias.|El viernes, 3 de mayo de 2024, Desk escribió:
        en|It came, thank you.|Desk wrote on 5/3/24 10:12 AM:
        en|It came, thank you.|---- On Fri, 03 May 2024 10:12:13 +0200 Desk <desk@shop.example> wrote ----
        en|It came, thank you.|May 3, 2024, 10:12 by desk@shop.example:
        en|It came, thank you.|At 2024-05-03 10:12:13, "Desk" <desk@shop.example> wrote:
        en|It came, thank you.|* Desk <desk@shop.example> [2024-05-03 10:12]:
        en|It came, thank you.|On Fri, 3 May 2024 at 10:12 am a desk with⏎a very long name that needs a line of its own⏎<desk@shop.example>⏎wrote:
        nb|Den kom fram, takk.|fre. 3. mai 2024 kl. 10:12 skrev Desk <desk@shop.example>:
        nb|Den kom fram, takk.|Den 03.05.2024 kl. 10:12, skrev Desk:
        nb|Den kom fram, takk.|3. mai 2024 kl. 10:12 skrev Desk <desk@shop.example⏎>:
        nn|Ho kom fram, takk.|fre. 3. mai 2024 kl. 10:12 skreiv Desk <desk@shop.example>:
        sv|Den kom fram, tack.|Den fre 3 maj 2024 kl 10:12 skrev Desk <desk@shop.example>:
        sv|Den kom fram, tack.|3 maj 2024 kl. 10:12 skrev Desk <desk@shop.example>:
        da|Den kom frem, tak.|Den fre. 3. maj 2024 kl. 10.12 skrev Desk <desk@shop.example>:
        da|Den kom frem, tak.|Den 3. maj 2024 kl. 10.12 skrev Desk⏎<desk@shop.example>:
        fi|Se tuli perille.|pe 3. toukok. 2024 klo 10.12 Desk (desk@shop.example) kirjoitti:
        fi|Se tuli perille.|Desk kirjoitti 3.5.2024 klo 10.12:
        is|Hún kom, takk.|Desk <desk@shop.example> skrifaði þann fös., 3. maí 2024 kl. 10:12:
        de|Sie ist da, danke.|Am Fr., 3. Mai 2024 um 10:12 Uhr schrieb Desk <desk@shop.example>:
        de|Sie ist da, danke.|Am 03.05.24 um 10:12 schrieb Desk:
        de|Sie ist da, danke.|Am 3. Mai 2024 10:12:13 MESZ schrieb Desk <desk@shop.example>:
        de|Sie ist da, danke.|Am Freitag, 3. Mai 2024, 10:12:13 CEST schrieb Desk:
        nl|Hij is er, bedankt.|Op vr 3 mei 2024 om 10:12 schreef Desk <desk@shop.example>:
        nl|Hij is er, bedankt.|Desk schreef op 3-5-2024 om 10:12:
        fr|Elle est là, merci.|Le ven. 3 mai 2024 à 10:12, Desk <desk@shop.example> a écrit :
        fr|Elle est là, merci.|Le 03/05/2024 à 10:12, Desk a écrit :
        fr|Elle est là, merci.|Le 3 mai 2024 à 10h12, Desk <desk@shop.example> a⏎écrit :
        es|Ya llegó, gracias.|El vie, 3 may 2024 a las 10:12, Desk (<desk@shop.example>) escribió:
        es|Ya llegó, gracias.|El 03/05/2024 a las 10:12, Desk escribió:
        ca|Ja és aquí.|El dv., 3 de maig 2024, 10:12, Desk <desk@shop.example> va escriure:
        ca|Ja és aquí.|Missatge de Desk <desk@shop.example> del dia dv., 3 de maig 2024 a les 10:12:
        pt|Já chegou, obrigado.|Em sex., 3 de mai. de 2024 às 10:12, Desk <desk@shop.example> escreveu:
        pt|Já chegou, obrigado.|Desk <desk@shop.example> escreveu (sexta, 3/05/2024 à(s) 10:12):
        it|È arrivato.|Il giorno ven 3 mag 2024 alle ore 10:12 Desk <desk@shop.example> ha scritto:
        it|È arrivato.|Il 03/05/2024 10:12, Desk ha scritto:
        ro|A ajuns, mersi.|În vin., 3 mai 2024 la 10:12, Desk <desk@shop.example> a scris:
        pl|Przyszła.|pt., 3 maj 2024 o 10:12 Desk <desk@shop.example> napisał(a):
        pl|Przyszła.|W dniu 3.05.2024 o 10:12, Desk pisze:
        cs|Dorazila.|pá 3. 5. 2024 v 10:12 odesílatel Desk <desk@shop.example> napsal:
        cs|Dorazila.|Dne 03. 05. 24 v 10:12 Desk napsal(a):
        sk|Prišla.|pi 3. 5. 2024 o 10:12 Desk <desk@shop.example> napísal(a):
        hu|Megjött, köszi.|Desk <desk@shop.example> ezt írta (időpont: 2024. máj. 3., P, 10:12):
        hu|Megjött, köszi.|2024. 05. 03. 10:12 keltezéssel, Desk írta:
        sl|Prispelo je.|V V pet., 3. maj 2024 ob 10:12 je oseba Desk <desk@shop.example> napisala:
        hr|Stiglo je.|pet, 3. svi 2024. u 10:12 Desk <desk@shop.example> napisao je:
        sr|Стигло је.|пет, 3. мај 2024. у 10:12 Desk <desk@shop.example> је написао/ла:
        bg|Пристигна.|На пт, 3.05.2024 г. в 10:12 Desk <desk@shop.example> написа:
        ru|Пришло, спасибо.|пт, 3 мая 2024 г. в 10:12, Desk <desk@shop.example>:
        ru|Пришло, спасибо.|03.05.2024 10:12, Desk пишет:
        ru|Пришло, спасибо.|Пятница, 3 мая 2024, 10:12 +03:00 от Desk <desk@shop.example>:
        ru|Пришло, спасибо.|03.05.2024, 10:12, "Desk" <desk@shop.example>:
        uk|Надійшло, дякую.|пт, 3 трав. 2024 р. о 10:12 Desk <desk@shop.example> пише:
        el|Έφτασε.|Στις Παρ 3 Μαΐ 2024 στις 10:12 π.μ., ο χρήστης Desk <desk@shop.example> έγραψε:
        el|Έφτασε.|Στις 3/5/24 10:12, ο/η Desk έγραψε:
        tr|Geldi, sağ olun.|Desk <desk@shop.example>, 3 May 2024 Cum, 10:12 tarihinde⏎şunu yazdı:
        tr|Geldi, sağ olun.|3.05.2024 10:12 tarihinde Desk yazdı:
        ar|وصلت، شكرا.|في الجمعة، 3 مايو 2024 في 10:12 ص تمت كتابة ما يلي بواسطة Desk <desk@shop.example>:
        ar|وصلت، شكرا.|في الجمعة، ٣ مايو ٢٠٢٤ في ١٠:١٢ ص كتب Desk <desk@shop.example>:
        fa|رسید.|در تاریخ جمعه ۳ مه ۲۰۲۴ ساعت ۱۰:۱۲ Desk <desk@shop.example> نوشت:
        he|הגיע, תודה.|בתאריך יום ו׳, 3 במאי 2024 ב-10:12 מאת Desk <desk@shop.example>:
        he|הגיע, תודה.|ב-3.5.2024 בשעה 10:12, Desk כתב:
        zh|收到了，谢谢。|Desk <desk@shop.example> 于2024年5月3日周五 10:12写道：
        zh|收到了，谢谢。|在 2024-05-03 10:12:13，"Desk" <desk@shop.example> 写道：
        zh|收到了，謝謝。|Desk <desk@shop.example> 於 2024年5月3日 週五 上午10:12寫道：
        ja|届きました。|2024年5月3日(金) 10:12 Desk <desk@shop.example>:
        ja|届きました。|2024/05/03 10:12、Desk <desk@shop.example>のメール：
        ko|잘 받았어요.|2024년 5월 3일 (금) 오전 10:12, Desk <desk@shop.example>님이 작성:
        ko|잘 받았어요.|24. 5. 3. 오전 10:12에 Desk 이(가) 쓴 글:
        vi|Đã nhận được.|Vào Th 6, 3 thg 5, 2024 vào lúc 10:12 Desk <desk@shop.example> đã viết:
        th|ได้รับแล้ว|ในวันที่ ศ. 3 พ.ค. 2024 เวลา 10:12 Desk <desk@shop.example> เขียนว่า:
        id|Sudah sampai.|Pada Jum, 3 Mei 2024 pukul 10.12 Desk <desk@shop.example> menulis:
        hi|मिल गया।|शुक्र, 3 मई 2024 को 10:12 बजे को Desk <desk@shop.example> ने लिखा:
        et|Tuli kohale.|Kuupäev R, 3. mai 2024 kell 10:12 kirjutas Desk <desk@shop.example>:
        lv|Pienāca.|piektd., 2024. g. 3. maijs, plkst. 10:12 — lietotājs Desk (<desk@shop.example>) rakstīja:
        lt|Gavau.|2024-05-03, pn, 10:12 Desk <desk@shop.example> rašė:
        """)
    void a_thread_below_its_attribution_is_told(String language, String answer, String attribution) {
        String above = answer + "\n\n" + attribution.replace("⏎", "\n");
        expect(above + "\n\n" + THREAD, answer, Rule.ATTRIBUTION);
        expect(above + "\n" + "> " + THREAD.replace("\n", "\n> "), answer, Rule.ATTRIBUTION);
        assertThat(ReplySplitter.ofText(above + "\n> " + THREAD.replace("\n", "\n> ") + "\n\n" + answer, "")
                        .visible())
                .as(language + ", with an answer below")
                .startsWith(answer)
                .endsWith(answer)
                .doesNotContain("shop.example")
                .doesNotContain("4711");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en|It came, thank you.|From: Desk <desk@shop.example>⏎Sent: Friday, May 3, 2024 10:12 AM⏎To: Kim Lee⏎Subject: Your order
        en|It came, thank you.|From: Desk <desk@shop.example>⏎Date: Friday, 3 May 2024 at 10:12⏎To: Kim Lee <kim@lee.example>⏎Cc: Store⏎Subject: Re: Your order
        en|It came, thank you.|*From:* Desk⏎*Sent:* Friday, May 3, 2024 10:12 AM⏎*To:* Kim Lee⏎*Subject:* Your order
        nb|Den kom fram, takk.|Fra: Desk⏎Sendt: fredag 3. mai 2024 10:12⏎Til: Kim Lee⏎Emne: Bestillingen
        nn|Ho kom fram, takk.|Frå: Desk⏎Sendt: fredag 3. mai 2024 10:12⏎Til: Kim Lee⏎Emne: Tinginga
        sv|Den kom fram, tack.|Från: Desk⏎Skickat: den 3 maj 2024 10:12⏎Till: Kim Lee⏎Ämne: Beställningen
        da|Den kom frem, tak.|Fra: Desk⏎Sendt: 3. maj 2024 10:12⏎Til: Kim Lee⏎Emne: Ordren
        fi|Se tuli perille.|Lähettäjä: Desk⏎Lähetetty: perjantai 3. toukokuuta 2024 10.12⏎Vastaanottaja: Kim Lee⏎Aihe: Tilaus
        is|Hún kom, takk.|Frá: Desk⏎Sent: föstudagur, 3. maí 2024 10:12⏎Til: Kim Lee⏎Efni: Pöntunin
        de|Sie ist da, danke.|Von: Desk⏎Gesendet: Freitag, 3. Mai 2024 10:12⏎An: Kim Lee⏎Betreff: Ihre Bestellung
        de|Sie ist da, danke.|Gesendet: Freitag, 03. Mai 2024 um 10:12 Uhr⏎Von: "Desk" <desk@shop.example>⏎An: Kim Lee⏎Betreff: Ihre Bestellung
        nl|Hij is er, bedankt.|Van: Desk⏎Verzonden: vrijdag 3 mei 2024 10:12⏎Aan: Kim Lee⏎Onderwerp: Uw bestelling
        fr|Elle est là, merci.|De : Desk⏎Envoyé : vendredi 3 mai 2024 10:12⏎À : Kim Lee⏎Objet : Votre commande
        es|Ya llegó, gracias.|De: Desk⏎Enviado el: viernes, 3 de mayo de 2024 10:12⏎Para: Kim Lee⏎Asunto: Su pedido
        ca|Ja és aquí.|De: Desk⏎Enviat el: divendres, 3 de maig de 2024 10:12⏎Per a: Kim Lee⏎Assumpte: La comanda
        pt|Já chegou, obrigado.|De: Desk⏎Enviada em: sexta-feira, 3 de maio de 2024 10:12⏎Para: Kim Lee⏎Assunto: O pedido
        it|È arrivato.|Da: Desk⏎Inviato: venerdì 3 maggio 2024 10:12⏎A: Kim Lee⏎Oggetto: Il suo ordine
        ro|A ajuns, mersi.|De la: Desk⏎Trimis: vineri, 3 mai 2024 10:12⏎Către: Kim Lee⏎Subiect: Comanda
        pl|Przyszła.|Od: Desk⏎Wysłano: piątek, 3 maja 2024 10:12⏎Do: Kim Lee⏎Temat: Zamówienie
        cs|Dorazila.|Od: Desk⏎Odesláno: pátek 3. května 2024 10:12⏎Komu: Kim Lee⏎Předmět: Objednávka
        sk|Prišla.|Od: Desk⏎Odoslané: piatok 3. mája 2024 10:12⏎Komu: Kim Lee⏎Predmet: Objednávka
        hu|Megjött, köszi.|Feladó: Desk⏎Elküldve: 2024. május 3., péntek 10:12⏎Címzett: Kim Lee⏎Tárgy: A rendelés
        sl|Prispelo je.|Od: Desk⏎Poslano: petek, 03. maj 2024 10:12⏎Za: Kim Lee⏎Zadeva: Naročilo
        hr|Stiglo je.|Šalje: Desk⏎Poslano: petak, 3. svibnja 2024. 10:12⏎Prima: Kim Lee⏎Predmet: Narudžba
        bg|Пристигна.|От: Desk⏎Изпратено: петък, 3 май 2024 г. 10:12⏎До: Kim Lee⏎Относно: Поръчката
        ru|Пришло, спасибо.|От: Desk⏎Отправлено: 3 мая 2024 г. 10:12⏎Кому: Kim Lee⏎Тема: Ваш заказ
        uk|Надійшло, дякую.|Від: Desk⏎Надіслано: 3 травня 2024 р. 10:12⏎Кому: Kim Lee⏎Тема: Замовлення
        el|Έφτασε.|Από: Desk⏎Στάλθηκε: Παρασκευή, 3 Μαΐου 2024 10:12⏎Προς: Kim Lee⏎Θέμα: Η παραγγελία
        tr|Geldi, sağ olun.|Kimden: Desk⏎Gönderildi: 3 Mayıs 2024 Cuma 10:12⏎Kime: Kim Lee⏎Konu: Siparişiniz
        ar|وصلت، شكرا.|من: Desk⏎تم الإرسال: الجمعة، 3 مايو 2024 10:12⏎إلى: Kim Lee⏎الموضوع: طلبك
        fa|رسید.|از: Desk⏎ارسال شده: جمعه, 3 مه 2024 10:12⏎به: Kim Lee⏎موضوع: سفارش
        he|הגיע, תודה.|מאת: Desk⏎נשלח: יום שישי 3 מאי 2024 10:12⏎אל: Kim Lee⏎נושא: ההזמנה
        zh|收到了，谢谢。|发件人: Desk⏎发送时间: 2024年5月3日 10:12⏎收件人: Kim Lee⏎主题: 订单
        zh|收到了，謝謝。|寄件者： Desk⏎寄件日期： 2024年5月3日 上午 10:12⏎收件者： Kim Lee⏎主旨： 訂單
        ja|届きました。|差出人: Desk⏎送信日時: 2024年5月3日 10:12⏎宛先: Kim Lee⏎件名: ご注文
        ko|잘 받았어요.|보낸 사람: Desk⏎보낸 날짜: 2024년 5월 3일 금요일 오전 10:12⏎받는 사람: Kim Lee⏎제목: 주문
        vi|Đã nhận được.|Từ: Desk⏎Đã gửi: Thứ Sáu, 3 tháng 5, 2024 10:12⏎Đến: Kim Lee⏎Chủ đề: Đơn hàng
        th|ได้รับแล้ว|จาก: Desk⏎ส่ง: 3 พฤษภาคม 2567 10:12⏎ถึง: Kim Lee⏎เรื่อง: คำสั่งซื้อ
        id|Sudah sampai.|Dari: Desk⏎Dikirim: 03 Mei 2024 10:12⏎Kepada: Kim Lee⏎Perihal: Pesanan
        et|Tuli kohale.|Saatja: Desk⏎Saadetud: reede, 3. mai 2024 10:12⏎Adressaat: Kim Lee⏎Teema: Tellimus
        """)
    void a_thread_below_header_lines_is_told(String language, String answer, String header) {
        String block = header.replace("⏎", "\n");
        expect(answer + "\n\n" + block + "\n\n" + THREAD, answer, Rule.HEADER_BLOCK);
        expect(answer + "\n\n________________________________\n" + block + "\n\n" + THREAD, answer, Rule.HEADER_BLOCK);
        expect(answer + "\r\n\r\n" + block.replace("\n", "\r\n\r\n") + "\r\n\r\n" + THREAD, answer, Rule.HEADER_BLOCK);
        String boxed = "<p>" + answer + "</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;"
                + "padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>"
                + block.replace("<", "&lt;").replace("*", "").replace("\n", "<br>") + "</p></div></div><p>" + THREAD
                + "</p>";
        assertThat(ReplySplitter.ofHtml(boxed, "").visible())
                .as(language + " as HTML")
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en|It came, thank you.|Sent from my iPhone
        en|It came, thank you.|Get Outlook for Android<https://aka.ms/AAb9ysg>
        en|It came, thank you.|Sent from my Android device with K-9 Mail. Please excuse my brevity.
        en|It came, thank you.|Sent with Proton Mail secure email.
        en|It came, thank you.|Sent from Yahoo Mail on Android
        nb|Den kom fram, takk.|Sendt fra min iPhone
        nb|Den kom fram, takk.|Få Outlook for iOS
        nn|Ho kom fram, takk.|Sendt frå min iPad
        sv|Den kom fram, tack.|Skickat från min iPhone
        sv|Den kom fram, tack.|Hämta Outlook för iOS
        da|Den kom frem, tak.|Sendt fra min iPhone
        da|Den kom frem, tak.|Hent Outlook til Android
        fi|Se tuli perille.|Lähetetty iPhonesta
        fi|Se tuli perille.|Hanki Outlook for iOS
        de|Sie ist da, danke.|Von meinem iPhone gesendet
        de|Sie ist da, danke.|Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.
        de|Sie ist da, danke.|Gesendet mit der GMX Mail App
        nl|Hij is er, bedankt.|Verstuurd vanaf mijn iPhone
        fr|Elle est là, merci.|Envoyé de mon iPhone
        fr|Elle est là, merci.|Télécharger Outlook pour iOS
        es|Ya llegó, gracias.|Enviado desde mi iPhone
        es|Ya llegó, gracias.|Obtener Outlook para Android
        pt|Já chegou, obrigado.|Enviado do meu iPhone
        it|È arrivato.|Inviato da iPhone
        ro|A ajuns, mersi.|Trimis de pe iPhone-ul meu
        pl|Przyszła.|Wysłane z iPhone'a
        cs|Dorazila.|Odesláno z iPhonu
        sk|Prišla.|Odoslané z iPhonu
        hu|Megjött, köszi.|Az iPhone-omról küldve
        hu|Megjött, köszi.|Elküldve Samsung Galaxy okostelefonról.
        bg|Пристигна.|Изпратено от моя iPhone
        ru|Пришло, спасибо.|Отправлено с iPhone
        ru|Пришло, спасибо.|Отправлено из мобильной Почты Mail
        uk|Надійшло, дякую.|Надіслано з iPhone
        el|Έφτασε.|Στάλθηκε από το iPhone μου
        tr|Geldi, sağ olun.|iPhone'umdan gönderildi
        ar|وصلت، شكرا.|أُرسلت من الـ iPhone
        he|הגיע, תודה.|נשלח מה-iPhone שלי
        zh|收到了，谢谢。|发自我的 iPhone
        zh|收到了，謝謝。|從我的 iPhone 傳送
        ja|届きました。|iPhoneから送信
        ko|잘 받았어요.|나의 iPhone에서 보냄
        vi|Đã nhận được.|Đã gửi từ iPhone của tôi
        th|ได้รับแล้ว|ส่งจาก iPhone ของฉัน
        id|Sudah sampai.|Dikirim dari iPhone saya
        """)
    void the_line_of_a_phone_is_a_signature(String language, String answer, String device) {
        SplitReply reply = expect(answer + "\n\n" + device + "\n", answer, Rule.DEVICE_LINE);
        assertThat(reply.text(Kind.SIGNATURE)).as(language).isEqualTo(device + "\n");
        String thread = "\n\nOn Fri, May 3, 2024 at 10:12 AM Desk <desk@shop.example> wrote:\n\n> "
                + THREAD.replace("\n", "\n> ");
        expect(answer + "\n\n" + device + thread, answer, Rule.DEVICE_LINE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en|-----Original Message-----
        nb|-------- Opprinnelig melding --------
        sv|-------- Originalmeddelande --------
        da|-------- Oprindelig besked --------
        fi|-------- Alkuperäinen viesti --------
        de|-------- Ursprüngliche Nachricht --------
        nl|-------- Oorspronkelijk bericht --------
        fr|-------- Message d’origine --------
        es|-------- Mensaje original --------
        pt|-------- Mensagem original --------
        it|-------- Messaggio originale --------
        ro|-------- Mesaj original --------
        pl|-------- Oryginalna wiadomość --------
        cs|---------- Původní e-mail ----------
        sk|-------- Pôvodná správa --------
        hu|-------- Eredeti üzenet --------
        ru|-------- Исходное сообщение --------
        uk|-------- Вихідне повідомлення --------
        el|-------- Αρχικό μήνυμα --------
        tr|-------- Orijinal mesaj --------
        ar|-------- الرسالة الأصلية --------
        he|-------- הודעה מקורית --------
        zh|------------------ 原始邮件 ------------------
        ja|-------- 元のメッセージ --------
        ko|--------- 원본 메일 ---------
        vi|-------- Thư gốc --------
        xx|-------- Ynfyd aw zyp --------⏎Gwyr: Desk⏎Ddyd: desk@shop.example⏎Pwnc: Archeb
        """)
    void what_follows_a_separator_is_the_thread(String language, String separator) {
        expect("Yes.\n\n" + separator.replace("⏎", "\n") + "\n\n" + THREAD, "Yes.", Rule.SEPARATOR);
        assertThat(language).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ---------- Forwarded message ---------
        Begin forwarded message:
        -------- Forwarded Message --------
        ---------- Videresendt melding ---------
        Start på videresendt melding:
        ---------- Vidarebefordrat brev ---------
        ---------- Välitetty viesti ---------
        Anfang der weitergeleiteten Nachricht:
        -------- Weitergeleitete Nachricht --------
        ---------- Doorgestuurd bericht ---------
        Début du message transféré :
        ---------- Mensaje reenviado ---------
        ---------- Mensagem encaminhada ---------
        Inizio messaggio inoltrato:
        ---------- Přeposlaná zpráva ---------
        ---------- Továbbított üzenet ---------
        ---------- Пересылаемое сообщение --------
        Начало переадресованного сообщения:
        ---------- Yönlendirilmiş ileti ---------
        ---------- הודעה מועברת ---------
        ---------- 转发的邮件 ----------
        ---------- 전달된 메시지 ---------
        """)
    void what_is_passed_on_is_kept_apart_and_shown(String separator) {
        String forwarded = separator + "\nFrom: Kim <kim@lee.example>\nSubject: Parcel\n\n" + THREAD;
        SplitReply reply = ReplySplitter.ofText("Please see to this.\n\n" + forwarded, "");
        assertThat(reply.text(Kind.FORWARDED)).isEqualTo(forwarded);
        assertThat(reply.visible()).isEqualTo("Please see to this.\n\n" + forwarded);
    }

    private static SplitReply expect(String text, String visible, Rule rule) {
        SplitReply reply = ReplySplitter.ofText(text, "");
        assertThat(reply.text()).isEqualTo(text);
        assertThat(reply.visible()).as(text).isEqualTo(visible);
        assertThat(reply.pieces())
                .as(text)
                .anySatisfy(piece -> assertThat(piece.rule()).contains(rule));
        return reply;
    }
}
