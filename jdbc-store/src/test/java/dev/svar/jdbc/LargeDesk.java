package dev.svar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svar.contact.TenantId;
import dev.svar.store.CommitResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A tenant on PostgreSQL with any number of tickets, nine in ten of them closed, made by the server from one that was stored in
 * the usual way. The words of its texts are as common as words are (Zipf), but for one that is everywhere and one that is in one
 * text only. All that belongs to a ticket n has the id n; what comes less often has every tenth or hundredth id.
 */
record LargeDesk(String prefix, int tickets, Story story) {
    static final TenantId TENANT = new TenantId("large");

    /** Foreign keys are not checked, since all are right. */
    private static final String FILL = """
            SET LOCAL session_replication_role = replica;
            CREATE FUNCTION ${p}id(n INTEGER) RETURNS UUID IMMUTABLE LANGUAGE SQL
                AS 'SELECT CAST(lpad(to_hex(n), 32, ''0'') AS UUID)';
            CREATE FUNCTION ${p}digest(n INTEGER) RETURNS TEXT IMMUTABLE LANGUAGE SQL
                AS 'SELECT md5(CAST(n AS TEXT)) || md5(CAST(-n AS TEXT))';

            INSERT INTO ${p}ticket SELECT t.tenant, ${p}id(n), n + 1, t.version,
                CASE n % 20 WHEN 0 THEN 'NEW' WHEN 1 THEN 'OPEN' WHEN 2 THEN 'PENDING_CUSTOMER' ELSE 'CLOSED' END,
                t.status_label, (ARRAY['URGENT', 'HIGH', 'NORMAL', 'LOW'])[n / 20 % 4 + 1], n / 20 % 4,
                ${p}id(n / 4 * 4), ${p}id(n / 100 * 100), CASE WHEN n % 3 > 0 THEN 'agent' || n % 50 END,
                CASE WHEN n % 7 > 0 THEN 'team' || n % 10 END, NULL, n % 100 = 99, FALSE,
                ${now} + (n - ${n} / 2) * 1000000::bigint, ${now} + (n - ${n} / 2) * 1000000::bigint,
                CASE WHEN n % 20 < 2 AND n % 40 < 20 THEN ${now} + (n - ${n} / 2) * 1000000::bigint END, t.state
                FROM ${p}ticket t, generate_series(1, ${n}) n WHERE t.id = '${id}';
            INSERT INTO ${p}event SELECT e.tenant, ${p}id(n), e.sequence, e.happened_at, e.type, e.body
                FROM ${p}event e, generate_series(1, ${n}) n WHERE e.ticket = '${id}';
            INSERT INTO ${p}message SELECT m.tenant, ${p}id(n), m.sequence, ${p}id(n), m.role, m.author, m.written_at,
                m.message_id, m.visible_text, m.full_text, m.html, m.attachments
                FROM ${p}message m, generate_series(1, ${n}) n WHERE m.ticket = '${id}';
            INSERT INTO ${p}text SELECT x.tenant, ${p}id(n), x.sequence, x.scope,
                array_to_tsvector(ARRAY['${mark}betalt', '${mark}w' || n] || (SELECT array_agg(DISTINCT
                    '${mark}' || chr(97 + m) || floor(power(3000, random()))) FROM generate_series(1, 12) m WHERE n > 0))
                FROM ${p}text x, generate_series(1, ${n}) n WHERE x.ticket = '${id}' AND x.sequence = 2;
            INSERT INTO ${p}term SELECT 'large', CASE WHEN n % 10000 = 0 THEN 't/rare' ELSE 't/common' END, ${p}id(n)
                FROM generate_series(10, ${n}, 10) n;
            INSERT INTO ${p}mail_thread SELECT 'large', ${p}digest(n), ${p}id(n) FROM generate_series(1, ${n}) n;
            INSERT INTO ${p}contact SELECT c.tenant, ${p}id(n), c.version, c.state
                FROM ${p}contact c, generate_series(4, ${n}, 4) n WHERE c.id = '${contact}';
            INSERT INTO ${p}contact_address SELECT 'large', 'mail', 'k' || n || '@kunde.example', ${p}id(n)
                FROM generate_series(4, ${n}, 4) n;
            INSERT INTO ${p}organization SELECT o.tenant, ${p}id(n), o.version, 'k' || n, o.state
                FROM ${p}organization o, generate_series(10, ${n}, 10) n WHERE o.id = '${organization}';
            INSERT INTO ${p}macro SELECT 'large', ${p}id(n), 1, 'some', 's' || n, 's' || n, '{}'
                FROM generate_series(10, ${n}, 10) n;
            INSERT INTO ${p}organization_domain SELECT 'large', 'k' || n || '.example', ${p}id(n)
                FROM generate_series(10, ${n}, 10) n;
            INSERT INTO ${p}receipt SELECT r.tenant, ${p}digest(n), r.channel, r.mailbox, CAST(n AS TEXT),
                ${now} + (n - ${n} / 2) * 1000000::bigint, r.disposition, r.reason, ${p}id(n), ${p}id(n), r.raw_digest, r.raw_size
                FROM ${p}receipt r, generate_series(1, ${n}) n WHERE r.ticket = '${id}';
            INSERT INTO ${p}content SELECT 'large', ${p}digest(n), 0, 1, '\\x61' FROM generate_series(1, ${n}) n;
            INSERT INTO ${p}delivery SELECT d.tenant, ${p}id(n), ${p}id(n), NULL, d.kind, d.reason, ${p}digest(n),
                d.message, d.state, d.attempts, d.code, d.detail, NULL, NULL, NULL, NULL, d.planned_at, d.updated_at
                FROM ${p}delivery d, generate_series(1, ${n}) n WHERE d.ticket = '${id}';
            INSERT INTO ${p}work SELECT 'large', 'wake/' || ${p}id(n), 'tickets', due, due, 0, 0
                FROM generate_series(1, ${n}) n, LATERAL (SELECT ${now} + (n - ${n} / 20) * 1000000::bigint AS due) d;
            INSERT INTO ${p}work SELECT 'large', 'hand-over/' || ${p}id(n) || '/mail', 'hand-over/mail', ${now}, ${now}, 0, 0
                FROM generate_series(10, ${n}, 10) n;
            INSERT INTO ${p}dead_work SELECT 'large', 'tell/' || ${p}id(n) || '/mirror', ${now}, ${now} + n, 12, 'broken'
                FROM generate_series(10, ${n}, 10) n;
            INSERT INTO ${p}cursor SELECT 'large', 'mirror', ${p}id(n), 2 FROM generate_series(1, ${n}) n;
            INSERT INTO ${p}tally SELECT 'large', 'category/' || n % 50, 400000 + n / 50, 1
                FROM generate_series(1, ${n}) n;
            """;

    static LargeDesk on(DataSource postgres, int tickets) throws SQLException {
        String prefix = Databases.newPrefix();
        Schema.of(Dialect.POSTGRESQL, prefix).apply(postgres);
        Story story = new Story(TENANT, 1);
        JdbcStore store = JdbcStore.builder(postgres).tablePrefix(prefix).build();
        assertThat(store.commit(story.opening())).isEqualTo(CommitResult.COMMITTED);
        LargeDesk desk = new LargeDesk(prefix, tickets, story);
        desk.fill(postgres);
        return desk;
    }

    private void fill(DataSource postgres) throws SQLException {
        String sql = FILL.replace("${p}", prefix)
                .replace("${n}", Integer.toString(tickets))
                .replace("${now}", Long.toString(Micros.of(Story.NOW)))
                .replace("${id}", story.ticket.toString())
                .replace("${contact}", story.kari.id().toString())
                .replace("${organization}", story.club.id().toString())
                .replace("${mark}", TenantMark.of(TENANT).before(""));
        try (Connection connection = postgres.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }

    UUID id(int n) {
        return UUID.fromString(String.format(Locale.ROOT, "00000000-0000-0000-0000-%012x", n));
    }
}
