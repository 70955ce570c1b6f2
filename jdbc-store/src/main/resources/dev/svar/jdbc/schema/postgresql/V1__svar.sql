-- Svar, tables of version 1 for PostgreSQL.
--
-- Conventions: the tenant comes first in every key and index, for no query crosses tenants. Instants are BIGINT
-- microseconds since 1970-01-01T00:00Z: the same in every database, without a zone that a session could change, and
-- exact. In text, U+0010 escapes what a database cannot hold: it is followed by the four hexadecimal digits of U+0000,
-- of a surrogate without its other half, or of U+0010 itself. A digest is a SHA-256 in hexadecimal: it stands for a text
-- that is too long for an index.
-- Texts that are compared have the collation "C": the order of code points, whatever the operating system.
-- Everything runs in one transaction.

-- Which versions of the tables were applied.
CREATE TABLE ${prefix}schema (
    version INTEGER NOT NULL,
    applied_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT ${prefix}schema_pk PRIMARY KEY (version)
);

-- The last ticket number that was given out.
CREATE TABLE ${prefix}number (
    tenant TEXT COLLATE "C" NOT NULL,
    last_number BIGINT NOT NULL,
    CONSTRAINT ${prefix}number_pk PRIMARY KEY (tenant)
);

-- Tickets as they stand. The JSON is what is read; the columns beside it are for queries and reports. The place of
-- the priority is 0 for the most urgent one; next_due is the earliest deadline of the clocks that run, also a missed one.
-- Primary key: a ticket by its id; a commit, which updates it only at its expected version.
-- ticket_by_number: a ticket by its number; all tickets, page by page; no number twice.
CREATE TABLE ${prefix}ticket (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    status_category VARCHAR(20) NOT NULL,
    status_label TEXT COLLATE "C" NOT NULL,
    priority VARCHAR(20) NOT NULL,
    priority_place SMALLINT NOT NULL,
    requester UUID NOT NULL,
    organization UUID,
    assignee TEXT COLLATE "C",
    team TEXT COLLATE "C",
    category TEXT COLLATE "C",
    spam BOOLEAN NOT NULL,
    snoozed BOOLEAN NOT NULL,
    opened_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    next_due BIGINT,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}ticket_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}ticket_by_number UNIQUE (tenant, number)
);

-- Tickets in some of the status categories, page by page: one short range of each category, in each of the orders.
CREATE INDEX ${prefix}ticket_by_category ON ${prefix}ticket (tenant, status_category, number);
CREATE INDEX ${prefix}ticket_by_due ON ${prefix}ticket (tenant, status_category, next_due, number);
CREATE INDEX ${prefix}ticket_by_update ON ${prefix}ticket (tenant, status_category, updated_at, number);
CREATE INDEX ${prefix}ticket_by_opening ON ${prefix}ticket (tenant, status_category, opened_at, number);
CREATE INDEX ${prefix}ticket_by_priority ON ${prefix}ticket (tenant, status_category, priority_place, number);

-- The queues of an agent, of nobody, of a team and of no team, in the order of their deadlines; how much an agent has to do.
CREATE INDEX ${prefix}ticket_by_assignee ON ${prefix}ticket (tenant, assignee, status_category, next_due, number);
CREATE INDEX ${prefix}ticket_by_team ON ${prefix}ticket (tenant, team, status_category, next_due, number);

-- The tickets of an organization, the latest first.
CREATE INDEX ${prefix}ticket_by_organization
    ON ${prefix}ticket (tenant, organization, status_category, updated_at, number);

-- The tickets of a person, the latest first; who looked after a person last.
CREATE INDEX ${prefix}ticket_by_requester ON ${prefix}ticket (tenant, requester, updated_at, number);

-- By what else tickets are found: t/ and a tag, f/ and a custom field with the digest of its value.
-- Primary key: the tickets that have a term.
CREATE TABLE ${prefix}term (
    tenant TEXT COLLATE "C" NOT NULL,
    term TEXT COLLATE "C" NOT NULL,
    ticket UUID NOT NULL,
    CONSTRAINT ${prefix}term_pk PRIMARY KEY (tenant, term, ticket)
);

-- Whether a ticket has a term; its terms, when they change.
CREATE INDEX ${prefix}term_by_ticket ON ${prefix}term (tenant, ticket, term);

