import "server-only";
import type { Result } from "@/lib/errors";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { WINDOW_ROWS } from "./constants";
import type { LibraryAnchors, LibraryPage, LibraryPlace, LibraryView } from "./schema";
import { findLibraryAnchors, findLibraryPage, findLibraryPlace } from "./window/data";

/** The signed-in person, if their role may see samples. */
async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return actor;
}

export interface LoadedLibraryPage {
  /** The first page, or the one with the sample that was asked for. */
  page: LibraryPage;
  pageIndex: number;
  /** Follows when it is there: the page is shown before. */
  anchors: Promise<LibraryAnchors>;
}

/**
 * The first page of a view, or the one on which a sample is, and the anchors of all. The caller hands the promise of the
 * anchors on, so that nobody waits for them to see rows.
 */
export async function loadLibraryPage(
  { query, sort }: LibraryView,
  { sampleId, pageRows = WINDOW_ROWS }: { sampleId?: string | undefined; pageRows?: number } = {},
): Promise<LoadedLibraryPage> {
  const actor = await viewer();
  const anchors = findLibraryAnchors(actor, { query, sort, pageRows }).then(there);
  // If the page fails first, nobody is left who would notice that this fails as well.
  anchors.catch(() => undefined);
  const place = sampleId === undefined ? null : await placeOf(actor, { query, sort, pageRows, sampleId });
  const cursor = place?.cursor ?? undefined;
  const page = there(await findLibraryPage(actor, { query, sort, cursor, limit: pageRows }));
  return { page, pageIndex: place?.pageIndex ?? 0, anchors };
}

async function placeOf(actor: Actor, question: Parameters<typeof findLibraryPlace>[1]): Promise<LibraryPlace | null> {
  const place = await findLibraryPlace(actor, question);
  return place.ok ? place.value : null;
}

/** Of a question without a cursor, which cannot be refused. */
function there<T>(result: Result<T, "invalid_cursor">): T {
  if (!result.ok) throw new Error("a cursor that was just made is not valid");
  return result.value;
}
