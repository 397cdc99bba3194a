CREATE TABLE "plugin_results" (
	"sample_id" uuid NOT NULL,
	"plugin" text NOT NULL,
	"sha256" char(64) NOT NULL,
	"analyser_version" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plugin_results_sample_id_plugin_pk" PRIMARY KEY("sample_id","plugin")
);
--> statement-breakpoint
ALTER TABLE "plugin_results" ADD CONSTRAINT "plugin_results_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plugin_results_sha256_index" ON "plugin_results" USING btree ("sha256","plugin");