"use client";

import { useState } from "react";
import { useText } from "#text";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import type { Collection, EditedField } from "@/lib/collections/schema";
import { oneLine } from "@/lib/format/one-line";
import { msg } from "@/lib/language/text";
import type { SampleRow } from "@/lib/samples/schema";
import { orSay } from "./call";
import { CollectionForm, type CollectionValues } from "./collection-form";
import { FIELDS, readable } from "./told-of-edits";

export interface EditCollectionProps {
  collection: Collection;
  parents: readonly Pick<Collection, "id" | "name">[];
  covers: readonly SampleRow[];
  onSaved: (saved: Partial<Pick<Collection, EditedField>>, version: number) => void;
  onClose: () => void;
}

/**
 * Edits a collection. Only fields that were changed are sent, with the version that the form began with: the page may
 * have read a later one behind the form, and its editor has not seen that.
 */
export function EditCollection({ collection, parents, covers, onSaved, onClose }: EditCollectionProps) {
  const t = useText();
  const [seen] = useState(collection);
  const { id, name, description, colour, parentId, query, coverSampleId, version } = seen;
  const isOwner = seen.role === "owner";
  const save = async (changes: Partial<CollectionValues>) => {
    if (Object.keys(changes).length === 0) return true;
    const { query: wanted, ...others } = changes;
    const body = { version, ...others, ...(wanted == null ? {} : { query: wanted }) };
    const answer = await orSay(msg("The change"), callApi("PATCH /collections/:id", { params: { id }, body }), t);
    if (!answer) return false;
    const { version: made, changedSince } = answer.body.data;
    for (const { field, value, byName } of changedSince) {
      const theirs = readable(field, value, t);
      toast.warning(t(FIELDS[field].changedMeanwhile, { name: byName ?? t("Somebody") }), {
        description:
          theirs === undefined ? t("Yours has replaced theirs.") : t("Yours has replaced {theirs}.", { theirs }),
      });
    }
    onSaved(trimmed(changes), made);
    return true;
  };
  return (
    <CollectionForm
      title={t("Edit the collection")}
      action={t("Save")}
      initial={{ name, description, colour, parentId, query, coverSampleId }}
      isSmart={isOwner && query !== null}
      parents={isOwner ? parents : []}
      covers={query === null ? covers : []}
      onSave={(_, changes) => save(changes)}
      onClose={onClose}
    />
  );
}

/** As the server keeps it: else one's own edit would look like that of somebody else. */
const trimmed = (changes: Partial<CollectionValues>) => ({
  ...changes,
  ...(changes.name === undefined ? {} : { name: oneLine(changes.name) }),
  ...(changes.description === undefined ? {} : { description: changes.description.trim() }),
  ...(changes.query == null ? {} : { query: changes.query.trim() }),
});
