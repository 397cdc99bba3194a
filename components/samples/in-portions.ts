const IDS_PER_CALL = 1000;

export interface ActionAnswer {
  data?: { ok: true; value: { ids: string[] } } | { ok: false } | undefined;
}

export interface Portions {
  /** The samples that were changed, as far as the server has said so. */
  changed: string[];
  /** Those, and the ones of a call without an answer: it may have been done. */
  perhaps: string[];
  /** What broke it off. */
  failure: "refused" | "no_answer" | null;
}

/** Makes one call per thousand ids, until one fails. */
export async function inPortions(
  ids: readonly string[],
  call: (ids: string[]) => Promise<ActionAnswer | undefined>,
): Promise<Portions> {
  const changed: string[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_CALL) {
    const portion = ids.slice(start, start + IDS_PER_CALL);
    const answer = await call(portion).catch(() => null);
    if (answer === null) return { changed, perhaps: [...changed, ...portion], failure: "no_answer" };
    if (!answer?.data?.ok) return { changed, perhaps: changed, failure: "refused" };
    changed.push(...answer.data.value.ids);
  }
  return { changed, perhaps: changed, failure: null };
}
