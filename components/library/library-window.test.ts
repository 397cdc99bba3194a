import { describe, expect, it, vi } from "vitest";
import type { LibraryRow } from "@/lib/library/schema";
import { LibraryWindow } from "./library-window";
import { openWindow } from "./open-window";
import { PAGE_ROWS, type RowSource } from "./window-source";

/** A list of so many samples in which only ids matter. */
function listOf(count: number) {
  const ids = Array.from({ length: count }, (_, index) => `s${index}`);
  const asked: (string | null)[] = [];
  const source: RowSource = {
    page: async (_, cursor, limit) => {
      asked.push(cursor);
      const start = cursor === null ? 0 : Number(cursor);
      return ids.slice(start, start + limit).map((id) => ({ id, isFavourite: false }) as LibraryRow);
    },
    anchors: async () => ({
      total: ids.length,
      cursors: Array.from({ length: Math.ceil(ids.length / PAGE_ROWS) }, (_, page) =>
        page === 0 ? null : String(page * PAGE_ROWS),
      ),
    }),
    rows: async () => [],
    place: async (_, id) => (ids.includes(id) ? ids.indexOf(id) : null),
  };
  return { ids, asked, source };
}

const question = { query: "", sort: "name" } as const;
const open = async (count: number, keep = { id: null as string | null, index: 0 }) => {
  const list = listOf(count);
  return { ...list, ...(await openWindow(list.source, question, keep)) };
};
const idAt = (window: LibraryWindow, index: number) => window.rowAt(index)?.id;

describe("a window on a list", () => {
  it("shows any place of it, and keeps a bounded number of rows", async () => {
    const { window } = await open(50_000);
    for (let index = 0; index < 50_000; index += PAGE_ROWS) {
      window.show({ first: index, end: index + 40, pace: 0 });
      await vi.waitFor(() => expect(idAt(window, index + 39)).toBe(`s${index + 39}`));
    }
    let kept = 0;
    for (let index = 0; index < 50_000; index++) if (window.rowAt(index)) kept += 1;
    expect(kept).toBeLessThanOrEqual(32 * PAGE_ROWS);
    expect(idAt(window, 0)).toBeUndefined();
  });

  it("reads ahead in the direction of a scroll, further for a fast one", async () => {
    const { window, asked } = await open(50_000, { id: null, index: 10_000 });
    asked.length = 0;
    window.show({ first: 10_000, end: 10_040, pace: 5000 });
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(10));
    expect(asked.filter((cursor) => Number(cursor) > 10_000).length).toBeGreaterThanOrEqual(8);
  });

  it("opens where a sample is now, wherever it was", async () => {
    const { window, index } = await open(1000, { id: "s700", index: 3 });
    expect(index).toBe(700);
    expect(idAt(window, 700)).toBe("s700");
    expect((await open(1000, { id: "gone", index: 5000 })).index).toBe(999);
  });

  it("closes up where a row is removed, also on pages that are read later", async () => {
    const { window, ids, source } = await open(600);
    window.remove(["s10", "s450"]);
    expect([idAt(window, 10), window.total]).toEqual(["s11", 599]);
    // The server has removed them as well.
    for (const id of ["s10", "s450"]) ids.splice(ids.indexOf(id), 1);
    source.page = async (_, cursor, limit) => {
      const start = cursor === null ? 0 : ids.indexOf(`s${cursor}`);
      return ids.slice(start, start + limit).map((id) => ({ id }) as LibraryRow);
    };
    await window.read(390, 600);
    expect(idAt(window, 597)).toBe("s599");
    expect(window.total).toBe(598);
  });

  it("changes rows in place", async () => {
    const { window } = await open(10);
    window.change("s4", { isFavourite: true });
    expect(window.rowAt(4)?.isFavourite).toBe(true);
    expect(window.indexOf("s4")).toBe(4);
  });

  it("names rows that it has not read", async () => {
    const { window } = await open(1000);
    const ids: string[] = [];
    for await (const some of window.ids(150, 650)) ids.push(...some);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([500, "s150", "s649"]);
    expect(window.rowAt(649)).toBeUndefined();
  });

  it("begins with the page that came first, and then reaches all others", async () => {
    const { source, ids } = listOf(500);
    const rows = ids.slice(200, 400).map((id) => ({ id }) as LibraryRow);
    const window = LibraryWindow.beginning(question, source, { page: 1, rows }, true);
    expect([idAt(window, 250), idAt(window, 10), window.isWhole]).toEqual(["s250", undefined, false]);
    window.complete(await source.anchors(question));
    expect([window.total, window.isWhole]).toEqual([500, true]);
    window.show({ first: 440, end: 480, pace: 0 });
    await vi.waitFor(() => expect(idAt(window, 479)).toBe("s479"));
  });

  it("is whole at once where the first page is the only one", () => {
    const { source } = listOf(0);
    expect(LibraryWindow.beginning(question, source, { page: 0, rows: [] }, false).isWhole).toBe(true);
  });
});
