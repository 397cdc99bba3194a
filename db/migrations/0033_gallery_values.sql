ALTER TABLE "publications" ADD COLUMN "bpm_confidence" double precision;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "key_confidence" double precision;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "values_revision" bigint DEFAULT -1 NOT NULL;