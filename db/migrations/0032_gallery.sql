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
CREATE TABLE "follows" (
	"artist_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"followed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_artist_id_user_id_pk" PRIMARY KEY("artist_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "publication_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at_seconds" double precision,
	"state" text DEFAULT 'shown' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication_favourites" (
	"publication_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"favourited_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publication_favourites_publication_id_user_id_pk" PRIMARY KEY("publication_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"comment_id" uuid,
	"user_id" uuid,
	"reason" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone
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
	"favourite_count" integer DEFAULT 0 NOT NULL,
	"comment_count" integer DEFAULT 0 NOT NULL,
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
ALTER TABLE "follows" ADD CONSTRAINT "follows_artist_id_artists_owner_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("owner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_comments" ADD CONSTRAINT "publication_comments_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_comments" ADD CONSTRAINT "publication_comments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_favourites" ADD CONSTRAINT "publication_favourites_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_favourites" ADD CONSTRAINT "publication_favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_comment_id_publication_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."publication_comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_downloads" ADD CONSTRAINT "publication_downloads_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_downloads" ADD CONSTRAINT "publication_downloads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plays_publication_index" ON "plays" USING btree ("publication_id","started_at");--> statement-breakpoint
CREATE INDEX "plays_listener_index" ON "plays" USING btree ("listener_key","publication_id","started_at");--> statement-breakpoint
CREATE INDEX "plays_user_index" ON "plays" USING btree ("user_id","started_at");--> statement-breakpoint
CREATE INDEX "plays_state_index" ON "plays" USING btree ("state","started_at");--> statement-breakpoint
CREATE INDEX "follows_user_index" ON "follows" USING btree ("user_id","followed_at");--> statement-breakpoint
CREATE INDEX "publication_comments_publication_index" ON "publication_comments" USING btree ("publication_id","created_at","id");--> statement-breakpoint
CREATE INDEX "publication_comments_user_index" ON "publication_comments" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "publication_favourites_user_index" ON "publication_favourites" USING btree ("user_id","favourited_at");--> statement-breakpoint
CREATE INDEX "reports_state_index" ON "reports" USING btree ("state","reported_at","id");--> statement-breakpoint
CREATE INDEX "reports_publication_index" ON "reports" USING btree ("publication_id");--> statement-breakpoint
CREATE INDEX "reports_comment_index" ON "reports" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "reports_user_index" ON "reports" USING btree ("user_id","reported_at");--> statement-breakpoint
CREATE INDEX "reports_answered_by_index" ON "reports" USING btree ("answered_by");--> statement-breakpoint
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