-- What happened to tickets: the audit trail. Rows are only added.
-- Primary key: a ticket's events, page by page.
CREATE TABLE ${prefix}event (
    tenant TEXT COLLATE "C" NOT NULL,
    ticket UUID NOT NULL,
    sequence BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    type VARCHAR(40) NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT ${prefix}event_pk PRIMARY KEY (tenant, ticket, sequence),
    CONSTRAINT ${prefix}event_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id)
);

-- Messages of tickets. Rows are added; what a message says changes only where something is blotted out for good.
-- Primary key: a ticket's messages, page by page; its latest message of a role, from the end.
CREATE TABLE ${prefix}message (
    tenant TEXT COLLATE "C" NOT NULL,
    ticket UUID NOT NULL,
    sequence BIGINT NOT NULL,
    id UUID NOT NULL,
    role VARCHAR(20) NOT NULL,
    author TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    message_id TEXT,
    visible_text TEXT NOT NULL,
    full_text TEXT NOT NULL,
    html TEXT,
    attachments TEXT NOT NULL,
    CONSTRAINT ${prefix}message_pk PRIMARY KEY (tenant, ticket, sequence),
    CONSTRAINT ${prefix}message_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id)
);

-- A message of a ticket by its id.
CREATE INDEX ${prefix}message_by_id ON ${prefix}message (tenant, ticket, id);

-- By which words tickets are found: those of the subject, as sequence 0, and those of what each message shows. The scope is
-- the narrowest one that holds the text. The words come from Svar as they are looked for, each after the first six digits
-- of the tenant's digest.
-- Primary key: the words of a ticket, when common ones are looked for; a subject that is edited, a message out of which
-- something is blotted.
CREATE TABLE ${prefix}text (
    tenant TEXT COLLATE "C" NOT NULL,
    ticket UUID NOT NULL,
    sequence BIGINT NOT NULL,
    scope VARCHAR(20) NOT NULL,
    words TSVECTOR NOT NULL,
    CONSTRAINT ${prefix}text_pk PRIMARY KEY (tenant, ticket, sequence)
);

-- The tickets that have a rare word, or one with a rare beginning.
CREATE INDEX ${prefix}text_by_word ON ${prefix}text USING gin (words);

-- To which ticket a Message-ID belongs: the first one that had it.
-- Primary key: the ticket of a mail by what the mail refers to.
CREATE TABLE ${prefix}mail_thread (
    tenant TEXT COLLATE "C" NOT NULL,
    message_digest VARCHAR(64) COLLATE "C" NOT NULL,
    ticket UUID NOT NULL,
    CONSTRAINT ${prefix}mail_thread_pk PRIMARY KEY (tenant, message_digest)
);

-- Contacts as they stand. The JSON is what is read.
-- Primary key: a contact by its id; a commit, which updates it only at its expected version.
CREATE TABLE ${prefix}contact (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}contact_pk PRIMARY KEY (tenant, id)
);

-- Primary key: a contact by its address; no address twice.
CREATE TABLE ${prefix}contact_address (
    tenant TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    contact UUID NOT NULL,
    CONSTRAINT ${prefix}contact_address_pk PRIMARY KEY (tenant, channel, address),
    CONSTRAINT ${prefix}address_of_contact FOREIGN KEY (tenant, contact) REFERENCES ${prefix}contact (tenant, id)
);

-- A contact's addresses, when they change.
CREATE INDEX ${prefix}address_by_contact ON ${prefix}contact_address (tenant, contact);

-- Organizations as they stand. The JSON is what is read; the place is that in the order of names.
-- Primary key: an organization by its id; a commit, which updates it only at its expected version.
-- organization_by_place: all organizations, page by page.
CREATE TABLE ${prefix}organization (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}organization_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}organization_by_place UNIQUE (tenant, place)
);

-- Primary key: an organization by its domain; no domain twice.
CREATE TABLE ${prefix}organization_domain (
    tenant TEXT COLLATE "C" NOT NULL,
    domain TEXT COLLATE "C" NOT NULL,
    organization UUID NOT NULL,
    CONSTRAINT ${prefix}organization_domain_pk PRIMARY KEY (tenant, domain),
    CONSTRAINT ${prefix}domain_of_organization FOREIGN KEY (tenant, organization) REFERENCES ${prefix}organization (tenant, id)
);

