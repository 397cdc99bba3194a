CREATE TABLE "query_sounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"source" text NOT NULL,
	"sample_id" uuid,
	"start_seconds" double precision,
	"end_seconds" double precision,
	"vector" "bytea" NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "query_sounds" ADD CONSTRAINT "query_sounds_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query_sounds" ADD CONSTRAINT "query_sounds_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "query_sounds_owner_created_index" ON "query_sounds" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "query_sounds_expires_at_index" ON "query_sounds" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "query_sounds_sample_id_index" ON "query_sounds" USING btree ("sample_id");