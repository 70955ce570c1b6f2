package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.announcement.IncidentState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrendAlarmTest {
    private final Shown shown = Shown.by(TrendAlarm::run);

    @Test
    void many_who_cannot_pay_are_one_alarm_and_one_incident_and_weeks_of_the_usual_are_none() {
        assertThat(shown.lines().get(0)).isEqualTo("Alarms in six weeks: 0");
        assertThat(shown.lines())
                .filteredOn(line -> line.contains("category/payment"))
                .hasSize(1);
        assertThat(shown.lines()).endsWith("Open incidents: 1");
        assertThat(shown.desk().incidents().list(IncidentState.OPEN, Optional.empty(), 10))
                .hasSize(1);
    }
}
