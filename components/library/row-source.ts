import { callApi } from "@/lib/api/client";
import { CHANGED_ROWS_MAX } from "@/lib/library/constants";
import type { LibraryAnchors, LibraryRow } from "@/lib/library/schema";
import { type ListOfPages, PAGE_ROWS, type Question, type RowSource } from "./window-source";

/** What an answer of the server failed with, after the wait that it asked for: a fast scroll may ask too often. */
async function refusal(what: string, answer: { status: number; retryAfterSeconds: number | null }): Promise<never> {
  const waitMs = Math.min(answer.retryAfterSeconds ?? 0, 30) * 1000;
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  throw new Error(`${what} answered ${answer.status}`);
}

const asked = ({ query, sort }: Question) => ({ query, sort });

/** The library of the person who is signed in. */
export const librarySource: RowSource = {
  async page(question, cursor, limit, signal) {
    const query = { ...asked(question), limit, ...(cursor !== null && { cursor }) };
    const answer = await callApi("GET /library/pages", { query, signal });
    return answer.ok ? answer.body.data : refusal("pages", answer);
  },

  anchors: (question) => anchorsOf(question, null),

  async rows(ids) {
    const rows: LibraryRow[] = [];
    for (let start = 0; start < ids.length; start += ROWS_PER_ADDRESS) {
      const some = ids.slice(start, start + ROWS_PER_ADDRESS);
      const answer = await callApi("GET /library/rows", { query: { ids: some.join(",") } });
      if (!answer.ok) return refusal("rows", answer);
      rows.push(...answer.body.data);
    }
    return rows;
  },

  async place(question, sampleId) {
    const answer = await callApi("GET /library/place", {
      query: { ...asked(question), pageRows: PAGE_ROWS, sampleId },
    });
    if (answer.ok) return answer.body.data.pageIndex * PAGE_ROWS + answer.body.data.indexInPage;
    return answer.status === 404 ? null : refusal("place", answer);
  },
};

/** All anchors of a list, of which the first may be known. */
export async function anchorsOf(question: Question, known: LibraryAnchors | null): Promise<ListOfPages> {
  const cursors: (string | null)[] = [];
  let part = known ?? (await askForAnchors(question, null));
  while (part.nextCursor !== null) {
    cursors.push(...part.anchors);
    part = await askForAnchors(question, part.nextCursor);
  }
  // All pages before the last part are full.
  return { total: cursors.length * PAGE_ROWS + part.total, cursors: [...cursors, ...part.anchors] };
}

async function askForAnchors(question: Question, after: string | null): Promise<LibraryAnchors> {
  const query = { ...asked(question), pageRows: PAGE_ROWS, ...(after !== null && { after }) };
  const answer = await callApi("GET /library/anchors", { query });
  return answer.ok ? answer.body.data : refusal("anchors", answer);
}

/** So many ids fit easily into one address. */
const ROWS_PER_ADDRESS = Math.min(100, CHANGED_ROWS_MAX);
