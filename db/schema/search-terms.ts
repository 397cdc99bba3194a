import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

/**
 * How often each word and facet occurs in a person's library, kept by the indexer in the transaction of the documents.
 * Suggestions, corrections of misspelled words and the plan of a query come from here.
 */
export const searchTerms = pgTable(
  "search_terms",
  {
    ownerId: uuid().notNull(),
    /** A facet's name (`tag`, `key`, `in`, …), `word`, or `all` for the number of all documents. */
    kind: text().notNull(),
    term: text().notNull(),
    count: integer().notNull(),
    /** Of a folder: how its name is written, without the folders above. */
    written: text(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.kind, table.term] }),
    // Words that begin like a misspelled one and are about as long.
    index("search_terms_spelling_index")
      .on(table.ownerId, sql`left(term, 1)`, sql`length(term)`)
      .where(sql`kind = 'word' and term !~ '[0-9]'`),
    // What is misspelled, and folders that are asked for by a part of their path.
    index("search_terms_trigram_index").using("gin", table.ownerId, table.term.op("gin_trgm_ops")),
  ],
);
