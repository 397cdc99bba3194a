import "server-only";
import { type FlagHolder, flagsOf } from "@/lib/flags/data";
import { type Asked, askedOf, SEARCHED_FLAGS } from "@/lib/search/words/asked";
import { weigh } from "@/lib/search/words/lookups";
import { listCursor, readListCursor } from "@/lib/search/words/pages/cursor";
import { collection, EVERYTHING, type WalkedQuestion, walkedQuestion } from "@/lib/search/words/pages/plan";
import type { ListQuestion } from "@/lib/search/words/schema";
import { type Cut, type CutQuestion, cutCollected, cutWalked, findPosition } from "./lookups";

/** Rows that one answer looks at. The next one goes on from there. */
const ANCHORED_MOST = 200_000;
/** The same if each row must be asked for something. */
const ASKED_MOST = 50_000;

interface AnchorsQuestion extends Pick<ListQuestion, "query" | "sort"> {
  pageRows: number;
  /** Where the anchors before ended. */
  after?: string | undefined;
  /** Rows that this answer looks at, if not as many as usual. */
  most?: number;
}

export interface ListAnchors {
  /** Rows of the list, from `after` on; if it is not complete, at least so many. */
  total: number;
  anchors: (string | null)[];
  isComplete: boolean;
  nextCursor: string | null;
}

/**
 * The cursors with which the pages of a list begin, so that each can be read without those before it. Returns null if
 * `after` is not a cursor that this person got for this order.
 */
export async function listAnchors(owner: FlagHolder, question: AnchorsQuestion): Promise<ListAnchors | null> {
  const { sort, pageRows, after: cursor } = question;
  const after = cursor === undefined ? null : readListCursor(owner.id, sort, cursor);
  if (cursor !== undefined && !after) return null;
  const { asked, walked } = await walkedBy(owner, question);
  const plan = await planOf(owner.id, asked, walked);
  const pages = Math.max(1, Math.floor((question.most ?? plan.most) / pageRows));
  // One row more tells whether there are more.
  const bounds = { sort, after, until: null, every: pageRows, most: pages * pageRows + 1 };
  const { count, cuts } = await cut(owner.id, { ...walked, ...bounds }, plan);
  const starts = cuts.map((position) => listCursor(owner.id, sort, position));
  const isComplete = count < bounds.most;
  // Behind the last row there is no page.
  if (isComplete && count > 0 && count % pageRows === 0) starts.pop();
  const nextCursor = isComplete ? null : (starts.pop() ?? null);
  const isWhole = plan.isPlain && !isComplete && after === null && walked.ranges.length === 0;
  const total = isComplete ? count : isWhole ? (await weigh(owner.id, asked, walked)).inOrder : count - 1;
  return { total, anchors: count === 0 ? [] : [cursor ?? null, ...starts], isComplete, nextCursor };
}

interface PlaceQuestion extends Pick<ListQuestion, "query" | "sort"> {
  pageRows: number;
  sampleId: string;
}

/** Where a sample is in a list: on which page, and the cursor with which that begins. Null if it is not in it. */
export async function listPlace(
  owner: FlagHolder,
  question: PlaceQuestion,
): Promise<{ pageIndex: number; indexInPage: number; cursor: string | null } | null> {
  const { sort, pageRows } = question;
  const { asked, walked } = await walkedBy(owner, question);
  const plan = await planOf(owner.id, asked, walked);
  const until = await findPosition(owner.id, { ...walked, sort, rest: plan.rest }, question.sampleId);
  if (!until) return null;
  const bounds = { sort, after: null, until, every: pageRows, most: EVERYTHING };
  const { count, cuts } = await cut(owner.id, { ...walked, ...bounds }, plan);
  const begin = cuts.at(-1);
  return {
    pageIndex: Math.floor(count / pageRows),
    indexInPage: count % pageRows,
    cursor: begin ? listCursor(owner.id, sort, begin) : null,
  };
}

async function walkedBy(owner: FlagHolder, { query, sort }: Pick<ListQuestion, "query" | "sort">) {
  const asked = askedOf(query, await flagsOf(owner, SEARCHED_FLAGS), true);
  return { asked, walked: walkedQuestion(asked, sort) };
}

interface CutPlan {
  rest: WalkedQuestion["rest"];
  /** Nothing is asked but what the index of the order knows. */
  isPlain: boolean;
  /** By which conditions all that match are found first. Null if the list is read in its order. */
  collecting: ReturnType<typeof collection>["by"] | null;
  isEmpty: boolean;
  /** Rows that one answer looks at. */
  most: number;
}

async function planOf(ownerId: string, wanted: Asked, walked: WalkedQuestion): Promise<CutPlan> {
  const { rest } = walked;
  if (rest.expression === null && rest.filters.length === 0)
    return { rest, isPlain: true, collecting: null, isEmpty: false, most: ANCHORED_MOST };
  const { conditions, all, total, rest: sought } = await weigh(ownerId, wanted, walked);
  const most = Math.min(total, ...conditions.map((condition) => condition.most));
  const asked = { rest: sought, isPlain: false, isEmpty: most === 0 };
  // What is sorted afterwards must not be half of what there is.
  return most <= ANCHORED_MOST
    ? { ...asked, collecting: collection(all, total).by, most: ANCHORED_MOST }
    : { ...asked, collecting: null, most: ASKED_MOST };
}

async function cut(ownerId: string, question: CutQuestion, { rest, collecting, isEmpty }: CutPlan): Promise<Cut> {
  if (isEmpty || question.kinds.length === 0) return { count: 0, cuts: [] };
  const sought = { ...question, rest };
  return collecting ? cutCollected(ownerId, sought, collecting) : cutWalked(ownerId, sought);
}
