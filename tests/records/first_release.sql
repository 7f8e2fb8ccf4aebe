-- A database of the first release (revision 0001) with something in every table of a conversation.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE answers (
	id INTEGER NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	turn_key VARCHAR(64) NOT NULL,
	question TEXT NOT NULL,
	answer TEXT NOT NULL,
	CONSTRAINT pk_answers PRIMARY KEY (id),
	CONSTRAINT fk_answers_person_id FOREIGN KEY(person_id) REFERENCES people (id),
	CONSTRAINT fk_answers_turn_key FOREIGN KEY(turn_key) REFERENCES turns ("key")
);
INSERT INTO "answers" VALUES(1,'19545e17a40db441','tg:3','陪餐几人','{"text":"不超过3人。","refused":false,"engine":"offline","citations":[]}');
CREATE TABLE attachments (
	message_key VARCHAR(64) NOT NULL,
	file_id VARCHAR(200) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	kind VARCHAR(16) NOT NULL,
	name VARCHAR(255) NOT NULL,
	at DATETIME NOT NULL,
	note_key VARCHAR(64) NOT NULL,
	CONSTRAINT pk_attachments PRIMARY KEY (message_key, file_id),
	CONSTRAINT fk_attachments_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "attachments" VALUES('tg:11:1','photo-1','19545e17a40db441','photo','','2026-11-20 09:30:00.000000','tg:11:1');
CREATE TABLE buttons (
	token VARCHAR(64) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	reply_id INTEGER NOT NULL,
	label VARCHAR(200) NOT NULL,
	verb VARCHAR(64) NOT NULL,
	argument TEXT NOT NULL,
	CONSTRAINT pk_buttons PRIMARY KEY (token),
	CONSTRAINT fk_buttons_person_id FOREIGN KEY(person_id) REFERENCES people (id),
	CONSTRAINT fk_buttons_reply_id FOREIGN KEY(reply_id) REFERENCES replies (id)
);
INSERT INTO "buttons" VALUES('b:vMSXfC4r1FenF2CwyeCPHg','19545e17a40db441',1,'出稿','draft','');
CREATE TABLE draft_versions (
	draft_id VARCHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	report TEXT NOT NULL,
	engine VARCHAR(64) NOT NULL,
	note_ids TEXT NOT NULL,
	reason VARCHAR(200) NOT NULL,
	turn_key VARCHAR(64) NOT NULL,
	CONSTRAINT pk_draft_versions PRIMARY KEY (draft_id, version),
	CONSTRAINT fk_draft_versions_draft_id FOREIGN KEY(draft_id) REFERENCES drafts (id),
	CONSTRAINT fk_draft_versions_turn_key FOREIGN KEY(turn_key) REFERENCES turns ("key")
);
INSERT INTO "draft_versions" VALUES('d6140e637cec885b',1,'{"title":"县图书馆送书","text":"11月20日上午，县图书馆在城东社区送书320册，6名志愿者参加。","checks":{"passed":true,"length":30,"empty":[],"ungrounded":[],"grounded":0,"total":0},"facts":[{"text":"320册","kind":"quantity","message":0,"start":10,"end":14}],"missing":[],"conflicts":[],"unused":[]}','offline','["n1"]','','tg:2');
CREATE TABLE drafts (
	id VARCHAR(32) NOT NULL,
	notebook_id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	on_desk BOOLEAN NOT NULL,
	CONSTRAINT pk_drafts PRIMARY KEY (id),
	CONSTRAINT uq_drafts_notebook_id_number UNIQUE (notebook_id, number),
	CONSTRAINT fk_drafts_notebook_id FOREIGN KEY(notebook_id) REFERENCES notebooks (id)
);
INSERT INTO "drafts" VALUES('d6140e637cec885b',1,1,1);
CREATE TABLE inbox (
	seq INTEGER NOT NULL,
	"key" VARCHAR(64) NOT NULL,
	lead VARCHAR(64),
	chat_id BIGINT,
	message_id BIGINT,
	body TEXT NOT NULL,
	received_at DATETIME NOT NULL,
	done_at DATETIME,
	failure VARCHAR(100),
	CONSTRAINT pk_inbox PRIMARY KEY (seq),
	CONSTRAINT uq_inbox_key UNIQUE ("key")
);
INSERT INTO "inbox" VALUES(1,'tg:1',NULL,11,1,'','2026-11-20 09:30:00.000000','2026-11-20 09:30:00.000000',NULL);
INSERT INTO "inbox" VALUES(2,'tg:9',NULL,11,9,'{"update_id":9}','2026-11-20 09:30:00.000000',NULL,NULL);
CREATE TABLE invites (
	code_sha256 VARCHAR(64) NOT NULL,
	unit_id VARCHAR(32) NOT NULL,
	role VARCHAR(16) NOT NULL,
	made_at DATETIME NOT NULL,
	expires_at DATETIME NOT NULL,
	used_by VARCHAR(32),
	used_at DATETIME,
	CONSTRAINT pk_invites PRIMARY KEY (code_sha256),
	CONSTRAINT fk_invites_unit_id FOREIGN KEY(unit_id) REFERENCES units (id),
	CONSTRAINT fk_invites_used_by FOREIGN KEY(used_by) REFERENCES people (id)
);
INSERT INTO "invites" VALUES('8cf6f50be7bc406b8aa40ad7620b1e610e86745dc79684a2e539abe4feae9ea7','6069aeaae7cb2d9b','staff','2026-11-20 09:30:00.000000','2026-11-27 09:30:00.000000','19545e17a40db441','2026-11-20 09:30:00.000000');
INSERT INTO "invites" VALUES('bf0e1263bdfedfff79696e2232aa07ff878d5bd39382e7775f492ffd0099f1d3','411b8ed2249da655','editor','2026-11-20 09:30:00.000000','2026-11-27 09:30:00.000000','8f3833f88f5ae2ef','2026-11-20 09:30:00.000000');
INSERT INTO "invites" VALUES('67901672725182acb5cb335c4e8ad31549855be6edfa550b8e74990a7ad85122','775a404da2661b31','staff','2026-11-20 09:30:00.000000','2026-11-27 09:30:00.000000',NULL,NULL);
CREATE TABLE library_documents (
	id VARCHAR(32) NOT NULL,
	name TEXT NOT NULL,
	title TEXT NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	kind TEXT NOT NULL,
	issuer TEXT NOT NULL,
	number TEXT NOT NULL,
	dated DATE,
	effective DATE,
	expires DATE,
	in_force BOOLEAN,
	replaced_by TEXT NOT NULL,
	digest BOOLEAN NOT NULL,
	unit VARCHAR(32) NOT NULL,
	source TEXT NOT NULL,
	aliases JSON NOT NULL,
	repeals JSON NOT NULL,
	origin TEXT NOT NULL,
	revision INTEGER NOT NULL,
	CONSTRAINT pk_library_documents PRIMARY KEY (id)
);
CREATE TABLE library_passages (
	id VARCHAR(32) NOT NULL,
	document_id VARCHAR(32) NOT NULL,
	ordinal INTEGER NOT NULL,
	clause TEXT NOT NULL,
	path JSON NOT NULL,
	text TEXT NOT NULL,
	page INTEGER,
	lead TEXT NOT NULL,
	vector BLOB NOT NULL,
	embedder VARCHAR(64) NOT NULL,
	CONSTRAINT pk_library_passages PRIMARY KEY (id),
	CONSTRAINT fk_library_passages_document_id FOREIGN KEY(document_id) REFERENCES library_documents (id) ON DELETE CASCADE
);
CREATE TABLE library_state (
	"key" VARCHAR(32) NOT NULL,
	value INTEGER NOT NULL,
	CONSTRAINT pk_library_state PRIMARY KEY ("key")
);
CREATE TABLE note_versions (
	note_id VARCHAR(64) NOT NULL,
	version INTEGER NOT NULL,
	text TEXT NOT NULL,
	turn_key VARCHAR(64) NOT NULL,
	CONSTRAINT pk_note_versions PRIMARY KEY (note_id, version),
	CONSTRAINT fk_note_versions_note_id FOREIGN KEY(note_id) REFERENCES notes (id),
	CONSTRAINT fk_note_versions_turn_key FOREIGN KEY(turn_key) REFERENCES turns ("key")
);
INSERT INTO "note_versions" VALUES('n1',1,'今天上午在城东社区送书320册，6名志愿者参加','tg:1');
CREATE TABLE notebooks (
	id INTEGER NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	opened_at DATETIME NOT NULL,
	closed_at DATETIME,
	CONSTRAINT pk_notebooks PRIMARY KEY (id),
	CONSTRAINT fk_notebooks_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "notebooks" VALUES(1,'19545e17a40db441','2026-11-20 09:30:00.000000',NULL);
CREATE TABLE notes (
	id VARCHAR(64) NOT NULL,
	seq INTEGER NOT NULL,
	notebook_id INTEGER NOT NULL,
	message_key VARCHAR(64) NOT NULL,
	speaker VARCHAR(200) NOT NULL,
	said_at DATETIME,
	CONSTRAINT pk_notes PRIMARY KEY (id),
	CONSTRAINT uq_notes_notebook_id_seq UNIQUE (notebook_id, seq),
	CONSTRAINT fk_notes_notebook_id FOREIGN KEY(notebook_id) REFERENCES notebooks (id)
);
INSERT INTO "notes" VALUES('n1',1,1,'tg:11:1','小李','2026-11-20 09:30:00.000000');
CREATE TABLE people (
	id VARCHAR(32) NOT NULL,
	name VARCHAR(200) NOT NULL,
	unit_id VARCHAR(32) NOT NULL,
	role VARCHAR(16) NOT NULL,
	active BOOLEAN NOT NULL,
	telegram_id BIGINT,
	since DATETIME NOT NULL,
	CONSTRAINT pk_people PRIMARY KEY (id),
	CONSTRAINT fk_people_unit_id FOREIGN KEY(unit_id) REFERENCES units (id),
	CONSTRAINT uq_people_telegram_id UNIQUE (telegram_id)
);
INSERT INTO "people" VALUES('19545e17a40db441','小李','6069aeaae7cb2d9b','staff',1,11,'2026-11-20 09:30:00.000000');
INSERT INTO "people" VALUES('8f3833f88f5ae2ef','王审核','411b8ed2249da655','editor',1,12,'2026-11-20 09:30:00.000000');
CREATE TABLE replies (
	id INTEGER NOT NULL,
	turn_key VARCHAR(64) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	text TEXT NOT NULL,
	buttons TEXT NOT NULL,
	sent_at DATETIME,
	message_key VARCHAR(64) NOT NULL,
	CONSTRAINT pk_replies PRIMARY KEY (id),
	CONSTRAINT fk_replies_turn_key FOREIGN KEY(turn_key) REFERENCES turns ("key"),
	CONSTRAINT fk_replies_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "replies" VALUES(1,'tg:1','19545e17a40db441','已记第1条。','[[["出稿","b:vMSXfC4r1FenF2CwyeCPHg"]]]','2026-11-20 09:30:00.000000','tg:11:2');
INSERT INTO "replies" VALUES(2,'tg:2','19545e17a40db441','稿','[]',NULL,'');
INSERT INTO "replies" VALUES(3,'tg:3','19545e17a40db441','不超过3人。','[]',NULL,'');
CREATE TABLE strangers (
	telegram_id BIGINT NOT NULL,
	day DATE NOT NULL,
	tries INTEGER NOT NULL,
	answered BOOLEAN NOT NULL,
	CONSTRAINT pk_strangers PRIMARY KEY (telegram_id, day)
);
INSERT INTO "strangers" VALUES(99,'2026-11-20',0,1);
CREATE TABLE turns (
	"key" VARCHAR(64) NOT NULL,
	person_id VARCHAR(32) NOT NULL,
	at DATETIME NOT NULL,
	CONSTRAINT pk_turns PRIMARY KEY ("key"),
	CONSTRAINT fk_turns_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "turns" VALUES('tg:1','19545e17a40db441','2026-11-20 09:30:00.000000');
INSERT INTO "turns" VALUES('tg:2','19545e17a40db441','2026-11-20 09:30:00.000000');
INSERT INTO "turns" VALUES('tg:3','19545e17a40db441','2026-11-20 09:30:00.000000');
CREATE TABLE units (
	id VARCHAR(32) NOT NULL,
	name VARCHAR(200) NOT NULL,
	parent VARCHAR(32),
	CONSTRAINT pk_units PRIMARY KEY (id),
	CONSTRAINT uq_units_name UNIQUE (name),
	CONSTRAINT fk_units_parent FOREIGN KEY(parent) REFERENCES units (id)
);
INSERT INTO "units" VALUES('6069aeaae7cb2d9b','县图书馆',NULL);
INSERT INTO "units" VALUES('411b8ed2249da655','县文旅局',NULL);
INSERT INTO "units" VALUES('775a404da2661b31','县博物馆',NULL);
CREATE TABLE waiting (
	person_id VARCHAR(32) NOT NULL,
	kind VARCHAR(64) NOT NULL,
	data TEXT NOT NULL,
	CONSTRAINT pk_waiting PRIMARY KEY (person_id),
	CONSTRAINT fk_waiting_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "waiting" VALUES('19545e17a40db441','gaps','{"asked":"地点"}');
CREATE INDEX ix_inbox_lead ON inbox (lead);
CREATE INDEX ix_inbox_undone ON inbox (seq) WHERE done_at IS NULL;
CREATE INDEX ix_library_passages_document ON library_passages (document_id, ordinal);
CREATE UNIQUE INDEX uq_notebooks_open ON notebooks (person_id) WHERE closed_at IS NULL;
CREATE INDEX ix_attachments_note_key ON attachments (note_key);
CREATE INDEX ix_replies_turn_key ON replies (turn_key);
CREATE INDEX ix_replies_unsent ON replies (id) WHERE sent_at IS NULL;
CREATE INDEX ix_notes_message_key ON notes (message_key);
CREATE INDEX ix_answers_person_id ON answers (person_id);
COMMIT;
