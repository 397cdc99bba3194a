"use client";

import { FilePlus2 } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import type { Text } from "@/lib/language/text";
import type { Slices } from "./use-slices";

/** Makes a sample of each slice that has none. */
export function MakeSamples({ sampleId, slices }: { sampleId: string; slices: Slices }) {
  const t = useText();
  const [isMaking, setMaking] = useState(false);
  const left = slices.parts.filter(({ madeSampleId }) => madeSampleId === null).length;
  if (left === 0) return null;
  const make = async () => {
    setMaking(true);
    await made(sampleId, slices, t).catch(() =>
      toast.error(t("The slices were not made samples"), { description: t(errorText()) }),
    );
    setMaking(false);
  };
  return (
    <Button size="sm" className="self-start" pending={isMaking} onClick={() => void make()}>
      {isMaking ? null : <FilePlus2 aria-hidden />}
      {t.count(left, "Make {count} slice a sample", "Make {count} slices samples")}
    </Button>
  );
}

async function made(sampleId: string, slices: Slices, t: Text): Promise<void> {
  const params = { id: sampleId };
  // Only what is stored has an id.
  if (!(await slices.store())) throw new Error("the slices were not stored");
  const stored = await callApi("GET /samples/:id/slices", { params });
  if (!stored.ok) throw new Error("the slices were not read");
  const sliceIds = stored.body.data.flatMap(({ id, madeSampleId }) => (madeSampleId ? [] : [id]));
  const answer = await callApi("POST /samples/:id/slices/samples", { params, body: { sliceIds } });
  if (!answer.ok) {
    const { title, detail } = answer.problem ?? {};
    toast.error(t("The slices were not made samples"), {
      description: [title, detail].flatMap((said) => (said ? [t(said)] : [])).join(". "),
    });
    return;
  }
  await slices.reload();
  const count = (result: string) => answer.body.data.filter((one) => one.result === result).length;
  const refused = count("quota_exceeded") + count("no_room");
  const rest = [
    count("exists") > 0
      ? t.count(
          count("exists"),
          "{count} slice had been in your library before.",
          "{count} slices had been in your library before.",
        )
      : "",
    refused > 0 ? t("{count} have no room: your quota or the storage is full.", { count: refused }) : "",
  ];
  toast(t.count(count("made"), "{count} new sample", "{count} new samples"), {
    description: rest.filter(Boolean).join(" ") || t("They are being analysed."),
  });
}
