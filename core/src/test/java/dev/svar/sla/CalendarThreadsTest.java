package dev.svar.sla;

import static dev.svar.sla.Times.OSLO;
import static dev.svar.sla.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CalendarThreadsTest {
    private static final int THREADS = 16;
    private static final int QUESTIONS = 400;

    @Test
    void threads_that_widen_a_calendar_at_once_all_get_the_answers_of_one_alone() throws Exception {
        BusinessCalendar shared = calendar();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Object>>> answers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread;
                answers.add(executor.submit(() -> {
                    start.await();
                    return answers(shared, seed);
                }));
            }
            for (int thread = 0; thread < THREADS; thread++) {
                assertThat(answers.get(thread).get()).isEqualTo(answers(calendar(), thread));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** Holidays of rules and a second office, so that all that is worked out late is worked out by many at once. */
    private static BusinessCalendar calendar() {
        return BusinessCalendar.standard(OSLO).toBuilder()
                .holidays(Holidays.easter(1, "Easter Monday"))
                .orWhenOpen("Tokyo", BusinessCalendar.standard(ZoneId.of("Asia/Tokyo")))
                .build();
    }

    private static List<Object> answers(BusinessCalendar calendar, int seed) {
        Random random = new Random(seed);
        List<Object> answers = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            Instant from = at("2026-01-01T00:00Z").plusSeconds(random.nextInt(400_000_000) - 200_000_000L);
            Duration work = Duration.ofSeconds(random.nextInt(1 << random.nextInt(1, 26)));
            Instant end = calendar.plus(from, work);
            answers.add(end);
            answers.add(calendar.between(from, end));
            answers.add(calendar.nextOpen(end));
            answers.add(calendar.nextClose(end));
        }
        return answers;
    }
}
