ALTER TABLE "object_deletions" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "object_deletions" ADD COLUMN "counted_bytes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "samples" ADD COLUMN "original_missing_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "object_deletions_owner_id_index" ON "object_deletions" USING btree ("owner_id") WHERE "object_deletions"."counted_bytes" > 0;--> statement-breakpoint
CREATE INDEX "uploads_object_key_index" ON "uploads" USING btree ("object_key");