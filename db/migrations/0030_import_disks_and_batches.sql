ALTER TABLE "import_folders" ADD COLUMN "disks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_scans" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "import_scans" ADD CONSTRAINT "import_scans_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_scans_batch_index" ON "import_scans" USING btree ("batch_id");