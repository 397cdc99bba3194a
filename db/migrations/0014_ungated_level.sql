ALTER TABLE "analyses" ADD COLUMN "words_version" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "ungated_lufs" double precision;--> statement-breakpoint
CREATE INDEX "analyses_words_version_index" ON "analyses" USING btree ("words_version");--> statement-breakpoint
UPDATE "analyses" SET "ungated_lufs" = ("record" #>> '{loudness,ungatedLufs}')::double precision
WHERE "record" #>> '{loudness,ungatedLufs}' IS NOT NULL;
