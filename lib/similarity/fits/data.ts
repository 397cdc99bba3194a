import "server-only";
import { ok, type Result, refused } from "@/lib/errors";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { findSamples } from "@/lib/samples/data";
import type { SampleRow } from "@/lib/samples/schema";
import { hiddenLabels, SAMPLE_FLAGS } from "@/lib/samples/switched-off";
import type { QueryProblem } from "@/lib/search-query/filter";
import { parseQuery } from "@/lib/search-query/parse";
import { bestPossibleFit, fitOf } from "./fit";
import { findCandidates, findFitFacts, LOOKED_AT_MAX } from "./lookups";
import { mainRole } from "./roles";
import { type Fit, type FitFacts, type FitOptions, fitOptionsSchema } from "./schema";

/** Records that are read for one answer, and how many at once. */
const RECORDS_MAX = 1200;
const RECORDS_AT_ONCE = 300;

export interface FoundFit extends Fit {
  sample: SampleRow;
}

export interface FitsAnswer {
  /** The best first. */
  fits: FoundFit[];
  /** Samples whose tempo and key were looked at. */
  considered: number;
  /** False if there were so many that a better fit may have been missed. */
  isExact: boolean;
  problems: QueryProblem[];
}

/**
 * What goes under or over a sound: loops and tracks beside a loop or track, anything beside a single sound. Candidates
 * are those whose tempo and key can be brought to its own. The most promising are compared in full, until no other can
 * be better.
 */
export async function findFits(
  owner: FlagHolder,
  sampleId: string,
  options: FitOptions = {},
): Promise<Result<FitsAnswer, "not_found" | "not_analysed">> {
  const { query, role, transpose, limit } = fitOptionsSchema.parse(options);
  const [own] = await findSamples(owner, [sampleId]);
  if (!own) return refused("not_found");
  const sound = (await findFitFacts(owner.id, [sampleId])).get(sampleId);
  if (!sound) return refused("not_analysed");
  const { filters, problems } = parseQuery(query);
  const hidden = hiddenLabels(await flagsOf(owner, SAMPLE_FLAGS));
  const kinds = kindsBeside(sound.kind);
  const candidates = await findCandidates(owner.id, { except: sampleId, sound, kinds, transpose, filters, hidden });
  const promising = candidates
    .map((candidate) => ({ id: candidate.sampleId, most: bestPossibleFit(sound, candidate, transpose) }))
    .sort((a, b) => b.most - a.most || (a.id < b.id ? -1 : 1));

  let best: { id: string; fit: Fit }[] = [];
  let read = 0;
  const isSettled = () => best.length === limit && (best.at(-1)?.fit.score ?? 0) >= (promising[read]?.most ?? 0);
  while (read < promising.length && read < RECORDS_MAX && !isSettled()) {
    const batch = promising.slice(read, read + RECORDS_AT_ONCE).map(({ id }) => id);
    read += batch.length;
    const facts = await findFitFacts(owner.id, batch);
    const fits = batch.flatMap((id) => {
      const fit = fitWith(sound, facts.get(id), { transpose, role });
      return fit ? [{ id, fit }] : [];
    });
    best = [...best, ...fits].sort((a, b) => b.fit.score - a.fit.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
  }
  const rows = new Map(
    (
      await findSamples(
        owner,
        best.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const fits = best.flatMap(({ id, fit }) => {
    const sample = rows.get(id);
    return sample ? [{ sample, ...fit }] : [];
  });
  const isExact = candidates.length < LOOKED_AT_MAX && (read >= promising.length || isSettled());
  return ok({ fits, considered: candidates.length, isExact, problems });
}

function fitWith(
  sound: FitFacts,
  candidate: FitFacts | undefined,
  { transpose, role }: { transpose: number; role: string | undefined },
): Fit | null {
  if (!candidate || (role !== undefined && mainRole(candidate.roles) !== role)) return null;
  return fitOf(sound, candidate, { transpose });
}

function kindsBeside(kind: FitFacts["kind"]): readonly NonNullable<FitFacts["kind"]>[] {
  return kind === "loop" || kind === "track" ? ["loop", "track"] : ["one-shot", "loop", "track"];
}
