-- Svar, tables of version 1 for MariaDB.
--
-- Conventions: the tenant comes first in every key and index, for no query crosses tenants. Instants are BIGINT
-- microseconds since 1970-01-01T00:00Z: the same in every database, without a zone that a session could change, and
-- exact. In text, U+0010 escapes what a database cannot hold: it is followed by the four hexadecimal digits of U+0000,
-- of a surrogate without its other half, or of U+0010 itself. A digest is a SHA-256 in hexadecimal: it stands for a text
-- that is too long for an index.
-- Ids are BINARY(16), the most significant byte first, so that ids that rise with time are neighbors.
-- Every table has its own character set, whatever that of the database is, with a collation that compares the code points
-- and nothing else: neither case, accents nor spaces at the end are passed over. The 3072 bytes of an index count four for
-- each character, and an escaped character becomes five: tenants and addresses are VARBINARY, the UTF-8 of the text, which
-- compares in the same way, and texts of ASCII alone are declared so.
-- A definition cannot be undone: each table comes with all its indexes in one statement, what is there is passed over, and
-- the version comes last. So all of this can be run again after it was interrupted.

-- Which versions of the tables were applied.
CREATE TABLE IF NOT EXISTS ${prefix}schema (
    version INTEGER NOT NULL,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT ${prefix}schema_pk PRIMARY KEY (version)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The last ticket number that was given out.
CREATE TABLE IF NOT EXISTS ${prefix}number (
    tenant VARBINARY(320) NOT NULL,
    last_number BIGINT NOT NULL,
    CONSTRAINT ${prefix}number_pk PRIMARY KEY (tenant)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Tickets as they stand. The JSON is what is read; the columns beside it are for queries and reports. The place of
-- the priority is 0 for the most urgent one; next_due is the earliest deadline of the clocks that run, also a missed one.
-- Primary key: a ticket by its id; a commit, which updates it only at its expected version.
-- ticket_by_number: a ticket by its number; all tickets, page by page; no number twice.
-- ticket_by_category, ticket_by_due, ticket_by_update, ticket_by_opening, ticket_by_priority: tickets in some of the status
-- categories, page by page: one short range of each category, in each of the orders.
-- ticket_by_assignee, ticket_by_team: the queues of an agent, of nobody, of a team and of no team, in the order of their
-- deadlines; how much an agent has to do.
-- ticket_by_organization: the tickets of an organization, the latest first.
-- ticket_by_requester: the tickets of a person, the latest first; who looked after a person last.
CREATE TABLE IF NOT EXISTS ${prefix}ticket (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    status_category VARCHAR(20) NOT NULL,
    status_label VARCHAR(200) NOT NULL,
    priority VARCHAR(20) NOT NULL,
    priority_place SMALLINT NOT NULL,
    requester BINARY(16) NOT NULL,
    organization BINARY(16),
    assignee VARCHAR(640),
    team VARCHAR(640),
    category VARCHAR(500),
    spam BOOLEAN NOT NULL,
    snoozed BOOLEAN NOT NULL,
    opened_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    next_due BIGINT,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}ticket_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}ticket_by_number UNIQUE (tenant, number),
    INDEX ${prefix}ticket_by_category (tenant, status_category, number),
    INDEX ${prefix}ticket_by_due (tenant, status_category, next_due, number),
    INDEX ${prefix}ticket_by_update (tenant, status_category, updated_at, number),
    INDEX ${prefix}ticket_by_opening (tenant, status_category, opened_at, number),
    INDEX ${prefix}ticket_by_priority (tenant, status_category, priority_place, number),
    INDEX ${prefix}ticket_by_assignee (tenant, assignee, status_category, next_due, number),
    INDEX ${prefix}ticket_by_team (tenant, team, status_category, next_due, number),
    INDEX ${prefix}ticket_by_organization (tenant, organization, status_category, updated_at, number),
    INDEX ${prefix}ticket_by_requester (tenant, requester, updated_at, number)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- By what else tickets are found: t/ and a tag, f/ and a custom field with the digest of its value.
-- Primary key: the tickets that have a term.
-- term_by_ticket: whether a ticket has a term; its terms, when they change.
CREATE TABLE IF NOT EXISTS ${prefix}term (
    tenant VARBINARY(320) NOT NULL,
    term VARCHAR(400) NOT NULL,
    ticket BINARY(16) NOT NULL,
    CONSTRAINT ${prefix}term_pk PRIMARY KEY (tenant, term, ticket),
    INDEX ${prefix}term_by_ticket (tenant, ticket, term)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What happened to tickets: the audit trail. Rows are only added.
-- Primary key: a ticket's events, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}event (
    tenant VARBINARY(320) NOT NULL,
    ticket BINARY(16) NOT NULL,
    sequence BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    type VARCHAR(40) NOT NULL,
    body LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}event_pk PRIMARY KEY (tenant, ticket, sequence),
    CONSTRAINT ${prefix}event_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Messages of tickets. Rows are added; what a message says changes only where something is blotted out for good.
-- Primary key: a ticket's messages, page by page; its latest message of a role, from the end.
-- message_by_id: a message of a ticket by its id.
CREATE TABLE IF NOT EXISTS ${prefix}message (
    tenant VARBINARY(320) NOT NULL,
    ticket BINARY(16) NOT NULL,
    sequence BIGINT NOT NULL,
    id BINARY(16) NOT NULL,
    role VARCHAR(20) NOT NULL,
    author TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    message_id TEXT,
    visible_text LONGTEXT NOT NULL,
    full_text LONGTEXT NOT NULL,
    html LONGTEXT,
    attachments LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}message_pk PRIMARY KEY (tenant, ticket, sequence),
    CONSTRAINT ${prefix}message_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id),
    INDEX ${prefix}message_by_id (tenant, ticket, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- By which words tickets are found: those of the subject, as sequence 0, and those of what each message shows. The scope is
-- the narrowest one that holds the text. The words come from Svar as they are looked for, each after the first six digits
-- of the tenant's digest, with three letters for each one beyond ASCII.
-- Primary key: a subject that is edited, a message out of which something is blotted.
-- text_by_word: the tickets that have a word, or one with a beginning. The server must keep words of seven letters, as it
-- does unless innodb_ft_min_token_size is raised.
CREATE TABLE IF NOT EXISTS ${prefix}text (
    tenant VARBINARY(320) NOT NULL,
    ticket BINARY(16) NOT NULL,
    sequence BIGINT NOT NULL,
    scope VARCHAR(20) NOT NULL,
    words LONGTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT ${prefix}text_pk PRIMARY KEY (tenant, ticket, sequence),
    FULLTEXT INDEX ${prefix}text_by_word (words)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- To which ticket a Message-ID belongs: the first one that had it.
-- Primary key: the ticket of a mail by what the mail refers to.
CREATE TABLE IF NOT EXISTS ${prefix}mail_thread (
    tenant VARBINARY(320) NOT NULL,
    message_digest VARCHAR(64) NOT NULL,
    ticket BINARY(16) NOT NULL,
    CONSTRAINT ${prefix}mail_thread_pk PRIMARY KEY (tenant, message_digest)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Contacts as they stand. The JSON is what is read.
-- Primary key: a contact by its id; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}contact (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}contact_pk PRIMARY KEY (tenant, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Primary key: a contact by its address; no address twice.
-- address_by_contact: a contact's addresses, when they change.
CREATE TABLE IF NOT EXISTS ${prefix}contact_address (
    tenant VARBINARY(320) NOT NULL,
    channel VARCHAR(160) NOT NULL,
    address VARBINARY(1270) NOT NULL,
    contact BINARY(16) NOT NULL,
    CONSTRAINT ${prefix}contact_address_pk PRIMARY KEY (tenant, channel, address),
    CONSTRAINT ${prefix}address_of_contact FOREIGN KEY (tenant, contact) REFERENCES ${prefix}contact (tenant, id),
    INDEX ${prefix}address_by_contact (tenant, contact)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Organizations as they stand. The JSON is what is read; the place is that in the order of names.
-- Primary key: an organization by its id; a commit, which updates it only at its expected version.
-- organization_by_place: all organizations, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}organization (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    place VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}organization_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}organization_by_place UNIQUE (tenant, place)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Primary key: an organization by its domain; no domain twice.
-- domain_by_organization: an organization's domains, when they change.
CREATE TABLE IF NOT EXISTS ${prefix}organization_domain (
    tenant VARBINARY(320) NOT NULL,
    domain VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organization BINARY(16) NOT NULL,
    CONSTRAINT ${prefix}organization_domain_pk PRIMARY KEY (tenant, domain),
    CONSTRAINT ${prefix}domain_of_organization FOREIGN KEY (tenant, organization)
        REFERENCES ${prefix}organization (tenant, id),
    INDEX ${prefix}domain_by_organization (tenant, organization)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Primary key: what a person wants to be told; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}preference (
    tenant VARBINARY(320) NOT NULL,
    person VARCHAR(140) NOT NULL,
    version BIGINT NOT NULL,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}preference_pk PRIMARY KEY (tenant, person)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Macros as they stand. The JSON is what is read; the scope is the digest of its key, the place that in the order of names.
-- Primary key: a macro by its id; a commit, which changes it only at its expected version.
-- macro_by_shortcut: a macro of a scope by its shortcut, or by the beginning of it; no shortcut twice.
-- macro_by_name: the macros of a scope whose names begin alike, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}macro (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    scope VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    shortcut VARCHAR(50) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    place VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}macro_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}macro_by_shortcut UNIQUE (tenant, scope, shortcut),
    CONSTRAINT ${prefix}macro_by_name UNIQUE (tenant, scope, place)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Which messages were taken in. The digest is that of channel, mailbox and key.
