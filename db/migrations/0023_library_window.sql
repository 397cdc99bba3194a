CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "instruments" text[];--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "overview" text;--> statement-breakpoint
ALTER TABLE "samples" ADD COLUMN "licence" text;--> statement-breakpoint
ALTER TABLE "samples" ADD COLUMN "ai_training" text;--> statement-breakpoint
ALTER TABLE "search_terms" ADD COLUMN "written" text;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_owner_name_index" ON "saved_views" USING btree ("owner_id",lower("name"));--> statement-breakpoint
CREATE INDEX "analyses_no_overview_index" ON "analyses" USING btree ("sample_id") WHERE "analyses"."overview" is null;--> statement-breakpoint
-- By hand: what is said about rights is searched.
DROP TRIGGER samples_search ON samples;--> statement-breakpoint
CREATE TRIGGER samples_search AFTER INSERT OR DELETE OR UPDATE OF owner_id, file_name, folder_path, status, size_bytes, favourited_at, licence, ai_training, deleted_at ON samples
	FOR EACH ROW EXECUTE FUNCTION queue_sample_for_search();
