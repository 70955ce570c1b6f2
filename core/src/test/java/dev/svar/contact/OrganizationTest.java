package dev.svar.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OrganizationTest {
    private static Organization.Builder named(String name) {
        return Organization.builder(new OrganizationId(new UUID(1, 2)), TenantId.DEFAULT, name);
    }

    @Test
    void an_organization_is_new_and_without_domains_unless_told_otherwise() {
        Organization club = named("Løpeklubben").build();

        assertThat(club.version()).isEqualTo(1);
        assertThat(club.domains()).isEmpty();
        assertThat(club.contactPerson()).isEmpty();
        assertThat(club.toBuilder().build()).isEqualTo(club).hasSameHashCodeAs(club);
        assertThat(club.toString()).doesNotContain("Løpe");
    }

    @Test
    void two_organizations_are_equal_when_all_of_their_parts_are() {
        Organization club = named("Løpeklubben").build();

        assertThat(List.of(
                        named("Skiklubben").build(),
                        club.toBuilder().version(2).build(),
                        club.toBuilder()
                                .contactPerson(Optional.of(new ContactId(new UUID(3, 4))))
                                .build(),
                        club.toBuilder()
                                .domains(Set.of(new MailDomain("klubb.example")))
                                .build()))
                .doesNotContain(club)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_name_or_domains_beyond_their_limits_are_refused_by_name() {
        Set<MailDomain> many = IntStream.rangeClosed(0, Organization.MAX_DOMAINS)
                .mapToObj(i -> new MailDomain("d" + i + ".example"))
                .collect(Collectors.toSet());

        assertThatThrownBy(() -> named("").build()).hasMessageStartingWith("organization.name is blank");
        assertThatThrownBy(() -> named("x".repeat(201)).build()).hasMessageStartingWith("organization.name is 201");
        assertThatThrownBy(() -> named("a").domains(many).build())
                .hasMessage("organization.domains holds 51 elements, at most 50 are allowed");
        assertThatThrownBy(() -> named("a").version(0).build()).hasMessageStartingWith("organization.version is 0");
    }
}
