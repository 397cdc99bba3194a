-- Counters of the earlier shape say nothing any more.
TRUNCATE "rate_limits";--> statement-breakpoint
ALTER TABLE "rate_limits" ALTER COLUMN "key" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "rate_limits" ADD COLUMN "short_count" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_limits" ADD COLUMN "short_expires_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_limits" ADD COLUMN "long_count" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_limits" ADD COLUMN "long_expires_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_limits" ADD COLUMN "admitted" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_limits" ADD COLUMN "refused" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "rate_limits" DROP COLUMN "points";--> statement-breakpoint
ALTER TABLE "rate_limits" DROP COLUMN "expire";--> statement-breakpoint
-- No request waits for the disk, and an update stays on its page.
ALTER TABLE "rate_limits" SET UNLOGGED;--> statement-breakpoint
ALTER TABLE "rate_limits" SET (fillfactor = 50);
