import type { CollectionRole, EditedField } from "./schema";

/** What only the owner edits: what a collection is, and where it stands among their others. */
const OWNERS_FIELDS: readonly EditedField[] = ["query", "parentId"];

export const mayContribute = (role: CollectionRole): boolean => role !== "view";

export const mayEdit = (role: CollectionRole, fields: readonly EditedField[]): boolean =>
  role === "owner" || (role === "add" && fields.every((field) => !OWNERS_FIELDS.includes(field)));
