import { msg } from "@/lib/language/text";
import type { AspectWeights } from "@/lib/similarity/schema";

/** A sound that can be searched with, and what counts in it unless the person chooses otherwise. */
export interface HeardSound {
  id: string;
  weights: AspectWeights;
}

/** What was wrong is said in marked texts. */
export type SentSound = { ok: true; sound: HeardSound } | { ok: false; texts: readonly string[] };

const UNREADABLE = msg("The sound could not be heard. Try again, or choose another file.");

/** Sends a sound to search with. Throws if the server does not answer. */
export async function sendSound(
  file: File,
  source: "file" | "microphone",
  signal: AbortSignal | undefined,
): Promise<SentSound> {
  const response = await fetch(`/api/v1/search/sounds?source=${source}`, {
    method: "POST",
    body: file,
    headers: { "content-type": file.type || "application/octet-stream" },
    ...(signal && { signal }),
  });
  const body: { data?: HeardSound; title?: string; detail?: string } = await response.json();
  if (response.ok && body.data) return { ok: true, sound: { id: body.data.id, weights: body.data.weights } };
  const said = [body.title, body.detail].flatMap((text) => text || []);
  return { ok: false, texts: said.length > 0 ? said : [UNREADABLE] };
}
