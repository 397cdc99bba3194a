import "server-only";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { hiddenLabels, SAMPLE_FLAGS } from "@/lib/samples/switched-off";
import { nearestSamplesOfMany, vectorsOf } from "@/lib/similarity/data";
import type { SoundAnswer } from "@/lib/similarity/schema";
import { LEAST_SIMILARITY, NEIGHBOURS, TAG_KINDS, type TagKind, WEIGHTS } from "./constants";
import { countTags, findTagged, type NamedSample } from "./lookups";
import type { SuggestedTag } from "./schema";
import { type Neighbour, suggestTags } from "./suggest-tags";

/**
 * Tags that similar samples of the library have and this one has not, the most certain first. Empty for a sample that
 * is not analysed or silent; null if the person has no such sample.
 */
export async function suggestTagsFor(owner: FlagHolder, sampleId: string): Promise<SuggestedTag[] | null> {
  const id = sampleId.toLowerCase();
  const sample = (await findTagged(owner.id, [id])).get(id);
  if (!sample) return null;
  const vector = (await vectorsOf(owner.id, [id])).get(id);
  if (!vector) return [];
  const question = { vector, filters: [], limit: NEIGHBOURS, minSimilarity: LEAST_SIMILARITY, except: [id] };
  const answers = await nearestSamplesOfMany(
    owner.id,
    TAG_KINDS.map((kind) => ({ ...question, weights: WEIGHTS[kind] })),
  );
  const near = new Set(answers.flatMap(({ hits }) => hits.map((hit) => hit.sampleId)));
  const tagged = await findTagged(owner.id, [...near]);
  const neighbours = Object.fromEntries(
    TAG_KINDS.map((kind, at) => [kind, neighboursIn(answers[at], tagged)]),
  ) as Record<TagKind, Neighbour[]>;
  const tags = [...new Set([...tagged.values()].flatMap((one) => [...one.tags]))];
  const counts = await countTags(owner.id, tags);
  const library = { ...counts, samples: Math.max(counts.samples, tagged.size + 1) };
  const hidden = hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS));
  return suggestTags(sample, neighbours, library)
    .filter(({ tag }) => !hidden.has(tag))
    .map(({ because, ...suggestion }) => ({
      ...suggestion,
      because: because.map((one) => ({ id: one, fileName: tagged.get(one)?.fileName ?? "" })),
    }));
}

function neighboursIn(answer: SoundAnswer | undefined, tagged: ReadonlyMap<string, NamedSample>): Neighbour[] {
  return (answer?.hits ?? []).flatMap(({ sampleId, similarity }) => {
    const sample = tagged.get(sampleId);
    return sample ? [{ ...sample, similarity }] : [];
  });
}
