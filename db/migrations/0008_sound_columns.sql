ALTER TABLE "analyses" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "note_confidence" double precision;--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "kind_confidence" double precision;--> statement-breakpoint
ALTER TABLE "analyses" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- The new columns of samples that are analysed already, from their records.
UPDATE "analyses" SET
  "note" = "record" -> 'pitch' ->> 'note',
  "note_confidence" = ("record" -> 'pitch' ->> 'confidence')::double precision,
  "kind" = "record" -> 'kind' ->> 'label',
  "kind_confidence" = ("record" -> 'kind' ->> 'confidence')::double precision,
  "tags" = CASE jsonb_typeof("record" -> 'tags')
    WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text("record" -> 'tags')) ELSE '{}' END;--> statement-breakpoint
-- Single sounds and what is shorter than a second have no key (lib/analysis/record/key-or-note.ts).
UPDATE "analyses" SET
  "tags" = array_remove("tags", "key_mode"), "key_tonic" = NULL, "key_mode" = NULL, "key_confidence" = NULL
WHERE "key_mode" IS NOT NULL AND (
  "note" IS NOT NULL OR ("kind" = 'one-shot' AND "kind_confidence" >= 0.5) OR "duration_seconds" < 1
);
