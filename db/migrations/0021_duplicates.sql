CREATE TABLE "duplicate_dismissals" (
	"owner_id" uuid NOT NULL,
	"sample_a" uuid NOT NULL,
	"sample_b" uuid NOT NULL,
	"dismissed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "duplicate_dismissals_sample_a_sample_b_pk" PRIMARY KEY("sample_a","sample_b")
);
--> statement-breakpoint
CREATE TABLE "duplicate_pairs" (
	"owner_id" uuid NOT NULL,
	"sample_a" uuid NOT NULL,
	"sample_b" uuid NOT NULL,
	"kind" text NOT NULL,
	"similarity" real NOT NULL,
	CONSTRAINT "duplicate_pairs_sample_a_sample_b_pk" PRIMARY KEY("sample_a","sample_b")
);
--> statement-breakpoint
CREATE TABLE "sample_duplicates" (
	"sample_id" uuid NOT NULL,
	"level" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "sample_duplicates_sample_id_level_pk" PRIMARY KEY("sample_id","level")
);
--> statement-breakpoint
CREATE TABLE "recording_prints" (
	"sample_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"sha256" char(64) NOT NULL,
	"version" smallint NOT NULL,
	"seconds" double precision NOT NULL,
	"fingerprint" "bytea",
	"words" bigint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recording_words" (
	"word" bigint NOT NULL,
	"sample_id" uuid NOT NULL,
	CONSTRAINT "recording_words_word_sample_id_pk" PRIMARY KEY("word","sample_id")
);
--> statement-breakpoint
ALTER TABLE "duplicate_dismissals" ADD CONSTRAINT "duplicate_dismissals_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_dismissals" ADD CONSTRAINT "duplicate_dismissals_sample_a_samples_id_fk" FOREIGN KEY ("sample_a") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_dismissals" ADD CONSTRAINT "duplicate_dismissals_sample_b_samples_id_fk" FOREIGN KEY ("sample_b") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_sample_a_samples_id_fk" FOREIGN KEY ("sample_a") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_sample_b_samples_id_fk" FOREIGN KEY ("sample_b") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_duplicates" ADD CONSTRAINT "sample_duplicates_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_duplicates" ADD CONSTRAINT "sample_duplicates_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_prints" ADD CONSTRAINT "recording_prints_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_prints" ADD CONSTRAINT "recording_prints_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duplicate_dismissals_sample_b_index" ON "duplicate_dismissals" USING btree ("sample_b");--> statement-breakpoint
CREATE INDEX "duplicate_dismissals_owner_id_index" ON "duplicate_dismissals" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_sample_b_index" ON "duplicate_pairs" USING btree ("sample_b");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_owner_id_index" ON "duplicate_pairs" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "sample_duplicates_owner_group_index" ON "sample_duplicates" USING btree ("owner_id","level","group_id");--> statement-breakpoint
CREATE INDEX "sample_duplicates_group_id_index" ON "sample_duplicates" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "recording_prints_sha256_index" ON "recording_prints" USING btree ("sha256");--> statement-breakpoint
-- Written by hand from here on: the rows of words, and what search must know.
CREATE FUNCTION keep_recording_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		DELETE FROM recording_words w USING unnest(OLD.words) old_word WHERE w.word = old_word AND w.sample_id = OLD.sample_id;
	END IF;
	IF TG_OP <> 'DELETE' THEN
		INSERT INTO recording_words (word, sample_id) SELECT DISTINCT unnest(NEW.words), NEW.sample_id ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER recording_prints_words AFTER INSERT OR UPDATE OF words OR DELETE ON recording_prints
	FOR EACH ROW EXECUTE FUNCTION keep_recording_words();
--> statement-breakpoint
CREATE FUNCTION queue_duplicates_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- Whether the others of a group have a duplicate may change with each of its samples. In a large group it does not.
	INSERT INTO search_queue (sample_id)
		SELECT unnest(members) FROM (SELECT OLD.group_id AS id UNION SELECT NEW.group_id) touched
		CROSS JOIN LATERAL (
			SELECT array_agg(sample_id) AS members FROM (
				SELECT sample_id FROM sample_duplicates WHERE level = 'recording' AND group_id = touched.id LIMIT 51
			) part
		) found WHERE cardinality(members) <= 50
		UNION SELECT coalesce(NEW.sample_id, OLD.sample_id);
	PERFORM pg_notify('search_queue', '');
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER sample_duplicates_search AFTER INSERT OR UPDATE OF group_id OR DELETE ON sample_duplicates
	FOR EACH ROW EXECUTE FUNCTION queue_duplicates_for_search();
--> statement-breakpoint
CREATE FUNCTION queue_duplicates_of_samples_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- Once for a whole group, however many of it go into the trash or come back; not where many stay outside of it.
	INSERT INTO search_queue (sample_id)
		SELECT unnest(found.present) FROM (
			SELECT mine.group_id, count(*) FILTER (WHERE new_rows.deleted_at IS NOT NULL) AS trashed,
				count(*) FILTER (WHERE new_rows.deleted_at IS NULL) AS restored
			FROM old_rows JOIN new_rows USING (id)
			JOIN sample_duplicates mine ON mine.sample_id = id AND mine.level = 'recording'
			WHERE (old_rows.deleted_at IS NULL) <> (new_rows.deleted_at IS NULL)
			GROUP BY mine.group_id
		) changed CROSS JOIN LATERAL (
			SELECT array_agg(sample_id) AS present FROM (
				SELECT other.sample_id FROM sample_duplicates other
				JOIN samples ON samples.id = other.sample_id AND samples.deleted_at IS NULL
				WHERE other.group_id = changed.group_id LIMIT 51 + changed.restored
			) part
		) found
		WHERE least(cardinality(found.present), cardinality(found.present) + changed.trashed - changed.restored) <= 50;
	IF FOUND THEN PERFORM pg_notify('search_queue', ''); END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER samples_duplicates_search AFTER UPDATE ON samples
	REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
	FOR EACH STATEMENT EXECUTE FUNCTION queue_duplicates_of_samples_for_search();
