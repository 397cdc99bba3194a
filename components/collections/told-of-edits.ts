import type { Collection, EditedField } from "@/lib/collections/schema";
import { msg, type Text } from "@/lib/language/text";

/** What somebody saved on this page, per field, and the version that it made. */
export type OwnEdits = { readonly [Field in EditedField]?: { value: Collection[Field]; version: number } };
type Seen = Pick<Collection, EditedField | "version">;

/** What is said of each field. A whole sentence each: in other languages its word changes the others. */
export const FIELDS: Record<EditedField, { changedMeanwhile: string; changedAfter: string }> = {
  name: {
    changedMeanwhile: msg("{name} had changed the name meanwhile"),
    changedAfter: msg("The name was changed after you"),
  },
  description: {
    changedMeanwhile: msg("{name} had changed the description meanwhile"),
    changedAfter: msg("The description was changed after you"),
  },
  colour: {
    changedMeanwhile: msg("{name} had changed the colour meanwhile"),
    changedAfter: msg("The colour was changed after you"),
  },
  coverSampleId: {
    changedMeanwhile: msg("{name} had changed the cover meanwhile"),
    changedAfter: msg("The cover was changed after you"),
  },
  query: {
    changedMeanwhile: msg("{name} had changed the search meanwhile"),
    changedAfter: msg("The search was changed after you"),
  },
  parentId: {
    changedMeanwhile: msg("{name} had changed the place meanwhile"),
    changedAfter: msg("The place was changed after you"),
  },
};

/** A value as a person reads it; undefined for one that is an id. */
export const readable = (field: EditedField, value: string | null, t: Text): string | undefined =>
  field === "coverSampleId" || field === "parentId"
    ? undefined
    : value === null
      ? t("“nothing”")
      : t("“{value}”", { value });

export function withEdits(mine: OwnEdits, saved: Partial<Omit<Seen, "version">>, version: number): OwnEdits {
  const entries = Object.entries(saved).map(([field, value]) => [field, { value, version }]);
  return { ...mine, ...Object.fromEntries(entries) };
}

/**
 * Splits one's own edits into those that somebody has replaced since and those that still stand. What was read before
 * an edit is no news; an edit of another field hides nothing.
 */
export function toldOf(mine: OwnEdits, now: Seen): { replaced: EditedField[]; standing: OwnEdits } {
  const fields = Object.keys(mine) as EditedField[];
  const replaced = fields.filter((field) => {
    const edit = mine[field];
    return edit !== undefined && now.version > edit.version && now[field] !== edit.value;
  });
  const standing = Object.fromEntries(Object.entries(mine).filter(([field]) => !replaced.includes(field as never)));
  return { replaced, standing };
}
