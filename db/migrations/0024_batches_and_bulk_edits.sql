CREATE TABLE "batch_items" (
	"batch_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"folder_path" text NOT NULL,
	"is_due" boolean DEFAULT false NOT NULL,
	"outcome" text,
	"failure_code" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "batch_items_batch_id_sample_id_pk" PRIMARY KEY("batch_id","sample_id")
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"cancelled_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "bulk_edit_items" (
	"bulk_edit_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"result" text,
	"before" jsonb,
	"made" jsonb,
	"undo_result" text,
	CONSTRAINT "bulk_edit_items_bulk_edit_id_sample_id_pk" PRIMARY KEY("bulk_edit_id","sample_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_edits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"results" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"worked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"undo_asked_at" timestamp with time zone,
	"undo_results" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "samples" ADD COLUMN "reanalysis_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_edit_items" ADD CONSTRAINT "bulk_edit_items_bulk_edit_id_bulk_edits_id_fk" FOREIGN KEY ("bulk_edit_id") REFERENCES "public"."bulk_edits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_edits" ADD CONSTRAINT "bulk_edits_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_items_sample_id_index" ON "batch_items" USING btree ("sample_id");--> statement-breakpoint
CREATE INDEX "batch_items_due_index" ON "batch_items" USING btree ("batch_id","sample_id") WHERE "batch_items"."is_due";--> statement-breakpoint
CREATE INDEX "batches_owner_created_index" ON "batches" USING btree ("owner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "batches_open_index" ON "batches" USING btree ("owner_id") WHERE "batches"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "bulk_edit_items_waiting_index" ON "bulk_edit_items" USING btree ("bulk_edit_id","sample_id") WHERE "bulk_edit_items"."result" is null;--> statement-breakpoint
CREATE INDEX "bulk_edit_items_undo_index" ON "bulk_edit_items" USING btree ("bulk_edit_id","sample_id") WHERE "bulk_edit_items"."result" = 'changed' and "bulk_edit_items"."undo_result" is null;--> statement-breakpoint
CREATE INDEX "bulk_edits_owner_created_index" ON "bulk_edits" USING btree ("owner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bulk_edits_created_at_index" ON "bulk_edits" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "bulk_edits_open_index" ON "bulk_edits" USING btree ("worked_at") WHERE "bulk_edits"."ended_at" is null or ("bulk_edits"."undo_asked_at" is not null and "bulk_edits"."undone_at" is null);