import { callApi } from "@/lib/api/client";
import { CHANGED_ROWS_MAX } from "@/lib/library/constants";
import type { LibraryRow } from "@/lib/library/schema";
import { PAGE_ROWS, type Question, type RowSource } from "./library-window";

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

  async anchors(question) {
    const cursors: (string | null)[] = [];
    let after: string | null = null;
    do {
      const query = { ...asked(question), pageRows: PAGE_ROWS, ...(after !== null && { after }) };
      const answer = await callApi("GET /library/anchors", { query });
      if (!answer.ok) return refusal("anchors", answer);
      cursors.push(...answer.body.anchors);
      after = answer.body.nextCursor;
      if (after === null) return { total: answer.body.total, cursors };
    } while (true);
  },

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
    const answer = await callApi("GET /library/place", { query: { ...asked(question), pageRows: PAGE_ROWS, sampleId } });
    if (answer.ok) return answer.body.pageIndex * PAGE_ROWS + answer.body.indexInPage;
    return answer.status === 404 ? null : refusal("place", answer);
  },
};

/** So many ids fit easily into one address. */
const ROWS_PER_ADDRESS = Math.min(100, CHANGED_ROWS_MAX);
