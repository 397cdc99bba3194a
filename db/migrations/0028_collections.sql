CREATE TABLE "collection_items" (
	"collection_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"position" double precision NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collection_items_collection_id_sample_id_pk" PRIMARY KEY("collection_id","sample_id")
);
--> statement-breakpoint
CREATE TABLE "collection_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"collection_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"allows_download" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "collection_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "collection_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"collection_id" uuid NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"role" text NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"joined_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"colour" text NOT NULL,
	"cover_sample_id" uuid,
	"query" text,
	"position" double precision NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"level" smallint GENERATED ALWAYS AS (case when parent_id is null then 0 else 1 end) STORED NOT NULL,
	"parent_level" smallint GENERATED ALWAYS AS (case when parent_id is null then null else 0 end) STORED,
	CONSTRAINT "collections_nesting_key" UNIQUE("id","owner_id","level")
);
--> statement-breakpoint
CREATE TABLE "playlists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"wishes" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"cost" double precision NOT NULL,
	"greedy_cost" double precision NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_links" ADD CONSTRAINT "collection_links_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_members" ADD CONSTRAINT "collection_members_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_members" ADD CONSTRAINT "collection_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_cover_sample_id_samples_id_fk" FOREIGN KEY ("cover_sample_id") REFERENCES "public"."samples"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_parent_key" FOREIGN KEY ("parent_id","owner_id","parent_level") REFERENCES "public"."collections"("id","owner_id","level") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playlists" ADD CONSTRAINT "playlists_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collection_items_position_index" ON "collection_items" USING btree ("collection_id","position","sample_id");--> statement-breakpoint
CREATE INDEX "collection_items_sample_id_index" ON "collection_items" USING btree ("sample_id");--> statement-breakpoint
CREATE INDEX "collection_items_added_by_index" ON "collection_items" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "collection_links_collection_id_index" ON "collection_links" USING btree ("collection_id");--> statement-breakpoint
CREATE UNIQUE INDEX "collection_members_email_index" ON "collection_members" USING btree ("collection_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "collection_members_user_index" ON "collection_members" USING btree ("user_id","collection_id");--> statement-breakpoint
CREATE INDEX "collection_members_invited_index" ON "collection_members" USING btree ("email");--> statement-breakpoint
CREATE INDEX "collections_owner_position_index" ON "collections" USING btree ("owner_id","position","id");--> statement-breakpoint
CREATE INDEX "collections_parent_id_index" ON "collections" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "collections_cover_sample_id_index" ON "collections" USING btree ("cover_sample_id");--> statement-breakpoint
CREATE INDEX "collections_deleted_at_index" ON "collections" USING btree ("deleted_at") WHERE "collections"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "playlists_owner_id_index" ON "playlists" USING btree ("owner_id","id");