-- An organization's domains, when they change.
CREATE INDEX ${prefix}domain_by_organization ON ${prefix}organization_domain (tenant, organization);

-- Primary key: what a person wants to be told; a commit, which updates it only at its expected version.
CREATE TABLE ${prefix}preference (
    tenant TEXT COLLATE "C" NOT NULL,
    person VARCHAR(140) COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}preference_pk PRIMARY KEY (tenant, person)
);

-- Macros as they stand. The JSON is what is read; the scope is the digest of its key, the place that in the order of names.
-- Primary key: a macro by its id; a commit, which changes it only at its expected version.
-- macro_by_shortcut: a macro of a scope by its shortcut, or by the beginning of it; no shortcut twice.
-- macro_by_name: the macros of a scope whose names begin alike, page by page.
CREATE TABLE ${prefix}macro (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    scope VARCHAR(64) COLLATE "C" NOT NULL,
    shortcut VARCHAR(50) COLLATE "C" NOT NULL,
    place TEXT COLLATE "C" NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}macro_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}macro_by_shortcut UNIQUE (tenant, scope, shortcut),
    CONSTRAINT ${prefix}macro_by_name UNIQUE (tenant, scope, place)
);

-- Which messages were taken in. The digest is that of channel, mailbox and key.
-- Primary key: whether a message was taken.
CREATE TABLE ${prefix}receipt (
    tenant TEXT COLLATE "C" NOT NULL,
    key_digest VARCHAR(64) COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    mailbox TEXT COLLATE "C" NOT NULL,
    message_key TEXT COLLATE "C" NOT NULL,
    taken_at BIGINT NOT NULL,
    disposition VARCHAR(20) NOT NULL,
    reason TEXT NOT NULL,
    ticket UUID,
    message UUID,
    raw_digest VARCHAR(64) COLLATE "C" NOT NULL,
    raw_size BIGINT NOT NULL,
    CONSTRAINT ${prefix}receipt_pk PRIMARY KEY (tenant, key_digest)
);

-- Receipts of a disposition in order of time, page by page.
CREATE INDEX ${prefix}receipt_by_time ON ${prefix}receipt (tenant, disposition, taken_at);

-- The receipt of a ticket's message.
CREATE INDEX ${prefix}receipt_by_message ON ${prefix}receipt (tenant, message);

-- Raw messages and attachments in pieces, kept once. Bytes that are NULL are in the host's blob store.
-- Primary key: bytes by their digest, from the first piece to the last; whether some are kept.
CREATE TABLE ${prefix}content (
    tenant TEXT COLLATE "C" NOT NULL,
    digest VARCHAR(64) COLLATE "C" NOT NULL,
    place BIGINT NOT NULL,
    size BIGINT NOT NULL,
    bytes BYTEA,
    CONSTRAINT ${prefix}content_pk PRIMARY KEY (tenant, digest, place)
);

-- The ledger: one row for each message to each recipient.
-- Primary key: a delivery by its id; a commit, which updates it only in its expected state.
CREATE TABLE ${prefix}delivery (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    ticket UUID,
    mailing UUID,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    message_digest VARCHAR(64) COLLATE "C" NOT NULL,
    message TEXT NOT NULL,
    state VARCHAR(20) NOT NULL,
    attempts INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    reference TEXT COLLATE "C",
    resends TEXT,
    digest TEXT COLLATE "C",
    deferred_since BIGINT,
    planned_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    mailing_state VARCHAR(20) GENERATED ALWAYS AS (CASE WHEN mailing IS NULL THEN NULL ELSE state END) STORED,
    CONSTRAINT ${prefix}delivery_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}delivery_of_ticket FOREIGN KEY (tenant, ticket) REFERENCES ${prefix}ticket (tenant, id)
);

-- A ticket's latest deliveries.
CREATE INDEX ${prefix}delivery_by_ticket ON ${prefix}delivery (tenant, ticket, planned_at, id);

-- A delivery by its message's Message-ID, for reports that come back.
CREATE INDEX ${prefix}delivery_by_message ON ${prefix}delivery (tenant, message_digest);

-- A delivery by what its gateway calls its message, for reports that come back.
CREATE INDEX ${prefix}delivery_by_reference ON ${prefix}delivery (tenant, reference);

