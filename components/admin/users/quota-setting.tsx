"use client";

import { type FormEvent, useState } from "react";
import type { Verb } from "@/components/admin/use-verb";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { setQuotaAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { formatBytes } from "@/lib/format/bytes";
import { quotaOf } from "@/lib/quotas/policy";

const MB = 1024 * 1024;

/** Null for an empty field; NaN for what is no number. */
const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** A quota of this person's own; empty fields leave the role's. */
export function QuotaSetting({ person, verb }: { person: PersonDetail; verb: Verb }) {
  const { uploadsPerDayOverride, storageBytesOverride } = person;
  const [uploads, setUploads] = useState(uploadsPerDayOverride?.toString() ?? "");
  const [storageMb, setStorageMb] = useState(storageBytesOverride === null ? "" : String(storageBytesOverride / MB));
  const ofRole = quotaOf({ ...person, uploadsPerDayOverride: null, storageBytesOverride: null });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const mb = numberOf(storageMb);
    const wanted = { uploadsPerDay: numberOf(uploads), storageBytes: mb === null ? null : Math.round(mb * MB) };
    verb.run("quota", () => setQuotaAction({ id: person.id, ...wanted }), "The quota was changed.");
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <Field
        label="Uploads a day"
        description={`Empty: as the role has it, ${ofRole.uploadsPerDay?.toLocaleString("en") ?? "without limit"}`}
      >
        <Input
          type="number"
          min={0}
          step={1}
          value={uploads}
          onChange={(event) => setUploads(event.currentTarget.value)}
        />
      </Field>
      <Field
        label="Storage in MB"
        description={`Empty: as the role has it, ${ofRole.storageBytes === null ? "without limit" : formatBytes(ofRole.storageBytes)}`}
      >
        <Input
          type="number"
          min={0}
          step="any"
          value={storageMb}
          onChange={(event) => setStorageMb(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" size="sm" className="self-start" pending={verb.pending === "quota"}>
        Save quota
      </Button>
    </form>
  );
}
