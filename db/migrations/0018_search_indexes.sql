-- By hand: both extensions come with Postgres and are trusted, so the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- By hand: compared byte by byte, so that an index finds everything that begins with the same letters.
ALTER TABLE "search_documents" ALTER COLUMN "name" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "search_terms" ALTER COLUMN "kind" TYPE text COLLATE "C", ALTER COLUMN "term" TYPE text COLLATE "C";--> statement-breakpoint
CREATE SEQUENCE "public"."search_revisions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE INDEX "search_documents_version_index" ON "search_documents" USING btree ("version");--> statement-breakpoint
CREATE INDEX "search_documents_words_index" ON "search_documents" USING gin ("owner_id","document","facets") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_documents_added_index" ON "search_documents" USING btree ("owner_id","added_at","sample_id");--> statement-breakpoint
CREATE INDEX "search_documents_name_index" ON "search_documents" USING btree ("owner_id","name","sample_id");--> statement-breakpoint
CREATE INDEX "search_documents_bpm_index" ON "search_documents" USING btree ("owner_id","bpm","sample_id");--> statement-breakpoint
CREATE INDEX "search_documents_key_index" ON "search_documents" USING btree ("owner_id","key_tonic","key_mode","sample_id");--> statement-breakpoint
CREATE INDEX "search_documents_seconds_index" ON "search_documents" USING btree ("owner_id","seconds","sample_id");--> statement-breakpoint
CREATE INDEX "search_documents_lufs_index" ON "search_documents" USING btree ("owner_id","lufs","sample_id");--> statement-breakpoint
CREATE INDEX "search_documents_size_index" ON "search_documents" USING btree ("owner_id","size_bytes","sample_id");--> statement-breakpoint
CREATE INDEX "search_documents_year_index" ON "search_documents" USING btree ("owner_id","year","sample_id");--> statement-breakpoint
CREATE INDEX "search_documents_rating_index" ON "search_documents" USING btree ("owner_id","rating","sample_id");--> statement-breakpoint
CREATE INDEX "search_terms_trigram_index" ON "search_terms" USING gin ("owner_id","term" gin_trgm_ops);