-- A mailing's deliveries in one state; how many there are in each. The state is in it for mailings only, so that moving a
-- ticket's delivery on touches no index.
CREATE INDEX ${prefix}delivery_by_mailing ON ${prefix}delivery (tenant, mailing, mailing_state, id);

-- What is held for one letter; few deliveries are.
CREATE INDEX ${prefix}delivery_by_digest ON ${prefix}delivery (tenant, digest) WHERE digest IS NOT NULL;

-- What is known against addresses. The JSON is what is read.
-- Primary key: what is known against those that are to be written to; all of it, page by page; a commit, which changes it only at
-- its expected version.
CREATE TABLE ${prefix}suppression (
    tenant TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}suppression_pk PRIMARY KEY (tenant, channel, address)
);

-- Incidents as they stand: what is broken for many, and what is said about it. The JSON is what is read.
-- Primary key: an incident by its id; a commit, which updates it only at its expected version.
CREATE TABLE ${prefix}incident (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    incident_state VARCHAR(20) NOT NULL,
    opened_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}incident_pk PRIMARY KEY (tenant, id)
);

-- Incidents that go on, and those that are over, the latest first, page by page.
CREATE INDEX ${prefix}incident_by_time ON ${prefix}incident (tenant, incident_state, opened_at, id);

-- Mailings as they stand: what is told to many, to whom, and how far it has come. The JSON is what is read.
-- Primary key: a mailing by its id; a commit, which updates it only at its expected version.
CREATE TABLE ${prefix}mailing (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}mailing_pk PRIMARY KEY (tenant, id)
);

-- Mailings, the latest first, page by page.
CREATE INDEX ${prefix}mailing_by_time ON ${prefix}mailing (tenant, created_at, id);

-- Due work. Whoever claims it sets held_until to the end of the lease, sets a fence and counts the attempt, which touches no
-- index; a fence of 0 means that nobody holds a claim. The lane says which desks can do it. Pages are filled by half, so
-- that the claimed row finds room beside the one it replaces.
-- Primary key: a commit that schedules, cancels or finishes work.
CREATE TABLE ${prefix}work (
    tenant TEXT COLLATE "C" NOT NULL,
    work_key VARCHAR(400) COLLATE "C" NOT NULL,
    lane VARCHAR(80) COLLATE "C" NOT NULL,
    due_at BIGINT NOT NULL,
    held_until BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    CONSTRAINT ${prefix}work_pk PRIMARY KEY (tenant, work_key)
) WITH (fillfactor = 50);

-- What can be claimed now; when something becomes free next.
CREATE INDEX ${prefix}work_by_time ON ${prefix}work (tenant, lane, due_at, work_key);

-- Work that failed too often and is not tried any more.
-- Primary key: a commit that gives work up; a call that has it tried again.
CREATE TABLE ${prefix}dead_work (
    tenant TEXT COLLATE "C" NOT NULL,
    work_key VARCHAR(400) COLLATE "C" NOT NULL,
    due_at BIGINT NOT NULL,
    died_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    error TEXT NOT NULL,
    CONSTRAINT ${prefix}dead_work_pk PRIMARY KEY (tenant, work_key)
);

-- Dead work in the order of its death, page by page.
CREATE INDEX ${prefix}dead_work_by_time ON ${prefix}dead_work (tenant, died_at, work_key);

-- How far listeners were told of tickets.
-- Primary key: the cursor of a listener and a ticket; a commit, which moves it.
CREATE TABLE ${prefix}cursor (
    tenant TEXT COLLATE "C" NOT NULL,
    listener TEXT COLLATE "C" NOT NULL,
    ticket UUID NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT ${prefix}cursor_pk PRIMARY KEY (tenant, listener, ticket)
);

-- Whose turn is next in rotations.
-- Primary key: a rotation by the digest of its name.
CREATE TABLE ${prefix}rotation (
    tenant TEXT COLLATE "C" NOT NULL,
    name_digest VARCHAR(64) COLLATE "C" NOT NULL,
    last_turn BIGINT NOT NULL,
    CONSTRAINT ${prefix}rotation_pk PRIMARY KEY (tenant, name_digest)
);

