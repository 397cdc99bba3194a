import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { processorMs } from "@/bench/processes/processor-time";
import { markdownTable } from "@/bench/report/markdown-table";
import { quantile } from "@/bench/search/quantile";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";
import type { LibraryBench, Section, SectionReport } from "./section";

const PAGE_MS = 25;
const ANCHORS_MS = 150;
const PLACE_MS = 150;
const FOLDERS_MS = 25;
const REPEATS = 20;
const PAGE_ROWS = 200;
/** 5,000 rows a second. */
const PAGES_A_SECOND = 25;
const SCROLLED_SECONDS = 10;

/** What people look at: the whole library, and queries that leave much, some and little of it. */
const VIEWS: readonly [query: string, sort: string][] = [
  ["", "-addedAt"],
  ["", "name"],
  ["", "bpm"],
  ["", "-seconds"],
  ["type:loop", "bpm"],
  ["tag:kick", "-addedAt"],
  ["bpm:118-124", "name"],
  ["-tag:kick", "-addedAt"],
  ["is:favourite", "name"],
];

interface Page {
  data: { id: string }[];
  nextCursor: string | null;
}
interface Anchors {
  data: { total: number; anchors: (string | null)[]; isComplete: boolean };
}

interface Times {
  times: number[];
  /** Processor time of this process and the database's, whatever else the machine did. Null where it is not known. */
  works: number[] | null;
}
interface Timed extends Times {
  what: string;
  target: number;
  note: string;
}

/** Times of several calls of the same, after one to warm up. */
async function timesOf(call: () => Promise<unknown>): Promise<Times> {
  await call();
  const { rows } = await inTransaction(asSystem(), ({ tx }) =>
    tx.execute<{ pid: number }>(sql`select pid from pg_stat_activity where datname = current_database()`),
  );
  const pids = [process.pid, ...rows.map(({ pid }) => pid)];
  const times: number[] = [];
  const works: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const [startedAt, worked] = [performance.now(), processorMs(pids)];
    await call();
    times.push(performance.now() - startedAt);
    works.push(processorMs(pids) - worked);
  }
  return { times, works };
}

async function measureViews({ caller }: LibraryBench, forget: () => Promise<unknown>): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const [query, sort] of VIEWS) {
    await forget();
    const view = { query, sort };
    const what = `\`${query || "everything"}\` by ${sort}`;
    const first = () => caller.get<Page>("/library/pages", { ...view, limit: PAGE_ROWS });
    const anchors = () => caller.get<Anchors>("/library/anchors", { ...view, pageRows: PAGE_ROWS });
    const { data: cut } = await anchors();
    const total = `${cut.total.toLocaleString("en-GB")} rows`;
    timed.push({ what: `first page, ${what}`, ...(await timesOf(first)), target: PAGE_MS, note: total });
    timed.push({ what: `anchors, ${what}`, ...(await timesOf(anchors)), target: ANCHORS_MS, note: total });
    // What is further down takes longer.
    const cursor = cut.anchors.at(-1) ?? null;
    const sampleId = (await caller.get<Page>("/library/pages", { ...view, limit: PAGE_ROWS, cursor })).data.at(-1)?.id;
    if (sampleId === undefined) continue;
    const place = () => caller.get("/library/place", { ...view, pageRows: PAGE_ROWS, sampleId });
    timed.push({ what: `place, ${what}`, ...(await timesOf(place)), target: PLACE_MS, note: "the last row" });
  }
  return timed;
}

/** As fast as somebody drags the bar: a page every 40 ms, whether or not the one before is there. */
async function scroll({ caller }: LibraryBench, [query, sort]: readonly [string, string]): Promise<Timed> {
  const { data } = await caller.get<Anchors>("/library/anchors", { query, sort, pageRows: PAGE_ROWS });
  const startedAt = performance.now();
  const pages: Promise<number>[] = [];
  for (let i = 0; i < PAGES_A_SECOND * SCROLLED_SECONDS; i++) {
    const dueAt = startedAt + (i * 1000) / PAGES_A_SECOND;
    await delay(Math.max(0, dueAt - performance.now()));
    const cursor = data.anchors[i % data.anchors.length] ?? null;
    // From when it was due: a process that is late is late for whoever scrolls.
    pages.push(
      caller
        .get<Page>("/library/pages", { query, sort, cursor, limit: PAGE_ROWS })
        .then(() => performance.now() - dueAt),
    );
  }
  const what = `page while scrolling, \`${query || "everything"}\` by ${sort}`;
  return {
    what,
    times: await Promise.all(pages),
    works: null,
    target: PAGE_MS,
    note: `${PAGES_A_SECOND} pages a second`,
  };
}

async function measureFolders({ caller }: LibraryBench): Promise<Timed[]> {
  const read = (parent: string) =>
    caller.get<{ data: { path: string; hasFolders: boolean }[] }>("/library/folders", { parent });
  const top = (await read("")).data;
  const inner = top.find(({ hasFolders }) => hasFolders);
  return [
    {
      what: "folders at the top",
      ...(await timesOf(() => read(""))),
      target: FOLDERS_MS,
      note: `${top.length} folders`,
    },
    ...(inner
      ? [{ what: "folders in one", ...(await timesOf(() => read(inner.path))), target: FOLDERS_MS, note: "" }]
      : []),
  ];
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

async function measure(bench: LibraryBench): Promise<SectionReport> {
  const admin = postgres(bench.databaseUrl, { max: 1, onnotice: () => {} });
  // More is asked here than anybody may ask in an hour.
  const forget = () => admin`delete from rate_limits`;
  try {
    const timed = await measureViews(bench, forget);
    for (const view of [VIEWS[0], VIEWS[1], VIEWS[6]]) {
      await forget();
      if (view) timed.push(await scroll(bench, view));
    }
    await forget();
    timed.push(...(await measureFolders(bench)));
    const rows = timed.map(({ what, times, works, target, note }) => {
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
      return [
        what,
        note,
        ms(p50),
        p95 <= target ? ms(p95) : `**${ms(p95)}**`,
        String(target),
        works ? ms(quantile(works, 0.95)) : "",
      ];
    });
    return {
      text: markdownTable(["", "", "p50", "p95", "target", "work p95"], rows),
      figures: timed.map(({ what, times, target }) => ({ what, measured: quantile(times, 0.95), target, unit: "ms" })),
    };
  } finally {
    await admin.end();
  }
}

/** Pages, anchors, places and folders. */
export const windowSection: Section = { name: "window", title: "The window", measure };
