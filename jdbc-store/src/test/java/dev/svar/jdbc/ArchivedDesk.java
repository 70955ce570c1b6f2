package dev.svar.jdbc;

import dev.svar.announcement.Incident;
import dev.svar.announcement.IncidentId;
import dev.svar.announcement.IncidentMatch;
import dev.svar.announcement.IncidentState;
import dev.svar.announcement.Mailing;
import dev.svar.announcement.Wording;
import dev.svar.contact.Address;
import dev.svar.contact.AgentId;
import dev.svar.contact.Channel;
import dev.svar.contact.TenantId;
import dev.svar.delivery.ChannelPreferences;
import dev.svar.delivery.MailingId;
import dev.svar.delivery.NotificationPreferences;
import dev.svar.delivery.NotifiedPerson;
import dev.svar.delivery.SuppressionPolicy;
import dev.svar.error.SvarException;
import dev.svar.knowledge.Article;
import dev.svar.knowledge.ArticleCount;
import dev.svar.knowledge.ArticleCredit;
import dev.svar.knowledge.Phrasings;
import dev.svar.sla.QuietHours;
import dev.svar.store.ArticleChange;
import dev.svar.store.BlobStore;
import dev.svar.store.Changes;
import dev.svar.store.Claim;
import dev.svar.store.IncidentChange;
import dev.svar.store.MailingChange;
import dev.svar.store.OrganizationChange;
import dev.svar.store.PhrasingsChange;
import dev.svar.store.PreferencesChange;
import dev.svar.store.SuggestionChange;
import dev.svar.store.SuppressionChange;
import dev.svar.store.Tally;
import dev.svar.store.Work;
import dev.svar.store.WorkKey;
import dev.svar.store.WorkLane;
import dev.svar.store.WorkResult;
import dev.svar.testkit.ManualTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** A desk in tables of its own, and what it is exported to and imported from. */
final class ArchivedDesk {
    static final Instant NOW = Instant.parse("2026-12-24T15:00:00Z");
    static final long SEED = 20261224;
    static final int LINES_PER_CHECKPOINT = 50;

    /** Listeners: what one was to be told is tried again, what the other was to be told is dead. */
    static final String TRIED = "tried";

    static final String DEAD = "dead";
    static final Duration LEASE = Duration.ofMinutes(5);

    final DataSource source;
    final String prefix;
    final JdbcStore store;

    private final Optional<BlobStore> blobs;

    private ArchivedDesk(DataSource source, String prefix, Optional<BlobStore> blobs) {
        this.source = source;
        this.prefix = prefix;
        this.blobs = blobs;
        JdbcStore.Builder builder = JdbcStore.builder(source).tablePrefix(prefix);
        blobs.ifPresent(builder::blobs);
        this.store = builder.build();
    }

    static ArchivedDesk empty(DataSource source) {
        return empty(source, Optional.empty());
    }

    static ArchivedDesk empty(DataSource source, BlobStore blobs) {
        return empty(source, Optional.of(blobs));
    }

    private static ArchivedDesk empty(DataSource source, Optional<BlobStore> blobs) {
        String prefix = Databases.newPrefix();
        Schema.of(Dialect.of(source), prefix).apply(source);
        return new ArchivedDesk(source, prefix, blobs);
    }

    /** A desk that lived for a while, with something in every table. */
    ArchivedDesk lived(RandomLife life, ManualTime time, int steps) {
        ModelDesk desk = new ModelDesk(store, time);
        for (int i = 0; i < steps; i++) {
            RandomLife.Deed deed = life.next();
            try {
                life.learn(deed.on(desk));
            } catch (SvarException e) {
                life.learn("Exception: " + e.getMessage());
            }
        }
        Story story = new Story(TenantId.DEFAULT, store.nextNumber(TenantId.DEFAULT));
        store.commit(story.opening());
        Incident incident = new Incident(
                new IncidentId(UUID.randomUUID()),
                TenantId.DEFAULT,
                1,
                IncidentMatch.category("payment"),
                Channel.MAIL,
                List.of(new Wording(Locale.ENGLISH, "Down «å»", "We are at it.")),
                Optional.empty(),
                IncidentState.OPEN,
                Story.NOW,
                Story.NOW);
        Mailing mailing =
                Mailing.draft(new MailingId(UUID.randomUUID()), TenantId.DEFAULT, incident.tell("news"), Story.NOW);
        store.commit(Changes.builder(TenantId.DEFAULT)
                .incident(new IncidentChange(0, incident))
                .mailing(new MailingChange(0, mailing))
                .organization(new OrganizationChange(0, story.organization("Klubb å", "å.example")))
                .preferences(new PreferencesChange(
                        NotificationPreferences.none(NotifiedPerson.of(new AgentId("Åse «1»")))
                                .in(ZoneId.of("Europe/Oslo"))
                                .with(
                                        Channel.MAIL,
                                        new ChannelPreferences(Set.of("assigned"), Optional.of(QuietHours.STANDARD)))
                                .next()))
                .suppression(SuppressionChange.to(SuppressionPolicy.standard()
                        .manual(
                                Optional.empty(),
                                TenantId.DEFAULT,
                                Address.mail("kåre@å.example"),
                                "ville ikke ha «mer»",
                                Story.NOW)))
                .content(Story.content("bytes ".repeat(400_000)))
                .content(Story.content(""))
                .schedule(new Work(new WorkKey.Tell(TRIED, story.ticket), Story.NOW))
                .schedule(new Work(new WorkKey.Tell(DEAD, story.ticket), Story.NOW))
                .build());
        store.commit(Changes.builder(TenantId.DEFAULT)
                .workResult(new WorkResult.Retry(claim(TRIED), Story.NOW.plusSeconds(60)))
                .workResult(new WorkResult.Died(claim(DEAD), Story.NOW.plusSeconds(1), "«hvorfor»\u0000"))
                .build());
        store.nextTurn(TenantId.DEFAULT, "front");
        store.commit(Changes.builder(TenantId.DEFAULT)
                .tally(new Tally("category/Å betale «1»", 490_000, 3))
                .tally(new Tally("category/Å betale «1»", 489_999, -1))
                .build());
        learned(story);
        return this;
    }

