import type { SampleRow } from "@/lib/samples/schema";

/** Without what a sample's owner wrote for themselves: where it lies, their star, what went wrong, their own tags. */
export function forOthers(row: SampleRow): SampleRow {
  const tags = row.tags.filter((tag) => !row.ownTags.includes(tag));
  return { ...row, folderPath: "", isFavourite: false, failure: null, ownTags: [], tags };
}
