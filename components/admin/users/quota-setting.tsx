"use client";

import { type FormEvent, useState } from "react";
import { useText } from "#text";
import type { AdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { setQuotaAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";

const MB = 1024 * 1024;

/** Null for an empty field, NaN for a text that is not a number. */
const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** A quota of a person's own. An empty field keeps the given one. */
export function QuotaSetting({ person, runner }: { person: PersonDetail; runner: AdminRunner }) {
  const t = useText();
  const { uploadsPerDayOverride, storageBytesOverride } = person;
  const [uploads, setUploads] = useState(uploadsPerDayOverride?.toString() ?? "");
  const [storageMb, setStorageMb] = useState(storageBytesOverride === null ? "" : String(storageBytesOverride / MB));
  const { uploadsPerDay, storageBytes } = person.givenQuota;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const mb = numberOf(storageMb);
    const wanted = { uploadsPerDay: numberOf(uploads), storageBytes: mb === null ? null : Math.round(mb * MB) };
    runner.run("quota", () => setQuotaAction({ id: person.id, ...wanted }), t("The quota was changed."));
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <NumberField
        label={t("Uploads per day")}
        step={1}
        given={uploadsPerDay === null ? null : formatCount(uploadsPerDay, t)}
        value={uploads}
        onValue={setUploads}
      />
      <NumberField
        label={t("Storage in MB")}
        step="any"
        given={storageBytes === null ? null : formatBytes(storageBytes, t)}
        value={storageMb}
        onValue={setStorageMb}
      />
      <Button type="submit" size="sm" className="self-start" pending={runner.pending === "quota"}>
        {t("Save quota")}
      </Button>
    </form>
  );
}

interface NumberFieldProps {
  label: string;
  step: number | "any";
  /** What the person may use without a quota of their own. Null for no limit. */
  given: string | null;
  value: string;
  onValue: (value: string) => void;
}

function NumberField({ label, step, given, value, onValue }: NumberFieldProps) {
  const t = useText();
  return (
    <Field
      label={label}
      description={given === null ? t("Leave empty for no limit") : t("Leave empty for the usual {given}", { given })}
    >
      <Input type="number" min={0} step={step} value={value} onChange={(event) => onValue(event.currentTarget.value)} />
    </Field>
  );
}