-- Primary key: whether a message was taken.
-- receipt_by_time: receipts of a disposition in order of time, page by page.
-- receipt_by_message: the receipt of a ticket's message.
CREATE TABLE IF NOT EXISTS ${prefix}receipt (
    tenant VARBINARY(320) NOT NULL,
    key_digest VARCHAR(64) NOT NULL,
    channel VARCHAR(160) NOT NULL,
    mailbox VARCHAR(1270) NOT NULL,
    message_key VARCHAR(4990) NOT NULL,
    taken_at BIGINT NOT NULL,
    disposition VARCHAR(20) NOT NULL,
    reason TEXT NOT NULL,
    ticket BINARY(16),
    message BINARY(16),
    raw_digest VARCHAR(64) NOT NULL,
    raw_size BIGINT NOT NULL,
    CONSTRAINT ${prefix}receipt_pk PRIMARY KEY (tenant, key_digest),
    INDEX ${prefix}receipt_by_time (tenant, disposition, taken_at),
    INDEX ${prefix}receipt_by_message (tenant, message)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Raw messages and attachments in pieces, kept once. Bytes that are NULL are in the host's blob store.
-- Primary key: bytes by their digest, from the first piece to the last; whether some are kept.
CREATE TABLE IF NOT EXISTS ${prefix}content (
    tenant VARBINARY(320) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    place BIGINT NOT NULL,
    size BIGINT NOT NULL,
    bytes MEDIUMBLOB,
    CONSTRAINT ${prefix}content_pk PRIMARY KEY (tenant, digest, place)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The ledger: one row for each message to each recipient.
-- Primary key: a delivery by its id; a commit, which updates it only in its expected state.
-- delivery_by_ticket: a ticket's latest deliveries.
-- delivery_by_message: a delivery by its message's Message-ID, for reports that come back.
-- delivery_by_reference: a delivery by what its gateway calls its message, for reports that come back.
-- delivery_by_digest: what is held for one letter.
-- delivery_by_mailing: a mailing's deliveries in one state; how many there are in each. The state is in it for mailings only, so
-- that moving a ticket's delivery on touches no index.
CREATE TABLE IF NOT EXISTS ${prefix}delivery (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    ticket BINARY(16),
    mailing BINARY(16),
    kind VARCHAR(320) NOT NULL,
    reason LONGTEXT NOT NULL,
    message_digest VARCHAR(64) NOT NULL,
    message LONGTEXT NOT NULL,
    state VARCHAR(20) NOT NULL,
    attempts INTEGER NOT NULL,
    code LONGTEXT NOT NULL,
    detail LONGTEXT NOT NULL,
    reference VARBINARY(1000),
    resends LONGTEXT,
    digest VARBINARY(800),
    deferred_since BIGINT,
    planned_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    mailing_state VARCHAR(20) GENERATED ALWAYS AS (CASE WHEN mailing IS NULL THEN NULL ELSE state END) STORED,
    CONSTRAINT ${prefix}delivery_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}delivery_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id),
    INDEX ${prefix}delivery_by_ticket (tenant, ticket, planned_at, id),
    INDEX ${prefix}delivery_by_message (tenant, message_digest),
    INDEX ${prefix}delivery_by_reference (tenant, reference),
    INDEX ${prefix}delivery_by_mailing (tenant, mailing, mailing_state, id),
    INDEX ${prefix}delivery_by_digest (tenant, digest)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What is known against addresses. The JSON is what is read.
-- Primary key: what is known against those that are to be written to; all of it, page by page; a commit, which changes it only at
-- its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}suppression (
    tenant VARBINARY(320) NOT NULL,
    channel VARCHAR(160) NOT NULL,
    address VARBINARY(1270) NOT NULL,
    version BIGINT NOT NULL,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}suppression_pk PRIMARY KEY (tenant, channel, address)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Incidents as they stand: what is broken for many, and what is said about it. The JSON is what is read.
