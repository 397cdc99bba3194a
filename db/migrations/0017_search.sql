CREATE TABLE "sample_corrections" (
	"sample_id" uuid PRIMARY KEY NOT NULL,
	"bpm" double precision,
	"bpm_by" uuid,
	"bpm_at" timestamp with time zone,
	"key_tonic" smallint,
	"key_mode" text,
	"key_by" uuid,
	"key_at" timestamp with time zone,
	"kind" text,
	"kind_by" uuid,
	"kind_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sample_tags" (
	"sample_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"tag" text NOT NULL,
	"verdict" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sample_tags_sample_id_tag_pk" PRIMARY KEY("sample_id","tag")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"sample_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"revision" bigint NOT NULL,
	"is_deleted" boolean DEFAULT false NOT NULL,
	"version" smallint NOT NULL,
	"document" "tsvector" DEFAULT ''::tsvector NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"facets" text[] DEFAULT '{}' NOT NULL,
	"added_at" timestamp with time zone,
	"bpm" double precision,
	"key_tonic" smallint,
	"key_mode" text,
	"kind" text,
	"seconds" double precision,
	"lufs" double precision,
	"size_bytes" bigint,
	"year" integer,
	"rating" double precision
);
--> statement-breakpoint
CREATE TABLE "search_queue" (
	"change" bigserial PRIMARY KEY NOT NULL,
	"sample_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"term" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "search_terms_owner_id_kind_term_pk" PRIMARY KEY("owner_id","kind","term")
);
--> statement-breakpoint
CREATE TABLE "search_vectors" (
	"sample_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"vector" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sample_corrections" ADD CONSTRAINT "sample_corrections_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_corrections" ADD CONSTRAINT "sample_corrections_bpm_by_users_id_fk" FOREIGN KEY ("bpm_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_corrections" ADD CONSTRAINT "sample_corrections_key_by_users_id_fk" FOREIGN KEY ("key_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_corrections" ADD CONSTRAINT "sample_corrections_kind_by_users_id_fk" FOREIGN KEY ("kind_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_tags" ADD CONSTRAINT "sample_tags_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_tags" ADD CONSTRAINT "sample_tags_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sample_corrections_bpm_by_index" ON "sample_corrections" USING btree ("bpm_by");--> statement-breakpoint
CREATE INDEX "sample_corrections_key_by_index" ON "sample_corrections" USING btree ("key_by");--> statement-breakpoint
CREATE INDEX "sample_corrections_kind_by_index" ON "sample_corrections" USING btree ("kind_by");--> statement-breakpoint
CREATE INDEX "sample_tags_owner_tag_index" ON "sample_tags" USING btree ("owner_id","tag");--> statement-breakpoint
CREATE UNIQUE INDEX "search_documents_revision_index" ON "search_documents" USING btree ("revision");--> statement-breakpoint
CREATE FUNCTION queue_sample_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_queue (sample_id) VALUES (coalesce(NEW.id, OLD.id));
	PERFORM pg_notify('search_queue', '');
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION queue_part_of_sample_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO search_queue (sample_id) VALUES (coalesce(NEW.sample_id, OLD.sample_id));
	PERFORM pg_notify('search_queue', '');
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER samples_search AFTER INSERT OR DELETE OR UPDATE OF owner_id, file_name, folder_path, status, size_bytes, favourited_at, deleted_at ON samples
	FOR EACH ROW EXECUTE FUNCTION queue_sample_for_search();
--> statement-breakpoint
CREATE TRIGGER analyses_search AFTER INSERT OR DELETE OR UPDATE OF record, analyser_version, duration_seconds, bpm, bpm_confidence, key_tonic, key_mode, key_confidence, note, kind, kind_confidence, tags, integrated_lufs, ungated_lufs ON analyses
	FOR EACH ROW EXECUTE FUNCTION queue_part_of_sample_for_search();
--> statement-breakpoint
CREATE TRIGGER file_tags_search AFTER INSERT OR UPDATE OR DELETE ON file_tags
	FOR EACH ROW EXECUTE FUNCTION queue_part_of_sample_for_search();
--> statement-breakpoint
CREATE TRIGGER sample_corrections_search AFTER INSERT OR UPDATE OR DELETE ON sample_corrections
	FOR EACH ROW EXECUTE FUNCTION queue_part_of_sample_for_search();
--> statement-breakpoint
CREATE TRIGGER sample_tags_search AFTER INSERT OR UPDATE OR DELETE ON sample_tags
	FOR EACH ROW EXECUTE FUNCTION queue_part_of_sample_for_search();
--> statement-breakpoint
INSERT INTO search_queue (sample_id) SELECT id FROM samples;
