"use client";

import { useEffect, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { COLLECTION_NAME_MAX } from "@/lib/collections/constants";
import type { Collection } from "@/lib/collections/schema";
import { msg } from "@/lib/language/text";
import type { Selection } from "@/lib/library/schema";
import { orSay } from "./call";

const NEW = "new";
const COLLECTIONS_SHOWN = 200;

export interface CollectDialogProps {
  selection: Selection;
  /** Samples that are selected. */
  count: number;
  /** Called when it closes; with the collection's id if something was added. */
  onDone: (collectionId: string | null) => void;
}

/** Puts a selection into a collection, or into a new one. */
export function CollectDialog({ selection, count, onDone }: CollectDialogProps) {
  const t = useText();
  const [collections, setCollections] = useState<readonly Pick<Collection, "id" | "name">[] | null>(null);
  const [into, setInto] = useState(NEW);
  const [name, setName] = useState("");
  const [isPending, setPending] = useState(false);
  useEffect(() => {
    const load = async (of: "mine" | "shared") => {
      const answer = await callApi("GET /collections", { query: { of, limit: COLLECTIONS_SHOWN } });
      return answer.ok ? answer.body.data.filter(({ query, role }) => query === null && role !== "view") : [];
    };
    Promise.all([load("mine"), load("shared")]).then(
      (both) => setCollections(both.flat()),
      () => setCollections([]),
    );
  }, []);
  const add = async () => {
    setPending(true);
    const done = into === NEW ? await makeNew() : await addTo(into);
    setPending(false);
    if (done) onDone(done);
  };
  const makeNew = async () => {
    const answer = await orSay(
      msg("The new collection"),
      callApi("POST /collections", { body: { name, selection } }),
      t,
    );
    if (!answer) return null;
    toast.success(t.count(answer.body.data.added, "{count} sample in {name}", "{count} samples in {name}", { name }));
    return answer.body.data.id;
  };
  const addTo = async (id: string) => {
    const answer = await orSay(
      msg("Adding"),
      callApi("POST /collections/:id/items", { params: { id }, body: { selection } }),
      t,
    );
    if (!answer) return null;
    const { added, already, leftOut } = answer.body.data;
    const notes = [
      ...(already > 0
        ? [t.count(already, "{count} sample had been in it before.", "{count} samples had been in it before.")]
        : []),
      ...(leftOut > 0
        ? [t.count(leftOut, "There was no room for {count} sample.", "There was no room for {count} samples.")]
        : []),
    ].join(" ");
    toast.success(
      t.count(added, "{count} sample added", "{count} samples added"),
      notes ? { description: notes } : undefined,
    );
    return id;
  };
  return (
    <Dialog
      isOpen
      isModal
      onOpenChange={(isOpen) => !isOpen && onDone(null)}
      title={t.count(count, "Add {count} sample to a collection", "Add {count} samples to a collection")}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <NativeSelect
          label={t("Collection")}
          value={into}
          options={[
            { value: NEW, label: t("A new collection") },
            ...(collections ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onValueChange={setInto}
        />
        {into === NEW ? (
          <Field label={t("Name")}>
            <Input
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={COLLECTION_NAME_MAX}
              required
              autoFocus
            />
          </Field>
        ) : null}
        <DialogActions className="mt-2">
          <Button variant="ghost" onClick={() => onDone(null)}>
            {t("Cancel")}
          </Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t("Add")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
