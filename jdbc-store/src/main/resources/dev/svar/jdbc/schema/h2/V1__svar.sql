-- Svar, tables of version 1 for H2.
--
-- Conventions: the tenant comes first in every key and index, for no query crosses tenants. Instants are BIGINT
-- microseconds since 1970-01-01T00:00Z: the same in every database, without a zone that a session could change, and
-- exact. In text, U+0010 escapes what a database cannot hold: it is followed by the four hexadecimal digits of U+0000,
-- of a surrogate without its other half, or of U+0010 itself. A digest is a SHA-256 in hexadecimal: it stands for a text
-- that is too long for an index.
-- H2 commits each definition by itself, so each can be repeated after an interruption.

-- Which versions of the tables were applied.
CREATE TABLE IF NOT EXISTS ${prefix}schema (
    version INTEGER NOT NULL,
    applied_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT ${prefix}schema_pk PRIMARY KEY (version)
);

-- The last ticket number that was given out.
CREATE TABLE IF NOT EXISTS ${prefix}number (
    tenant VARCHAR NOT NULL,
    last_number BIGINT NOT NULL,
    CONSTRAINT ${prefix}number_pk PRIMARY KEY (tenant)
);

-- Tickets as they stand. The JSON is what is read; the columns beside it are for queries and reports. The place of
-- the priority is 0 for the most urgent one; next_due is the earliest deadline of the clocks that run, also a missed one.
-- Primary key: a ticket by its id; a commit, which updates it only at its expected version.
-- ticket_by_number: a ticket by its number; all tickets, page by page; no number twice.
CREATE TABLE IF NOT EXISTS ${prefix}ticket (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    status_category VARCHAR(20) NOT NULL,
    status_label VARCHAR NOT NULL,
    priority VARCHAR(20) NOT NULL,
    priority_place SMALLINT NOT NULL,
    requester UUID NOT NULL,
    organization UUID,
    assignee VARCHAR,
    team VARCHAR,
    category VARCHAR,
    spam BOOLEAN NOT NULL,
    snoozed BOOLEAN NOT NULL,
    opened_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    next_due BIGINT,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}ticket_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}ticket_by_number UNIQUE (tenant, number)
);

-- Tickets in some of the status categories, page by page: one short range of each category, in each of the orders.
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_category ON ${prefix}ticket (tenant, status_category, number);
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_due ON ${prefix}ticket (tenant, status_category, next_due, number);
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_update ON ${prefix}ticket (tenant, status_category, updated_at, number);
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_opening ON ${prefix}ticket (tenant, status_category, opened_at, number);
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_priority ON ${prefix}ticket (tenant, status_category, priority_place, number);

-- The queues of an agent, of nobody, of a team and of no team, in the order of their deadlines; how much an agent has to do.
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_assignee ON ${prefix}ticket (tenant, assignee, status_category, next_due, number);
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_team ON ${prefix}ticket (tenant, team, status_category, next_due, number);

-- The tickets of an organization, the latest first.
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_organization
    ON ${prefix}ticket (tenant, organization, status_category, updated_at, number);

-- The tickets of a person, the latest first; who looked after a person last.
CREATE INDEX IF NOT EXISTS ${prefix}ticket_by_requester ON ${prefix}ticket (tenant, requester, updated_at, number);

-- By what else tickets are found: t/ and a tag, f/ and a custom field with the digest of its value.
-- Primary key: the tickets that have a term.
CREATE TABLE IF NOT EXISTS ${prefix}term (
    tenant VARCHAR NOT NULL,
    term VARCHAR NOT NULL,
    ticket UUID NOT NULL,
    CONSTRAINT ${prefix}term_pk PRIMARY KEY (tenant, term, ticket)
);

-- Whether a ticket has a term; its terms, when they change.
CREATE INDEX IF NOT EXISTS ${prefix}term_by_ticket ON ${prefix}term (tenant, ticket, term);

-- What happened to tickets: the audit trail. Rows are only added.
-- Primary key: a ticket's events, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}event (
    tenant VARCHAR NOT NULL,
    ticket UUID NOT NULL,
    sequence BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    type VARCHAR(40) NOT NULL,
    body CLOB NOT NULL,
    CONSTRAINT ${prefix}event_pk PRIMARY KEY (tenant, ticket, sequence),
    CONSTRAINT ${prefix}event_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id)
);

