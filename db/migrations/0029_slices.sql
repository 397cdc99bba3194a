CREATE TABLE "sample_origins" (
	"sample_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"parent_id" uuid NOT NULL,
	"start_seconds" double precision NOT NULL,
	"end_seconds" double precision NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"sample_id" uuid NOT NULL,
	"name" text NOT NULL,
	"start_seconds" double precision NOT NULL,
	"end_seconds" double precision NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "slices_are_forwards" CHECK ("slices"."end_seconds" > "slices"."start_seconds")
);
--> statement-breakpoint
ALTER TABLE "sample_origins" ADD CONSTRAINT "sample_origins_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_origins" ADD CONSTRAINT "sample_origins_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sample_origins" ADD CONSTRAINT "sample_origins_parent_id_samples_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slices" ADD CONSTRAINT "slices_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slices" ADD CONSTRAINT "slices_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sample_origins_owner_id_index" ON "sample_origins" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sample_origins_part_index" ON "sample_origins" USING btree ("parent_id","start_seconds","end_seconds");--> statement-breakpoint
CREATE INDEX "slices_sample_id_index" ON "slices" USING btree ("sample_id","start_seconds");--> statement-breakpoint
CREATE INDEX "slices_owner_id_index" ON "slices" USING btree ("owner_id");