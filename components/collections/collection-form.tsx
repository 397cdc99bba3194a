"use client";

import { type FormEvent, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { COLLECTION_NAME_MAX, COLOURS, DESCRIPTION_MAX } from "@/lib/collections/constants";
import type { Collection, Colour } from "@/lib/collections/schema";
import { changesOf } from "./form-changes";
import { COLOUR_NAMES, colourOf } from "./palette";

export interface CollectionValues {
  name: string;
  description: string;
  colour: Colour;
  parentId: string | null;
  query: string | null;
  coverSampleId: string | null;
}

export interface CollectionFormProps {
  title: string;
  action: string;
  initial: CollectionValues;
  isSmart: boolean;
  /** What it can be put into. Empty where it cannot be moved. */
  parents: readonly Pick<Collection, "id" | "name">[];
  /** Samples whose cover it can have. */
  covers?: readonly { id: string; fileName: string }[];
  /** With all values, and those alone that differ from the initial ones. */
  onSave: (values: CollectionValues, changes: Partial<CollectionValues>) => Promise<boolean>;
  onClose: () => void;
}

const TOP = "top";
const DRAWN = "drawn";

/** Name, text, colour, cover and place of a collection, and what a smart one finds. */
export function CollectionForm(props: CollectionFormProps) {
  const t = useText();
  const { title, action, initial, isSmart, parents, covers = [], onSave, onClose } = props;
  const [values, setValues] = useState(initial);
  const [isPending, setPending] = useState(false);
  const set = (change: Partial<CollectionValues>) => setValues((now) => ({ ...now, ...change }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    if (await onSave(values, changesOf(initial, values))) onClose();
    else setPending(false);
  };
  return (
    <Dialog isOpen isModal onOpenChange={(isOpen) => !isOpen && onClose()} title={title}>
      <form onSubmit={save} className="flex flex-col gap-4">
        <Field label={t("Name")}>
          <Input
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            maxLength={COLLECTION_NAME_MAX}
            required
            autoFocus
          />
        </Field>
        {isSmart ? (
          <Field label={t("What it finds")} description={t("As in the search box: kick bpm:120-126 key:8A tag:dusty")}>
            <Input
              value={values.query ?? ""}
              onChange={(event) => set({ query: event.currentTarget.value })}
              required
            />
          </Field>
        ) : null}
        <Field label={t("Description")}>
          <Input
            value={values.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
            maxLength={DESCRIPTION_MAX}
          />
        </Field>
        <ColourChoice value={values.colour} onChange={(colour) => set({ colour })} />
        {parents.length > 0 ? (
          <div className="flex items-center justify-between gap-3 text-sm">
            <span className="font-medium">{t("Inside")}</span>
            <NativeSelect
              label={t("Inside")}
              value={values.parentId ?? TOP}
              options={[
                { value: TOP, label: t("No other") },
                ...parents.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onValueChange={(value) => set({ parentId: value === TOP ? null : value })}
              className="max-w-56"
            />
          </div>
        ) : null}
        {covers.length > 0 ? (
          <div className="flex items-center justify-between gap-3 text-sm">
            <span className="font-medium">{t("Cover")}</span>
            <NativeSelect
              label={t("Cover")}
              value={values.coverSampleId ?? DRAWN}
              options={[
                { value: DRAWN, label: t("Drawn") },
                ...covers.map(({ id, fileName }) => ({ value: id, label: fileName })),
              ]}
              onValueChange={(value) => set({ coverSampleId: value === DRAWN ? null : value })}
              className="max-w-56"
            />
          </div>
        ) : null}
        <DialogActions className="mt-2">
          <Button variant="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function ColourChoice({ value, onChange }: { value: Colour; onChange: (colour: Colour) => void }) {
  const t = useText();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">
        {t("Colour: {name}", { name: t(COLOUR_NAMES[value].name) })}
      </legend>
      <div className="flex flex-wrap gap-2">
        {COLOURS.map((colour) => (
          <label key={colour} className="relative size-8">
            <input
              type="radio"
              name="colour"
              value={colour}
              checked={colour === value}
              onChange={() => onChange(colour)}
              aria-label={t(COLOUR_NAMES[colour].name)}
              className="peer absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span
              aria-hidden
              className="block size-full rounded-full border-2 border-transparent outline-offset-2 peer-checked:border-foreground peer-focus-visible:outline-2 peer-focus-visible:outline-ring"
              style={{ backgroundColor: colourOf(colour) }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
