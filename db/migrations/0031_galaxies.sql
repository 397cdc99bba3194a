CREATE TABLE "galaxies" (
	"owner_id" uuid PRIMARY KEY NOT NULL,
	"layout" integer DEFAULT 0 NOT NULL,
	"scale" real DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone,
	"layout_wanted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "galaxy_points" (
	"sample_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"x" real NOT NULL,
	"y" real NOT NULL,
	"z" real NOT NULL,
	"sound" integer NOT NULL,
	"is_added" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "galaxies" ADD CONSTRAINT "galaxies_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "galaxy_points" ADD CONSTRAINT "galaxy_points_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "galaxy_points" ADD CONSTRAINT "galaxy_points_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "galaxies_changed_at_index" ON "galaxies" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "galaxies_layout_wanted_at_index" ON "galaxies" USING btree ("layout_wanted_at");--> statement-breakpoint
CREATE INDEX "galaxy_points_owner_id_index" ON "galaxy_points" USING btree ("owner_id");