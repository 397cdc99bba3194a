import "server-only";
import type { Asked } from "./asked";
import { smallLibraries, weigh } from "./lookups";
import type { ListPosition } from "./pages/cursor";
import {
  collectPage,
  countWith,
  type ListPart,
  type PageQuestion,
  partsFrom,
  walkedTo,
  walkPage,
  walkParts,
} from "./pages/lookups";
import { collection, EVERYTHING, nextWalk, type PagePlan, pagePlan, WALKED_LEAST, walkedQuestion } from "./pages/plan";
import { SMALL_LIBRARY } from "./small-libraries";

/** The next samples of a list that match, in its order. */
export async function listPositions(
  ownerId: string,
  asked: Asked,
  place: Pick<PageQuestion, "sort" | "after" | "limit">,
): Promise<ListPosition[]> {
  const question: PageQuestion = { ...place, ...walkedQuestion(asked, place.sort) };
  const { rest, kinds, limit } = question;
  if (kinds.length === 0 || partsFrom(question).length === 0) return [];
  const isPlain = rest.expression === null && rest.filters.length === 0;
  if (smallLibraries.has(ownerId)) return collectPage(ownerId, question, []);
  if (isPlain) return walkParts(ownerId, question, limit);

  const { total, conditions, all, inOrder, ...weighed } = await weigh(ownerId, asked, question);
  if (conditions.some(({ most }) => most === 0)) return [];
  if (total <= SMALL_LIBRARY) return collectPage(ownerId, question, []);
  const sought = weighed.rest.expression;
  const plan = pagePlan(conditions, { limit, total, inOrder, all });
  const collected = () => collectPage(ownerId, question, collection(all, total).by, sought);
  return (await walkOn(ownerId, question, plan)) ?? collected();
}

/**
 * Walks the list in its order until the page is full. Each walk begins where the one before ended. Null as soon as
 * collecting all that match seems to take less.
 */
async function walkOn(ownerId: string, question: PageQuestion, plan: PagePlan): Promise<ListPosition[] | null> {
  const { limit } = question;
  const { furthest } = plan;
  let rows = plan.first;
  if (rows === null) return null;
  if (rows === EVERYTHING) return walkParts(ownerId, question, EVERYTHING);
  let part = partsFrom(question)[0] as ListPart;
  let from = question;
  const found: ListPosition[] = [];
  // If hardly any has the value that the list is sorted by, what is looked for is among those that have none.
  if (part === "with" && partsFrom(question).length > 1 && (await hasFew(ownerId, question))) {
    found.push(...(await walkPage(ownerId, question, "with", WALKED_LEAST)));
    part = "without";
  }
  for (let walked = 0; found.length < limit; ) {
    const missing = { ...from, limit: limit - found.length };
    found.push(...(await walkPage(ownerId, missing, part, rows)));
    if (found.length === limit) break;
    walked += rows;
    const next = nextWalk({ walked, found: found.length, limit, furthest });
    if (next === null && plan.isCollected) return null;
    const end = await walkedTo(ownerId, from, part, rows);
    if (end && next !== null) {
      from = { ...question, after: end };
      rows = next;
      continue;
    }
    if (plan.isCollected) return null;
    const others = { ...question, after: end, limit: limit - found.length };
    if (end) return [...found, ...(await walkParts(ownerId, others, EVERYTHING))];
    if (part === "without" || partsFrom(question).length === 1) return found;
    return [...found, ...(await walkPage(ownerId, others, "without", EVERYTHING))];
  }
  return found;
}

const hasFew = async (ownerId: string, question: PageQuestion): Promise<boolean> =>
  (await countWith(ownerId, question, WALKED_LEAST)) < WALKED_LEAST;
