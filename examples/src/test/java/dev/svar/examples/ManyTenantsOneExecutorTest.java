package dev.svar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ManyTenantsOneExecutorTest {
    @Test
    void each_tenant_sends_all_its_mails_once() {
        assertThat(Shown.by(ManyTenantsOneExecutor::run).lines())
                .containsExactly(
                        "Mails of the books, who have many: 300",
                        "Mails of the music, who did not wait for them: 1",
                        "Mails of the games, who joined later: 1");
    }
}
