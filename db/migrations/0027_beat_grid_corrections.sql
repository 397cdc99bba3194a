ALTER TABLE "sample_corrections" ADD COLUMN "grid_shift_beats" smallint;--> statement-breakpoint
ALTER TABLE "sample_corrections" ADD COLUMN "grid_offset_ms" integer;--> statement-breakpoint
ALTER TABLE "sample_corrections" ADD COLUMN "grid_by" uuid;--> statement-breakpoint
ALTER TABLE "sample_corrections" ADD COLUMN "grid_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sample_corrections" ADD CONSTRAINT "sample_corrections_grid_by_users_id_fk" FOREIGN KEY ("grid_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sample_corrections_grid_by_index" ON "sample_corrections" USING btree ("grid_by");