"use client";

import { FilePlus2 } from "lucide-react";
import { useState } from "react";
import { errorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/client";
import { counted } from "@/lib/format/count";
import type { Slices } from "./use-slices";

/** Makes a sample of each slice that has none. */
export function MakeSamples({ sampleId, slices }: { sampleId: string; slices: Slices }) {
  const [isMaking, setMaking] = useState(false);
  const left = slices.parts.filter(({ madeSampleId }) => madeSampleId === null).length;
  if (left === 0) return null;
  const make = async () => {
    setMaking(true);
    await made(sampleId, slices).catch(() =>
      toast.error("The slices were not made samples", { description: errorText() }),
    );
    setMaking(false);
  };
  return (
    <Button size="sm" className="self-start" pending={isMaking} onClick={() => void make()}>
      {isMaking ? null : <FilePlus2 aria-hidden />}
      {left === 1 ? "Make 1 slice a sample" : `Make ${left} slices samples`}
    </Button>
  );
}

async function made(sampleId: string, slices: Slices): Promise<void> {
  const params = { id: sampleId };
  // Only what is stored has an id.
  if (!(await slices.store())) throw new Error("the slices were not stored");
  const stored = await callApi("GET /samples/:id/slices", { params });
  if (!stored.ok) throw new Error("the slices were not read");
  const sliceIds = stored.body.data.flatMap(({ id, madeSampleId }) => (madeSampleId ? [] : [id]));
  const answer = await callApi("POST /samples/:id/slices/samples", { params, body: { sliceIds } });
  if (!answer.ok) {
    const { title, detail } = answer.problem ?? {};
    toast.error("The slices were not made samples", { description: [title, detail].filter(Boolean).join(". ") });
    return;
  }
  await slices.reload();
  const count = (result: string) => answer.body.data.filter((one) => one.result === result).length;
  const refused = count("quota_exceeded") + count("no_room");
  const rest = [
    count("exists") > 0 ? `${counted(count("exists"), "slice")} had been in your library before.` : "",
    refused > 0 ? `${refused} have no room: your quota or the storage is full.` : "",
  ];
  toast(counted(count("made"), "new sample"), {
    description: rest.filter(Boolean).join(" ") || "They are being analysed.",
  });
}