    /** An article of two versions, how it is asked for, what was counted, and a question that it was suggested for. */
    private void learned(Story story) {
        Article first = story.article();
        Phrasings phrasings = Phrasings.none(first.id())
                .learned(Locale.ENGLISH, "card «declined»", Optional.of(story.kari.id()), Story.NOW);
        store.commit(Changes.builder(TenantId.DEFAULT)
                .article(ArticleChange.put(0, first))
                .suggestion(new SuggestionChange(0, story.suggestion(first.id())))
                .build());
        store.commit(Changes.builder(TenantId.DEFAULT)
                .article(ArticleChange.put(1, Story.published(first)))
                .phrasings(new PhrasingsChange(0, phrasings))
                .build());
        store.commit(Changes.builder(TenantId.DEFAULT)
                .credit(first.id(), new ArticleCredit(500, 700))
                .build());
        store.countArticle(TenantId.DEFAULT, first.id(), ArticleCount.VIEW);
    }

    void opened(Story story) {
        store.nextNumber(story.tenant);
        store.commit(story.opening());
    }

    Claim claim(String listener) {
        return store.claim(TenantId.DEFAULT, WorkLane.tell(listener), NOW, LEASE, 1)
                .get(0);
    }

    static ArchivedDesk lived(DataSource source) {
        ManualTime time = ManualTime.at("2026-12-01T09:00:00Z");
        return empty(source).lived(new RandomLife(new Random(SEED), time), time, 700);
    }

    DeskArchive archive() {
        return archive(source);
    }

    DeskArchive archive(DataSource through) {
        DeskArchive.Builder builder =
                DeskArchive.builder(through).tablePrefix(prefix).linesPerCheckpoint(LINES_PER_CHECKPOINT);
        blobs.ifPresent(builder::blobs);
        return builder.build();
    }

    byte[] exported() {
        return exported(TenantId.DEFAULT);
    }

    byte[] exported(TenantId tenant) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive().exportDesk(tenant, NOW, out);
        return out.toByteArray();
    }

    ArchiveSummary imports(byte[] archive) {
        return archive().importDesk(in(archive));
    }

    static InputStream in(byte[] archive) {
        return new ByteArrayInputStream(archive);
    }

    static List<String> lines(byte[] archive) {
        return new String(archive, StandardCharsets.UTF_8).lines().toList();
    }

    /** The names of all tables without the prefix. */
    TreeSet<String> tables() throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            try (ResultSet found = about.getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                    if (name.startsWith(prefix)) {
                        names.add(name.substring(prefix.length()));
                    }
                }
            }
        }
        return names;
    }

    /** All rows of a table, each column by its name, in one order for all databases. */
    List<String> rows(String table, List<String> without) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("SELECT * FROM " + prefix + table)) {
            ResultSetMetaData about = results.getMetaData();
            while (results.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    String column = about.getColumnName(i).toLowerCase(Locale.ROOT);
                    if (!without.contains(column)) {
                        row.put(column, column.equals("bytes") ? hex(results.getBytes(i)) : text(results, i));
                    }
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Drivers write truth differently. */
    private static String text(ResultSet results, int column) throws SQLException {
        Object value = results.getObject(column);
        return value instanceof Boolean flag ? flag.toString() : Objects.toString(results.getString(column));
    }
}
