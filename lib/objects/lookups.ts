import "server-only";
import { inArray } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { artists } from "@/db/schema/artists";
import { dataExports } from "@/db/schema/data-exports";
import { fileTags } from "@/db/schema/file-tags";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import { keyInRow, OBJECT_PREFIXES, type ObjectPrefix } from "./object-keys";

/**
 * Every column that keeps an object from being swept. A new column for keys belongs here, or the sweep would delete
 * what it names.
 */
export const REFERENCES: Readonly<Record<ObjectPrefix, readonly PgColumn[]>> = {
  "originals/": [samples.objectKey, uploads.objectKey],
  "artefacts/": [analyses.peaksKey, analyses.spectrogramKey, analyses.playableKey, fileTags.coverKey],
  "exports/": [dataExports.objectKey],
  "previews/": [publications.previewKey],
  "avatars/": [artists.avatarKey],
};

/** Those of the keys that a row names. */
export async function findNamed(keys: readonly string[]): Promise<Set<string>> {
  const named = new Set<string>();
  for (const prefix of OBJECT_PREFIXES) {
    const below = keys.filter((key) => key.startsWith(prefix));
    const sought = below.map(keyInRow);
    for (const column of below.length > 0 ? REFERENCES[prefix] : []) {
      const rows = await db().selectDistinct({ key: column }).from(column.table).where(inArray(column, sought));
      const found = new Set(rows.map(({ key }) => String(key)));
      for (const key of below) if (found.has(keyInRow(key))) named.add(key);
    }
  }
  return named;
}