-- Primary key: an incident by its id; a commit, which updates it only at its expected version.
-- incident_by_time: incidents that go on, and those that are over, the latest first, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}incident (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    incident_state VARCHAR(20) NOT NULL,
    opened_at BIGINT NOT NULL,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}incident_pk PRIMARY KEY (tenant, id),
    INDEX ${prefix}incident_by_time (tenant, incident_state, opened_at, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Mailings as they stand: what is told to many, to whom, and how far it has come. The JSON is what is read.
-- Primary key: a mailing by its id; a commit, which updates it only at its expected version.
-- mailing_by_time: mailings, the latest first, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}mailing (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}mailing_pk PRIMARY KEY (tenant, id),
    INDEX ${prefix}mailing_by_time (tenant, created_at, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Due work. Whoever claims it sets held_until to the end of the lease, sets a fence and counts the attempt, which touches no
-- index; a fence of 0 means that nobody holds a claim. The lane says which desks can do it.
-- Primary key: a commit that schedules, cancels or finishes work.
-- work_by_time: what can be claimed now; when something becomes free next.
CREATE TABLE IF NOT EXISTS ${prefix}work (
    tenant VARBINARY(320) NOT NULL,
    work_key VARCHAR(400) NOT NULL,
    lane VARCHAR(80) NOT NULL,
    due_at BIGINT NOT NULL,
    held_until BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    CONSTRAINT ${prefix}work_pk PRIMARY KEY (tenant, work_key),
    INDEX ${prefix}work_by_time (tenant, lane, due_at, work_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Work that failed too often and is not tried any more.
-- Primary key: a commit that gives work up; a call that has it tried again.
-- dead_work_by_time: dead work in the order of its death, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}dead_work (
    tenant VARBINARY(320) NOT NULL,
    work_key VARCHAR(400) NOT NULL,
    due_at BIGINT NOT NULL,
    died_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    error TEXT NOT NULL,
    CONSTRAINT ${prefix}dead_work_pk PRIMARY KEY (tenant, work_key),
    INDEX ${prefix}dead_work_by_time (tenant, died_at, work_key)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How far listeners were told of tickets.
-- Primary key: the cursor of a listener and a ticket; a commit, which moves it.
CREATE TABLE IF NOT EXISTS ${prefix}cursor (
    tenant VARBINARY(320) NOT NULL,
    listener VARCHAR(300) NOT NULL,
    ticket BINARY(16) NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT ${prefix}cursor_pk PRIMARY KEY (tenant, listener, ticket)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Whose turn is next in rotations.
-- Primary key: a rotation by the digest of its name.
CREATE TABLE IF NOT EXISTS ${prefix}rotation (
    tenant VARBINARY(320) NOT NULL,
    name_digest VARCHAR(64) NOT NULL,
    last_turn BIGINT NOT NULL,
    CONSTRAINT ${prefix}rotation_pk PRIMARY KEY (tenant, name_digest)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What parts of a desk keep of themselves, such as a trained model; derived, so not in archives.
-- Primary key: a value by its name; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}kept_value (
    tenant VARBINARY(320) NOT NULL,
    name VARCHAR(500) NOT NULL,
    version BIGINT NOT NULL,
    as_of BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    size BIGINT NOT NULL,
    bytes LONGBLOB NOT NULL,
    CONSTRAINT ${prefix}kept_value_pk PRIMARY KEY (tenant, name)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How often something was counted, by whole hours since 1970-01-01T00:00Z.
-- Primary key: what was counted of a series; a commit, which adds to it.
-- tally_by_hour: of what most was counted in some hours.
CREATE TABLE IF NOT EXISTS ${prefix}tally (
    tenant VARBINARY(320) NOT NULL,
    series VARCHAR(500) NOT NULL,
    at_hour BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    CONSTRAINT ${prefix}tally_pk PRIMARY KEY (tenant, series, at_hour),
    INDEX ${prefix}tally_by_hour (tenant, at_hour, series)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How far the import of an archive has come: up to this line all is stored, and the digest there is that of the archive.
-- Primary key: a part of an import, which moves it.
CREATE TABLE IF NOT EXISTS ${prefix}import (
    tenant VARBINARY(320) NOT NULL,
    line BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    CONSTRAINT ${prefix}import_pk PRIMARY KEY (tenant)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The last place that a change of an article got.
-- Primary key: a commit that changes articles, which holds the row, so that changes are seen in the order of their places.
CREATE TABLE IF NOT EXISTS ${prefix}article_place (
    tenant VARBINARY(320) NOT NULL,
    last_place BIGINT NOT NULL,
    CONSTRAINT ${prefix}article_place_pk PRIMARY KEY (tenant)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Articles as they stand, and how customers ask for them. The JSON is what is read. One that was erased has none; its row
-- stays, so that whoever keeps an index learns of it.
-- Primary key: an article by its id; a commit, which updates it only at its expected version.
-- article_by_change: what became of articles since somebody looked, page by page.
-- article_by_state: articles of a state, what changed last first, page by page.
-- article_by_section: the same of a section.
-- article_by_review: articles that somebody should look at, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}article (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    article_state VARCHAR(20) NOT NULL,
    section VARCHAR(300) NOT NULL,
    updated_at BIGINT NOT NULL,
    review_at BIGINT,
    change_place BIGINT NOT NULL,
    phrasings_version BIGINT NOT NULL,
    phrasings LONGTEXT NOT NULL,
    state LONGTEXT,
    CONSTRAINT ${prefix}article_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}article_by_change UNIQUE (tenant, change_place),
    INDEX ${prefix}article_by_state (tenant, article_state, updated_at, id),
    INDEX ${prefix}article_by_section (tenant, article_state, section, updated_at, id),
    INDEX ${prefix}article_by_review (tenant, review_at, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What articles were and are. Rows are added, and deleted when the article is erased.
-- Primary key: an article's versions, the latest first, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}article_version (
    tenant VARBINARY(320) NOT NULL,
    article BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}article_version_pk PRIMARY KEY (tenant, article, version)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What is counted about articles and what they are credited with, in several slots each, so that who counts at the same time seldom meets.
-- Primary key: the counts of an article; whoever counts.
CREATE TABLE IF NOT EXISTS ${prefix}article_count (
    tenant VARBINARY(320) NOT NULL,
    article BINARY(16) NOT NULL,
    slot BIGINT NOT NULL,
    views BIGINT NOT NULL,
    helpful BIGINT NOT NULL,
    unhelpful BIGINT NOT NULL,
    earned BIGINT NOT NULL,
    due BIGINT NOT NULL,
    CONSTRAINT ${prefix}article_count_pk PRIMARY KEY (tenant, article, slot)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Questions for which articles were suggested, and what came of them. The JSON is what is read.
-- Primary key: a question by its id; a commit, which updates it only at its expected version.
-- suggestion_by_time: the questions of a time, page by page.
-- suggestion_by_contact: what somebody asked, to be forgotten.
CREATE TABLE IF NOT EXISTS ${prefix}suggestion (
    tenant VARBINARY(320) NOT NULL,
    id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    contact BINARY(16),
    state LONGTEXT NOT NULL,
    CONSTRAINT ${prefix}suggestion_pk PRIMARY KEY (tenant, id),
    INDEX ${prefix}suggestion_by_time (tenant, asked_at, id),
    INDEX ${prefix}suggestion_by_contact (tenant, contact, id)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT INTO ${prefix}schema (version) VALUES (1);