-- Messages of tickets. Rows are added; what a message says changes only where something is blotted out for good.
-- Primary key: a ticket's messages, page by page; its latest message of a role, from the end.
CREATE TABLE IF NOT EXISTS ${prefix}message (
    tenant VARCHAR NOT NULL,
    ticket UUID NOT NULL,
    sequence BIGINT NOT NULL,
    id UUID NOT NULL,
    role VARCHAR(20) NOT NULL,
    author VARCHAR NOT NULL,
    written_at BIGINT NOT NULL,
    message_id VARCHAR,
    visible_text CLOB NOT NULL,
    full_text CLOB NOT NULL,
    html CLOB,
    attachments CLOB NOT NULL,
    CONSTRAINT ${prefix}message_pk PRIMARY KEY (tenant, ticket, sequence),
    CONSTRAINT ${prefix}message_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id)
);

-- A message of a ticket by its id.
CREATE INDEX IF NOT EXISTS ${prefix}message_by_id ON ${prefix}message (tenant, ticket, id);

-- By which words tickets are found: those of the subject, as sequence 0, and those of what each message shows. The scope is
-- the narrowest one that holds the text. The words come from Svar as they are looked for.
-- Primary key: a subject that is edited, a message out of which something is blotted.
CREATE TABLE IF NOT EXISTS ${prefix}text_word (
    tenant VARCHAR NOT NULL,
    ticket UUID NOT NULL,
    sequence BIGINT NOT NULL,
    word VARCHAR NOT NULL,
    scope VARCHAR(20) NOT NULL,
    CONSTRAINT ${prefix}text_word_pk PRIMARY KEY (tenant, ticket, sequence, word)
);

-- Whether a ticket has a word, or one with a beginning.
CREATE INDEX IF NOT EXISTS ${prefix}text_word_by_ticket ON ${prefix}text_word (tenant, ticket, word);

-- To which ticket a Message-ID belongs: the first one that had it.
-- Primary key: the ticket of a mail by what the mail refers to.
CREATE TABLE IF NOT EXISTS ${prefix}mail_thread (
    tenant VARCHAR NOT NULL,
    message_digest VARCHAR(64) NOT NULL,
    ticket UUID NOT NULL,
    CONSTRAINT ${prefix}mail_thread_pk PRIMARY KEY (tenant, message_digest)
);

-- Contacts as they stand. The JSON is what is read.
-- Primary key: a contact by its id; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}contact (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}contact_pk PRIMARY KEY (tenant, id)
);

-- Primary key: a contact by its address; no address twice.
CREATE TABLE IF NOT EXISTS ${prefix}contact_address (
    tenant VARCHAR NOT NULL,
    channel VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    contact UUID NOT NULL,
    CONSTRAINT ${prefix}contact_address_pk PRIMARY KEY (tenant, channel, address),
    CONSTRAINT ${prefix}address_of_contact FOREIGN KEY (tenant, contact) REFERENCES ${prefix}contact (tenant, id)
);

-- A contact's addresses, when they change.
CREATE INDEX IF NOT EXISTS ${prefix}address_by_contact ON ${prefix}contact_address (tenant, contact);

-- Organizations as they stand. The JSON is what is read; the place is that in the order of names.
-- Primary key: an organization by its id; a commit, which updates it only at its expected version.
-- organization_by_place: all organizations, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}organization (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    place VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}organization_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}organization_by_place UNIQUE (tenant, place)
);

-- Primary key: an organization by its domain; no domain twice.
CREATE TABLE IF NOT EXISTS ${prefix}organization_domain (
    tenant VARCHAR NOT NULL,
    domain VARCHAR NOT NULL,
    organization UUID NOT NULL,
    CONSTRAINT ${prefix}organization_domain_pk PRIMARY KEY (tenant, domain),
    CONSTRAINT ${prefix}domain_of_organization FOREIGN KEY (tenant, organization) REFERENCES ${prefix}organization (tenant, id)
);

-- An organization's domains, when they change.
CREATE INDEX IF NOT EXISTS ${prefix}domain_by_organization ON ${prefix}organization_domain (tenant, organization);

