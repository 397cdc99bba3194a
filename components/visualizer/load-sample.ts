import { matchedByDetail } from "@/components/samples/sample-track";
import type { PlaybackOptions } from "@/components/samples/use-playback";
import { callApi } from "@/lib/api/client";
import { pictureFactsOf } from "@/lib/samples/picture-facts";
import type { SampleDetail } from "@/lib/samples/schema";
import type { PieceFacts } from "./piece-facts";

/** A sample as its picture needs it. */
export interface SeenSample extends PlaybackOptions {
  peaksUrl: string | null;
  spectrogramUrl: string | null;
  facts: PieceFacts;
}

type Described = Parameters<typeof matchedByDetail>[0] &
  Pick<SampleDetail, "id" | "fileName" | "corrections" | "audioUrl" | "peaksUrl" | "spectrogramUrl">;

/** Null while it is not analysed. */
export function seenSampleOf(sample: Described): SeenSample | null {
  const { id, fileName, record, audioUrl, peaksUrl, spectrogramUrl } = sample;
  if (!record) return null;
  return {
    ...{ sampleId: id, fileName, audioUrl, peaksUrl, spectrogramUrl },
    durationSeconds: record.durationSeconds,
    sampleRateHz: record.sampleRateHz,
    channels: record.channels,
    matched: matchedByDetail(sample),
    facts: pictureFactsOf(record, sample.corrections),
  };
}

/** Asks for a sample. Throws if nobody answers. */
export async function loadSample(id: string, signal: AbortSignal): Promise<SeenSample | "gone" | "not analysed"> {
  const answer = await callApi("GET /samples/:id", { params: { id }, signal });
  if (answer.ok) return seenSampleOf(answer.body.data) ?? "not analysed";
  if (answer.status === 404) return "gone";
  throw new Error(`the sample was answered with ${answer.status}`);
}
