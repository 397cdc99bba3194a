CREATE TABLE "artists" (
	"owner_id" uuid PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"avatar_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "artists_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "plays" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"user_id" uuid,
	"listener_key" text NOT NULL,
	"context" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"set_aside_reason" text,
	"rule_version" smallint NOT NULL,
	"heard_seconds" double precision DEFAULT 0 NOT NULL,
	"last_position_seconds" double precision DEFAULT 0 NOT NULL,
	"heartbeats" integer DEFAULT 0 NOT NULL,
	"was_audible" boolean DEFAULT false NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_heard_at" timestamp with time zone,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "publication_downloads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid,
	"user_id" uuid,
	"title" text NOT NULL,
	"artist_name" text NOT NULL,
	"address" text NOT NULL,
	"licence" text NOT NULL,
	"ai_training" text NOT NULL,
	"sha256" char(64) NOT NULL,
	"downloaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"sample_id" uuid,
	"slug" text NOT NULL,
	"state" text DEFAULT 'public' NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"licence" text NOT NULL,
	"ai_training" text NOT NULL,
	"allows_download" boolean NOT NULL,
	"bpm" double precision,
	"key_tonic" smallint,
	"key_mode" text,
	"kind" text,
	"seconds" double precision NOT NULL,
	"lufs" double precision,
	"sha256" char(64) NOT NULL,
	"overview" text,
	"facets" text[] DEFAULT '{}' NOT NULL,
	"document" "tsvector" DEFAULT ''::tsvector NOT NULL,
	"preview_key" text,
	"preview_version" smallint DEFAULT 0 NOT NULL,
	"download_count" integer DEFAULT 0 NOT NULL,
	"play_count" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"gone_at" timestamp with time zone,
	"taken_down_reason" text,
	"appeal" text,
	CONSTRAINT "publications_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "artists" ADD CONSTRAINT "artists_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plays" ADD CONSTRAINT "plays_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plays" ADD CONSTRAINT "plays_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_downloads" ADD CONSTRAINT "publication_downloads_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_downloads" ADD CONSTRAINT "publication_downloads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plays_publication_index" ON "plays" USING btree ("publication_id","started_at");--> statement-breakpoint
CREATE INDEX "plays_listener_index" ON "plays" USING btree ("listener_key","publication_id","started_at");--> statement-breakpoint
CREATE INDEX "plays_user_index" ON "plays" USING btree ("user_id","started_at");--> statement-breakpoint
CREATE INDEX "plays_state_index" ON "plays" USING btree ("state","started_at");--> statement-breakpoint
CREATE INDEX "publication_downloads_publication_index" ON "publication_downloads" USING btree ("publication_id","downloaded_at");--> statement-breakpoint
CREATE INDEX "publication_downloads_user_index" ON "publication_downloads" USING btree ("user_id","downloaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_public_sample_index" ON "publications" USING btree ("sample_id") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "publications_sample_id_index" ON "publications" USING btree ("sample_id");--> statement-breakpoint
CREATE INDEX "publications_owner_index" ON "publications" USING btree ("owner_id","published_at","id");--> statement-breakpoint
CREATE INDEX "publications_public_index" ON "publications" USING btree ("published_at","id") WHERE state = 'public';--> statement-breakpoint
CREATE INDEX "publications_plays_index" ON "publications" USING btree ("play_count","id") WHERE state = 'public';--> statement-breakpoint
CREATE INDEX "publications_words_index" ON "publications" USING gin ("document","facets");--> statement-breakpoint
CREATE INDEX "publications_expires_index" ON "publications" USING btree ("expires_at") WHERE expires_at is not null and state = 'public';--> statement-breakpoint
CREATE INDEX "publications_preview_key_index" ON "publications" USING btree ("preview_key");
