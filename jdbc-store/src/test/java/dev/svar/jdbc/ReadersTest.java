package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.ContactId;
import dev.svar.contact.TenantId;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.Suppression;
import dev.svar.delivery.SuppressionPolicy;
import dev.svar.store.Changes;
import dev.svar.store.PreferencesChange;
import dev.svar.store.Readers;
import dev.svar.store.SuppressionChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Those who are told something are looked up in one round trip. */
final class ReadersTest {
    @ParameterizedTest
    @EnumSource
    void what_they_want_and_what_is_known_against_them_is_one_statement(Database database) {
        List<String> statements = new ArrayList<>();
        JdbcStore store = Databases.newStore(Databases.recording(database.source(), statements));
        TenantId tenant = TenantId.DEFAULT;
        Address mail = Address.mail("kari@kunde.example");
        Address phone = Address.phone("+4799887766");
        NotifiedPerson agent = NotifiedPerson.of(new AgentId("Åse"));
        NotificationPreferences said = NotificationPreferences.none(agent)
                .with(Channel.MAIL, ChannelPreferences.EVERYTHING.without(Set.of("assigned")))
                .next();
        Suppression against =
                SuppressionPolicy.standard().manual(Optional.empty(), tenant, phone, "nei, takk «1»", Story.NOW);
        store.commit(Changes.builder(tenant)
                .preferences(new PreferencesChange(said))
                .suppression(SuppressionChange.to(against))
                .build());
        Set<NotifiedPerson> people =
                Set.of(agent, NotifiedPerson.of(new ContactId(UUID.randomUUID())), NotifiedPerson.of(mail));
        statements.clear();

        Readers found = store.readers(tenant, people, Set.of(mail, phone));

        assertThat(statements).hasSize(1);
        assertThat(found).isEqualTo(new Readers(Map.of(agent, said), Map.of(phone, against)));
    }
}