-- Primary key: what a person wants to be told; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}preference (
    tenant VARCHAR NOT NULL,
    person VARCHAR(140) NOT NULL,
    version BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}preference_pk PRIMARY KEY (tenant, person)
);

-- Macros as they stand. The JSON is what is read; the scope is the digest of its key, the place that in the order of names.
-- Primary key: a macro by its id; a commit, which changes it only at its expected version.
-- macro_by_shortcut: a macro of a scope by its shortcut, or by the beginning of it; no shortcut twice.
-- macro_by_name: the macros of a scope whose names begin alike, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}macro (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    scope VARCHAR(64) NOT NULL,
    shortcut VARCHAR(50) NOT NULL,
    place VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}macro_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}macro_by_shortcut UNIQUE (tenant, scope, shortcut),
    CONSTRAINT ${prefix}macro_by_name UNIQUE (tenant, scope, place)
);

-- Which messages were taken in. The digest is that of channel, mailbox and key.
-- Primary key: whether a message was taken.
CREATE TABLE IF NOT EXISTS ${prefix}receipt (
    tenant VARCHAR NOT NULL,
    key_digest VARCHAR(64) NOT NULL,
    channel VARCHAR NOT NULL,
    mailbox VARCHAR NOT NULL,
    message_key VARCHAR NOT NULL,
    taken_at BIGINT NOT NULL,
    disposition VARCHAR(20) NOT NULL,
    reason VARCHAR NOT NULL,
    ticket UUID,
    message UUID,
    raw_digest VARCHAR(64) NOT NULL,
    raw_size BIGINT NOT NULL,
    CONSTRAINT ${prefix}receipt_pk PRIMARY KEY (tenant, key_digest)
);

-- Receipts of a disposition in order of time, page by page.
CREATE INDEX IF NOT EXISTS ${prefix}receipt_by_time ON ${prefix}receipt (tenant, disposition, taken_at);

-- The receipt of a ticket's message.
CREATE INDEX IF NOT EXISTS ${prefix}receipt_by_message ON ${prefix}receipt (tenant, message);

-- Raw messages and attachments in pieces, kept once. Bytes that are NULL are in the host's blob store.
-- Primary key: bytes by their digest, from the first piece to the last; whether some are kept.
CREATE TABLE IF NOT EXISTS ${prefix}content (
    tenant VARCHAR NOT NULL,
    digest VARCHAR(64) NOT NULL,
    place BIGINT NOT NULL,
    size BIGINT NOT NULL,
    bytes BLOB,
    CONSTRAINT ${prefix}content_pk PRIMARY KEY (tenant, digest, place)
);

-- The ledger: one row for each message to each recipient.
-- Primary key: a delivery by its id; a commit, which updates it only in its expected state.
CREATE TABLE IF NOT EXISTS ${prefix}delivery (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    ticket UUID,
    mailing UUID,
    kind VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    message_digest VARCHAR(64) NOT NULL,
    message CLOB NOT NULL,
    state VARCHAR(20) NOT NULL,
    attempts INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    reference VARCHAR,
    resends VARCHAR,
    digest VARCHAR,
    deferred_since BIGINT,
    planned_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    mailing_state VARCHAR(20) GENERATED ALWAYS AS (CASE WHEN mailing IS NULL THEN NULL ELSE state END),
    CONSTRAINT ${prefix}delivery_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}delivery_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id)
);

-- A ticket's latest deliveries.
CREATE INDEX IF NOT EXISTS ${prefix}delivery_by_ticket ON ${prefix}delivery (tenant, ticket, planned_at, id);

-- A delivery by its message's Message-ID, for reports that come back.
CREATE INDEX IF NOT EXISTS ${prefix}delivery_by_message ON ${prefix}delivery (tenant, message_digest);

-- A delivery by what its gateway calls its message, for reports that come back.
CREATE INDEX IF NOT EXISTS ${prefix}delivery_by_reference ON ${prefix}delivery (tenant, reference);

-- A mailing's deliveries in one state; how many there are in each. The state is in it for mailings only, so that moving a
-- ticket's delivery on touches no index.
CREATE INDEX IF NOT EXISTS ${prefix}delivery_by_mailing ON ${prefix}delivery (tenant, mailing, mailing_state, id);

