package dev.svar;

import dev.svar.category.LanguageDetector;
import dev.svar.contact.AgentDirectory;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.message.Transport;
import dev.svar.sla.SlaPolicy;
import dev.svar.store.DeskStore;
import dev.svar.template.TemplateCatalog;
import dev.svar.template.TemplateRenderer;
import dev.svar.ticket.TicketTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What the host has wired, checked and complete. */
record DeskSetup(
        DeskStore store,
        TenantId tenant,
        InstantSource time,
        Supplier<UUID> ids,
        String numberPrefix,
        SlaPolicy policy,
        AgentDirectory agents,
        LanguageDetector languages,
        List<Reaction> reactions,
        Map<Channel, Transport> transports,
        Optional<Mailbox> mailbox,
        TemplateCatalog templates,
        TemplateCatalog cannedResponses,
        TemplateRenderer renderer,
        Optional<TicketTokens> tokens,
        Duration tokenLifetime,
        Optional<URI> followUpLinks,
        Optional<URI> ticketLinks) {

    /** The present, cut to what every store can keep. */
    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
