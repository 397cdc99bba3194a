ALTER TABLE "analyses" ADD COLUMN "playable_key" text;--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "playable_version" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "analyses_playable_version_index" ON "analyses" USING btree ("playable_version","created_at");