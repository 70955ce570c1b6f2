package dev.svar.benchmarks;

import dev.svar.DueDriver;
import dev.svar.HelpDesk;
import dev.svar.contact.Channel;
import dev.svar.message.OutboundMessage;
import dev.svar.message.SendOutcome;
import dev.svar.message.Transport;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How long it takes from the start of a driver until the first message leaves. */
final class FirstFiring {
    private FirstFiring() {}

    static void measure(SpeedDatabase database, int starts, int due, int pending) throws Exception {
        SvarDue deliveries = SvarDue.deliveries(database);
        deliveries.prepare(due, pending);
        double[] millis = new double[starts];
        for (int i = 0; i < starts; i++) {
            millis[i] = once(deliveries);
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "first message after the start of a driver: %.0f ms, at most %.0f ms%n",
                millis[starts / 2],
                millis[starts - 1]);
    }

    private static double once(SvarDue deliveries) throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        HelpDesk desk = deliveries.deskWith(new Transport() {
            @Override
            public Channel channel() {
                return Channel.MAIL;
            }

            @Override
            public SendOutcome send(OutboundMessage message) {
                sent.countDown();
                return new SendOutcome.Accepted("");
            }
        });
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
        long begun = System.nanoTime();
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        DueDriver.Builder builder = DueDriver.builder(executor, (failing, error, pause) -> {
            failed.set(error);
            sent.countDown();
        });
        try (DueDriver driver = builder.desk(desk).start()) {
            sent.await();
            if (failed.get() != null) {
                throw new IllegalStateException("nothing was sent", failed.get());
            }
            return (System.nanoTime() - begun) / 1e6;
        } finally {
            executor.shutdown();
        }
    }
}
