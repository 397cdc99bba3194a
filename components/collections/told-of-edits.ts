import type { Collection, EditedField } from "@/lib/collections/schema";

/** What somebody saved on this page, per field, and the version that it made. */
export type OwnEdits = { readonly [Field in EditedField]?: { value: Collection[Field]; version: number } };
type Seen = Pick<Collection, EditedField | "version">;

export const FIELD_NAMES: Record<EditedField, string> = {
  name: "name",
  description: "description",
  colour: "colour",
  coverSampleId: "cover",
  query: "search",
  parentId: "place",
};

/** A value as a person reads it; undefined for one that is an id. */
export const readable = (field: EditedField, value: string | null): string | undefined =>
  field === "coverSampleId" || field === "parentId" ? undefined : `“${value ?? "nothing"}”`;

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
