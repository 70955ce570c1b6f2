package dev.svar.sla;

import java.time.Duration;

/** When agents are warned: at a share of the time allowed, or so much business time before the end. */
record SlaWarning(int percent, Duration before) {
    static SlaWarning at(int percent) {
        return new SlaWarning(percent, Duration.ZERO);
    }

    static SlaWarning before(Duration end) {
        return new SlaWarning(100, end);
    }

    /** How much has been counted by then; nothing if the promise is shorter than the time before its end. */
    Duration after(Duration allowed) {
        Duration time = Shares.percent(allowed, percent).minus(before);
        return time.isNegative() ? Duration.ZERO : time;
    }
}