-- What parts of a desk keep of themselves, such as a trained model; derived, so not in archives.
-- Primary key: a value by its name; a commit, which updates it only at its expected version.
CREATE TABLE ${prefix}kept_value (
    tenant TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    as_of BIGINT NOT NULL,
    digest VARCHAR(64) COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    CONSTRAINT ${prefix}kept_value_pk PRIMARY KEY (tenant, name)
);

-- How often something was counted, by whole hours since 1970-01-01T00:00Z.
-- Primary key: what was counted of a series; a commit, which adds to it.
CREATE TABLE ${prefix}tally (
    tenant TEXT COLLATE "C" NOT NULL,
    series TEXT COLLATE "C" NOT NULL,
    at_hour BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    CONSTRAINT ${prefix}tally_pk PRIMARY KEY (tenant, series, at_hour)
);

-- Of what most was counted in some hours.
CREATE INDEX ${prefix}tally_by_hour ON ${prefix}tally (tenant, at_hour, series);

-- How far the import of an archive has come: up to this line all is stored, and the digest there is that of the archive.
-- Primary key: a part of an import, which moves it.
CREATE TABLE ${prefix}import (
    tenant TEXT COLLATE "C" NOT NULL,
    line BIGINT NOT NULL,
    digest VARCHAR(64) COLLATE "C" NOT NULL,
    CONSTRAINT ${prefix}import_pk PRIMARY KEY (tenant)
);

-- The last place that a change of an article got.
-- Primary key: a commit that changes articles, which holds the row, so that changes are seen in the order of their places.
CREATE TABLE ${prefix}article_place (
    tenant TEXT COLLATE "C" NOT NULL,
    last_place BIGINT NOT NULL,
    CONSTRAINT ${prefix}article_place_pk PRIMARY KEY (tenant)
);

-- Articles as they stand, and how customers ask for them. The JSON is what is read. One that was erased has none; its row
-- stays, so that whoever keeps an index learns of it.
-- Primary key: an article by its id; a commit, which updates it only at its expected version.
-- article_by_change: what became of articles since somebody looked, page by page.
CREATE TABLE ${prefix}article (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    article_state VARCHAR(20) NOT NULL,
    section TEXT COLLATE "C" NOT NULL,
    updated_at BIGINT NOT NULL,
    review_at BIGINT,
    change_place BIGINT NOT NULL,
    phrasings_version BIGINT NOT NULL,
    phrasings TEXT NOT NULL,
    state TEXT,
    CONSTRAINT ${prefix}article_pk PRIMARY KEY (tenant, id),
    CONSTRAINT ${prefix}article_by_change UNIQUE (tenant, change_place)
);

-- Articles of a state, what changed last first, page by page.
CREATE INDEX ${prefix}article_by_state ON ${prefix}article (tenant, article_state, updated_at, id);

-- The same of a section.
CREATE INDEX ${prefix}article_by_section ON ${prefix}article (tenant, article_state, section, updated_at, id);

-- Articles that somebody should look at, page by page.
CREATE INDEX ${prefix}article_by_review ON ${prefix}article (tenant, review_at, id);

-- What articles were and are. Rows are added, and deleted when the article is erased.
-- Primary key: an article's versions, the latest first, page by page.
CREATE TABLE ${prefix}article_version (
    tenant TEXT COLLATE "C" NOT NULL,
    article UUID NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}article_version_pk PRIMARY KEY (tenant, article, version)
);

-- What is counted about articles and what they are credited with, in several slots each, so that who counts at the same time seldom meets.
-- Primary key: the counts of an article; whoever counts.
CREATE TABLE ${prefix}article_count (
    tenant TEXT COLLATE "C" NOT NULL,
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
CREATE TABLE ${prefix}suggestion (
    tenant TEXT COLLATE "C" NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    contact UUID,
    state TEXT NOT NULL,
    CONSTRAINT ${prefix}suggestion_pk PRIMARY KEY (tenant, id)
);

-- The questions of a time, page by page.
CREATE INDEX ${prefix}suggestion_by_time ON ${prefix}suggestion (tenant, asked_at, id);

-- What somebody asked, to be forgotten.
CREATE INDEX ${prefix}suggestion_by_contact ON ${prefix}suggestion (tenant, contact, id);

INSERT INTO ${prefix}schema (version) VALUES (1);