-- What is held for one letter.
CREATE INDEX IF NOT EXISTS ${prefix}delivery_by_digest ON ${prefix}delivery (tenant, digest);

-- What is known against addresses. The JSON is what is read.
-- Primary key: what is known against those that are to be written to; all of it, page by page; a commit, which changes it only at
-- its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}suppression (
    tenant VARCHAR NOT NULL,
    channel VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}suppression_pk PRIMARY KEY (tenant, channel, address)
);

-- Incidents as they stand: what is broken for many, and what is said about it. The JSON is what is read.
-- Primary key: an incident by its id; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}incident (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    incident_state VARCHAR(20) NOT NULL,
    opened_at BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}incident_pk PRIMARY KEY (tenant, id)
);

-- Incidents that go on, and those that are over, the latest first, page by page.
CREATE INDEX IF NOT EXISTS ${prefix}incident_by_time ON ${prefix}incident (tenant, incident_state, opened_at, id);

-- Mailings as they stand: what is told to many, to whom, and how far it has come. The JSON is what is read.
-- Primary key: a mailing by its id; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}mailing (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}mailing_pk PRIMARY KEY (tenant, id)
);

-- Mailings, the latest first, page by page.
CREATE INDEX IF NOT EXISTS ${prefix}mailing_by_time ON ${prefix}mailing (tenant, created_at, id);

-- Due work. Whoever claims it sets held_until to the end of the lease, sets a fence and counts the attempt, which touches no
-- index; a fence of 0 means that nobody holds a claim. The lane says which desks can do it.
-- Primary key: a commit that schedules, cancels or finishes work.
CREATE TABLE IF NOT EXISTS ${prefix}work (
    tenant VARCHAR NOT NULL,
    work_key VARCHAR(400) NOT NULL,
    lane VARCHAR(80) NOT NULL,
    due_at BIGINT NOT NULL,
    held_until BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    CONSTRAINT ${prefix}work_pk PRIMARY KEY (tenant, work_key)
);

-- What can be claimed now; when something becomes free next.
CREATE INDEX IF NOT EXISTS ${prefix}work_by_time ON ${prefix}work (tenant, lane, due_at, work_key);

-- Work that failed too often and is not tried any more.
-- Primary key: a commit that gives work up; a call that has it tried again.
CREATE TABLE IF NOT EXISTS ${prefix}dead_work (
    tenant VARCHAR NOT NULL,
    work_key VARCHAR(400) NOT NULL,
    due_at BIGINT NOT NULL,
    died_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    error VARCHAR NOT NULL,
    CONSTRAINT ${prefix}dead_work_pk PRIMARY KEY (tenant, work_key)
);

-- Dead work in the order of its death, page by page.
CREATE INDEX IF NOT EXISTS ${prefix}dead_work_by_time ON ${prefix}dead_work (tenant, died_at, work_key);

-- How far listeners were told of tickets.
-- Primary key: the cursor of a listener and a ticket; a commit, which moves it.
CREATE TABLE IF NOT EXISTS ${prefix}cursor (
    tenant VARCHAR NOT NULL,
    listener VARCHAR NOT NULL,
    ticket UUID NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT ${prefix}cursor_pk PRIMARY KEY (tenant, listener, ticket)
);

-- Whose turn is next in rotations.
-- Primary key: a rotation by the digest of its name.
CREATE TABLE IF NOT EXISTS ${prefix}rotation (
    tenant VARCHAR NOT NULL,
    name_digest VARCHAR(64) NOT NULL,
    last_turn BIGINT NOT NULL,
    CONSTRAINT ${prefix}rotation_pk PRIMARY KEY (tenant, name_digest)
);

-- What parts of a desk keep of themselves, such as a trained model; derived, so not in archives.
-- Primary key: a value by its name; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}kept_value (
    tenant VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    as_of BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    size BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    CONSTRAINT ${prefix}kept_value_pk PRIMARY KEY (tenant, name)
);

