/**
 * Why a file could not be played from its start. A media element reports every answer that is no sound as a format it
 * does not support, so the address is asked again: only a file that is there can be in a wrong format.
 */
export async function loadFailureOf(src: string, signal: AbortSignal): Promise<"format" | "load"> {
  try {
    const answer = await fetch(src, { headers: { Range: "bytes=0-0" }, signal });
    await answer.body?.cancel();
    return answer.ok ? "format" : "load";
  } catch {
    return "load";
  }
}
