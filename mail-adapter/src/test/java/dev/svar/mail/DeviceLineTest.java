package dev.svar.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of phones and programs, and what people write that looks like them. */
class DeviceLineTest {
    private static final String THREAD = "\n\nOn Tue, Mar 5, 2024 at 10:12 AM Desk <desk@x.example> wrote:\n\n> old";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "发自我的华为手机",
                "发自网易邮箱大师",
                "从 Outlook for Android 获取",
                "取得 Android 版 Outlook",
                "由 iPhone 发出",
                "Sent from my phone, please excuse typos",
                "Sent from my mobile. Please excuse any typos and brevity.",
                "Von Samsung-Tablet gesendet",
                "Von Yahoo Mail auf Android gesendet",
                "Verzonden vanuit Outlook voor Android",
                "نُشر من الـ iPhone الخاص بي",
                "أرسلت من الايفون",
                "발신: iPhone",
                "Galaxyから送信されました",
                "Sent from Front",
                "Sent from Hey",
                "Sent with Nine",
                "Sent from Canary (https://canarymail.io)"
            })
    void the_line_is_a_signature_above_the_thread_and_at_the_end(String line) {
        assertThat(visible("Yes.\n\n" + line + THREAD)).isEqualTo("Yes.");
        assertThat(visible("Yes.\n\n" + line)).isEqualTo("Yes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from Front to Canary on Monday",
                "Sent from Nine Elms",
                "Sent from my phone, please call me",
                "Sent from my phone, please excuse the delay and call me",
                "Von Samsung wurde das Paket nie gesendet",
                "Von Kim gesendet",
                "发自内心的感谢",
                "Verzonden vanuit Utrecht"
            })
    void what_a_person_says_stays(String line) {
        assertThat(visible("Yes.\n\n" + line + THREAD)).isEqualTo("Yes.\n\n" + line);
    }

    @Test
    void a_program_with_an_everyday_name_counts_at_the_end_alone() {
        String text = "Where do they come from?\n\nSent from Front\n\nor from the back?";
        assertThat(visible(text)).isEqualTo(text);
    }

    private static String visible(String text) {
        return ReplySplitter.ofText(text, "Re: Order").visible();
    }
}
