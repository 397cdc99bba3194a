DROP INDEX "search_documents_words_index";--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "steps" integer[] GENERATED ALWAYS AS (array_remove(array[
  case when bpm is not null then least(greatest(floor(bpm), 0), 999)::integer end,
  case when lufs is not null then 2000 + least(greatest(floor(lufs + 100), 0), 100)::integer end,
  3000 + width_bucket(seconds, '{0.05,0.1,0.15,0.2,0.25,0.3,0.4,0.5,0.6,0.8,1,1.25,1.5,2,2.5,3,4,5,6,8,10,12,15,20,25,30,40,50,60,75,90,120,150,180,210,240,300,360,480,600,900,1200,1800,3600}'::float8[])
], null)) STORED;--> statement-breakpoint
CREATE INDEX "search_documents_words_index" ON "search_documents" USING gin ("owner_id","document","facets","steps") WITH (fastupdate=false);--> statement-breakpoint
-- By hand: the indexer counts them from now on.
INSERT INTO "search_terms" ("owner_id", "kind", "term", "count")
SELECT "owner_id", 'step', step::text, count(*)::integer FROM "search_documents", unnest("steps") step
WHERE NOT "is_deleted" GROUP BY 1, 3;
