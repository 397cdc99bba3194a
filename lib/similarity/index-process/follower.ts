import { setImmediate } from "node:timers/promises";
import pg from "pg";
import { SEARCH_DOCUMENTS_CHANNEL } from "@/lib/platform/channels";
import { type IndexedRow, InvalidRow, RowStore } from "@/lib/similarity/engine/row-store";
import { type Change, READ_CHANGES, READ_CONTENT, READ_POSITION } from "./statements";

const BATCH = 5000;
/** Changes of the index between two looks at what people ask. */
const CHANGES_AT_ONCE = 250;
const POLL_MS = 1000;
const RECONNECT_MS = 1000;
const CONNECT_TIMEOUT_MS = 5000;
const QUERY_TIMEOUT_MS = 120_000;
/** The comparison of all rows is made at most this part of the time. */
const CHECK_SHARE = 0.05;
const CHECK_EVERY_MS = 2000;

interface Position {
  revision: string;
  floor: string;
  files: string;
  activity: string;
}

/**
 * Keeps a `RowStore` like the database: reads `search_documents` by revision from 0, and goes on as soon as something is
 * announced, and every second. If what the database holds cannot have come from there, everything is read anew.
 */
export class Follower {
  store = new RowStore();
  isReady = false;
  watermark = 0;
  rebuilds = 0;
  trouble: string | null = null;
  #files: string | null = null;
  #floor = 0;
  #checkedActivity: string | null = null;
  #nextCheckMs = 0;
  #isChecking = false;
  #isWrong = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly changed: () => void,
  ) {}

  /** Never ends. */
  async run(): Promise<never> {
    for (;;) {
      try {
        await this.#follow();
      } catch (error) {
        this.trouble = error instanceof Error ? error.message : String(error);
        this.changed();
      }
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
    }
  }

  /** Until the connection fails. */
  async #follow(): Promise<never> {
    // Comparing all rows takes seconds in a large library, which changes must not wait for.
    const [client, checker] = [this.#connection(), this.#connection()];
    let giveUp: (error: unknown) => void = () => undefined;
    const broken = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    broken.catch(() => undefined);
    for (const one of [client, checker]) {
      one.on("error", giveUp);
      one.on("end", () => giveUp(new Error("the connection to the database has ended")));
    }
    client.on("notification", () => this.#wake());
    try {
      await Promise.all([client.connect(), checker.connect()]);
      await client.query(`listen ${SEARCH_DOCUMENTS_CHANNEL}`);
      // It must not take all processors from those who search.
      await checker.query("set max_parallel_workers_per_gather = 0");
      // It may be another database since the last time.
      this.#checkedActivity = null;
      for (;;) {
        const announced = new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        const activity = await this.#catchUp(client);
        if (this.trouble !== null) {
          this.trouble = null;
          this.changed();
        }
        if (activity !== null) this.#check(checker, activity).catch(giveUp);
        await Promise.race([announced, broken, new Promise((resolve) => setTimeout(resolve, POLL_MS))]);
      }
    } finally {
      for (const one of [client, checker]) await one.end().catch(() => undefined);
    }
  }

  #connection(): pg.Client {
    return new pg.Client({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      keepAlive: true,
      application_name: "samplemind-similarity",
    });
  }

  /** Returns the activity that was seen before. Null if there is no database to follow yet. */
  async #catchUp(client: pg.Client): Promise<string | null> {
    const [position] = (await client.query<Position>(READ_POSITION)).rows;
    if (!position) return null;
    const isAnotherTable = this.#files !== null && this.#files !== position.files;
    // After a deletion that was forgotten, the row of the deleted sample would stay for ever.
    const floor = Number(position.floor);
    const hasMissedDeletions = floor > this.#floor && this.watermark > 0 && this.watermark < floor;
    if (this.#isWrong || isAnotherTable || hasMissedDeletions || Number(position.revision) < this.watermark)
      this.#rebuild();
    this.#files = position.files;
    this.#floor = floor;
    for (;;) {
      const { rows } = await client.query<Change>(READ_CHANGES, [this.watermark, BATCH]);
      await this.#apply(rows);
      if (rows.length < BATCH) break;
    }
    if (!this.isReady) {
      this.isReady = true;
      this.changed();
    }
    return position.activity;
  }

  async #apply(changes: readonly Change[]): Promise<void> {
    for (let from = 0; from < changes.length; from += CHANGES_AT_ONCE) {
      for (const change of changes.slice(from, from + CHANGES_AT_ONCE)) this.#applyOne(change);
      this.changed();
      await setImmediate();
    }
  }

  #applyOne({ vector, isDeleted, ...row }: Change): void {
    this.watermark = Number(row.revision);
    // A vector that another version has written may have another form. That version reads it anew.
    const isIn = !isDeleted && vector !== null && this.#put({ ...row, revision: this.watermark, vector });
    if (!isIn) this.store.remove(row.sampleId);
  }

  #put(row: IndexedRow): boolean {
    try {
      this.store.put(row);
      return true;
    } catch (error) {
      if (!(error instanceof InvalidRow)) throw error;
      return false;
    }
  }

  /** Compares number and revisions of all rows with the database, if anything in it was written since the last time. */
  async #check(client: pg.Client, activity: string): Promise<void> {
    const startedMs = performance.now();
    if (this.#isChecking || activity === this.#checkedActivity || startedMs < this.#nextCheckMs) return;
    const { store, watermark } = this;
    const [rows, sum] = [store.rows, store.revisionSum];
    this.#isChecking = true;
    try {
      const [content] = (await client.query<Record<"last" | "rows" | "sum", string>>(READ_CONTENT)).rows;
      // Something has come in before it began: another time.
      if (!content || Number(content.last) !== watermark || this.store !== store) return;
      this.#checkedActivity = activity;
      if (Number(content.rows) === rows && Number(content.sum) === sum) return;
      // Changes may be on their way into the store.
      this.#isWrong = true;
      this.#wake();
    } finally {
      this.#isChecking = false;
      const endedMs = performance.now();
      this.#nextCheckMs = startedMs + Math.max(CHECK_EVERY_MS, (endedMs - startedMs) / CHECK_SHARE);
    }
  }

  #rebuild(): void {
    this.store = new RowStore();
    this.watermark = 0;
    this.#isWrong = false;
    this.isReady = false;
    this.rebuilds++;
    this.changed();
  }
}
