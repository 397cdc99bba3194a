ALTER TABLE "publications" ADD COLUMN "appealed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "appeal_answered_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "publications_appealed_index" ON "publications" USING btree ("appealed_at","id") WHERE appeal is not null and appeal_answered_at is null;