CREATE TABLE "import_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"folder_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"path" "bytea" NOT NULL,
	"path_hash" "bytea" GENERATED ALWAYS AS (sha256(path)) STORED,
	"shown_path" text NOT NULL,
	"size_bytes" bigint DEFAULT 0 NOT NULL,
	"fingerprint" text,
	"sha256" char(64),
	"state" text DEFAULT 'new' NOT NULL,
	"failure_code" text,
	"waiting_since" timestamp with time zone,
	"not_before" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"sample_id" uuid,
	"sample_name" text,
	"sample_folder" text,
	"seen_by" uuid NOT NULL,
	"read_by" uuid,
	"gone_at" timestamp with time zone,
	"replaced_at" timestamp with time zone,
	"moved_from" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_folders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"root" text NOT NULL,
	"path" "bytea" NOT NULL,
	"path_hash" "bytea" GENERATED ALWAYS AS (sha256(path)) STORED,
	"name" text NOT NULL,
	"shown_path" text NOT NULL,
	"schedule" text DEFAULT 'off' NOT NULL,
	"next_scan_at" timestamp with time zone,
	"identity" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_scans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"folder_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"phase" text DEFAULT 'walking' NOT NULL,
	"run_id" text,
	"lease_until" timestamp with time zone,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"try_again_at" timestamp with time zone,
	"identity" text,
	"files_found" integer DEFAULT 0 NOT NULL,
	"files_left_out" integer DEFAULT 0 NOT NULL,
	"files_to_read" integer DEFAULT 0 NOT NULL,
	"files_read" integer DEFAULT 0 NOT NULL,
	"files_new" integer DEFAULT 0 NOT NULL,
	"files_known" integer DEFAULT 0 NOT NULL,
	"files_changed" integer DEFAULT 0 NOT NULL,
	"files_moved" integer DEFAULT 0 NOT NULL,
	"files_failed" integer DEFAULT 0 NOT NULL,
	"files_gone" integer DEFAULT 0 NOT NULL,
	"bytes_to_read" bigint DEFAULT 0 NOT NULL,
	"bytes_read" bigint DEFAULT 0 NOT NULL,
	"bytes_copied" bigint DEFAULT 0 NOT NULL,
	"reading_ms" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_folder_id_import_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."import_folders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_folders" ADD CONSTRAINT "import_folders_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_scans" ADD CONSTRAINT "import_scans_folder_id_import_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."import_folders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_scans" ADD CONSTRAINT "import_scans_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "import_files_path_index" ON "import_files" USING btree ("folder_id","path_hash") WHERE "import_files"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "import_files_folder_index" ON "import_files" USING btree ("folder_id","id");--> statement-breakpoint
CREATE INDEX "import_files_waiting_index" ON "import_files" USING btree ("folder_id","id") WHERE "import_files"."waiting_since" is not null;--> statement-breakpoint
CREATE INDEX "import_files_bytes_index" ON "import_files" USING btree ("folder_id","sha256");--> statement-breakpoint
CREATE INDEX "import_files_sample_index" ON "import_files" USING btree ("sample_id");--> statement-breakpoint
CREATE INDEX "import_files_read_by_index" ON "import_files" USING btree ("read_by");--> statement-breakpoint
CREATE INDEX "import_files_owner_index" ON "import_files" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "import_folders_owner_path_index" ON "import_folders" USING btree ("owner_id","root","path_hash");--> statement-breakpoint
CREATE INDEX "import_folders_next_scan_index" ON "import_folders" USING btree ("next_scan_at") WHERE "import_folders"."next_scan_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "import_scans_active_index" ON "import_scans" USING btree ("folder_id") WHERE "import_scans"."status" not in ('completed', 'cancelled');--> statement-breakpoint
CREATE INDEX "import_scans_folder_index" ON "import_scans" USING btree ("folder_id","created_at");--> statement-breakpoint
CREATE INDEX "import_scans_owner_index" ON "import_scans" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "import_scans_open_index" ON "import_scans" USING btree ("status") WHERE "import_scans"."status" not in ('completed', 'cancelled');