-- How often something was counted, by whole hours since 1970-01-01T00:00Z.
-- Primary key: what was counted of a series; a commit, which adds to it.
CREATE TABLE IF NOT EXISTS ${prefix}tally (
    tenant VARCHAR NOT NULL,
    series VARCHAR NOT NULL,
    at_hour BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    CONSTRAINT ${prefix}tally_pk PRIMARY KEY (tenant, series, at_hour)
);

-- Of what most was counted in some hours.
CREATE INDEX IF NOT EXISTS ${prefix}tally_by_hour ON ${prefix}tally (tenant, at_hour, series);

-- How far the import of an archive has come: up to this line all is stored, and the digest there is that of the archive.
-- Primary key: a part of an import, which moves it.
CREATE TABLE IF NOT EXISTS ${prefix}import (
    tenant VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    CONSTRAINT ${prefix}import_pk PRIMARY KEY (tenant)
);

-- The last place that a change of an article got.
-- Primary key: a commit that changes articles, which holds the row, so that changes are seen in the order of their places.
CREATE TABLE IF NOT EXISTS ${prefix}article_place (
    tenant VARCHAR NOT NULL,
    last_place BIGINT NOT NULL,
    CONSTRAINT ${prefix}article_place_pk PRIMARY KEY (tenant)
);

-- Articles as they stand, and how customers ask for them. The JSON is what is read. One that was erased has none; its row
-- stays, so that whoever keeps an index learns of it.
-- Primary key: an article by its id; a commit, which updates it only at its expected version.
-- article_by_change: what became of articles since somebody looked, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}article (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    article_state VARCHAR(20) NOT NULL,
    section VARCHAR NOT NULL,
    updated_at BIGINT NOT NULL,
    review_at BIGINT,
    change_place BIGINT NOT NULL,
    phrasings_version BIGINT NOT NULL,
    phrasings VARCHAR NOT NULL,
    state VARCHAR,
    CONSTRAINT ${prefix}article_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}article_by_change UNIQUE (tenant, change_place)
);

-- Articles of a state, what changed last first, page by page.
CREATE INDEX IF NOT EXISTS ${prefix}article_by_state ON ${prefix}article (tenant, article_state, updated_at, id);

-- The same of a section.
CREATE INDEX IF NOT EXISTS ${prefix}article_by_section ON ${prefix}article (tenant, article_state, section, updated_at, id);

-- Articles that somebody should look at, page by page.
CREATE INDEX IF NOT EXISTS ${prefix}article_by_review ON ${prefix}article (tenant, review_at, id);

-- What articles were and are. Rows are added, and deleted when the article is erased.
-- Primary key: an article's versions, the latest first, page by page.
CREATE TABLE IF NOT EXISTS ${prefix}article_version (
    tenant VARCHAR NOT NULL,
    article UUID NOT NULL,
    version BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}article_version_pk PRIMARY KEY (tenant, article, version)
);

-- What is counted about articles and what they are credited with, in several slots each, so that who counts at the same time seldom meets.
-- Primary key: the counts of an article; whoever counts.
CREATE TABLE IF NOT EXISTS ${prefix}article_count (
    tenant VARCHAR NOT NULL,
    article UUID NOT NULL,
    slot BIGINT NOT NULL,
    views BIGINT NOT NULL,
    helpful BIGINT NOT NULL,
    unhelpful BIGINT NOT NULL,
    earned BIGINT NOT NULL,
    due BIGINT NOT NULL,
    CONSTRAINT ${prefix}article_count_pk PRIMARY KEY (tenant, article, slot)
);

-- Questions for which articles were suggested, and what came of them. The JSON is what is read.
-- Primary key: a question by its id; a commit, which updates it only at its expected version.
CREATE TABLE IF NOT EXISTS ${prefix}suggestion (
    tenant VARCHAR NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    contact UUID,
    state VARCHAR NOT NULL,
    CONSTRAINT ${prefix}suggestion_pk PRIMARY KEY (tenant, id)
);

-- The questions of a time, page by page.
CREATE INDEX IF NOT EXISTS ${prefix}suggestion_by_time ON ${prefix}suggestion (tenant, asked_at, id);

-- What somebody asked, to be forgotten.
CREATE INDEX IF NOT EXISTS ${prefix}suggestion_by_contact ON ${prefix}suggestion (tenant, contact, id);

INSERT INTO ${prefix}schema (version) VALUES (1);
