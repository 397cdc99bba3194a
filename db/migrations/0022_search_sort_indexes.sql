DROP INDEX "search_documents_added_index";--> statement-breakpoint
DROP INDEX "search_documents_name_index";--> statement-breakpoint
DROP INDEX "search_documents_bpm_index";--> statement-breakpoint
DROP INDEX "search_documents_key_index";--> statement-breakpoint
DROP INDEX "search_documents_seconds_index";--> statement-breakpoint
DROP INDEX "search_documents_lufs_index";--> statement-breakpoint
DROP INDEX "search_documents_size_index";--> statement-breakpoint
DROP INDEX "search_documents_year_index";--> statement-breakpoint
DROP INDEX "search_documents_rating_index";--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "kind" SET DEFAULT '';--> statement-breakpoint
-- By hand: no kind is an empty text now.
UPDATE "search_documents" SET "kind" = '' WHERE "kind" IS NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "search_documents_added_index" ON "search_documents" USING btree ("owner_id","kind","added_at","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_documents_name_index" ON "search_documents" USING btree ("owner_id","kind","name","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_documents_bpm_index" ON "search_documents" USING btree ("owner_id","kind","bpm","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_documents_key_index" ON "search_documents" USING btree ("owner_id","kind","key_tonic","key_mode","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_documents_seconds_index" ON "search_documents" USING btree ("owner_id","kind","seconds","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_documents_lufs_index" ON "search_documents" USING btree ("owner_id","kind","lufs","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_documents_size_index" ON "search_documents" USING btree ("owner_id","kind","size_bytes","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_documents_year_index" ON "search_documents" USING btree ("owner_id","kind","year","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_documents_rating_index" ON "search_documents" USING btree ("owner_id","kind","rating","sample_id") WHERE not is_deleted;--> statement-breakpoint
CREATE INDEX "search_terms_spelling_index" ON "search_terms" USING btree ("owner_id",left(term, 1),length(term)) WHERE kind = 'word' and term !~ '[0-9]';