package dev.svar.insight;

/** Port: told of trends, for example to open an incident. */
@FunctionalInterface
public interface TrendListener {
    /**
     * Takes notice of an alarm. Of all nodes one is told, once; only if that one throws or dies meanwhile the same alarm comes
     * again after {@link DeskTrends#LEASE}, there or elsewhere.
     *
     * @param alarm the alarm
     */
    void alarmed(TrendAlarm alarm);
}
