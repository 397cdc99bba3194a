CREATE TABLE "file_tags" (
	"sample_id" uuid PRIMARY KEY NOT NULL,
	"sha256" char(64) NOT NULL,
	"reader_version" integer NOT NULL,
	"title" text,
	"artist" text,
	"album" text,
	"album_artist" text,
	"track" integer,
	"disc" integer,
	"year" integer,
	"genres" text[] DEFAULT '{}' NOT NULL,
	"comment" text,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"bpm" double precision,
	"key_tonic" smallint,
	"key_mode" text,
	"rating" double precision,
	"kind" text,
	"beats" integer,
	"root_note" smallint,
	"loops" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"cues" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"notes" text[] DEFAULT '{}' NOT NULL,
	"cover_key" text,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file_tags" ADD CONSTRAINT "file_tags_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_tags_sha256_index" ON "file_tags" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "file_tags_cover_key_index" ON "file_tags" USING btree ("cover_key");