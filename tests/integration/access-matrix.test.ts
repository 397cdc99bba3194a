import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { permissionsOf } from "@/lib/identity/permissions";
import { startBackend } from "@/tests/factories/backend";
import { builtActions } from "@/tests/factories/built-actions";
import { startApp } from "@/tests/factories/running-app";
import { until } from "@/tests/factories/until";
import { type AskingActor, gatherCast } from "./access-actors";
import type { Targets } from "./access-table";

const backend = await startBackend({ plans: true });
const { ACTIONS, inSourceTree, OPERATION_CASES, PAGES, ROUTES } = await import("./access-table");
const cast = await gatherCast(backend);
const address = await startApp();
const { sql } = backend;

describe("the access table", () => {
  it("lists every page, route handler and server action of the source tree", () => {
    expect(inSourceTree.pages().filter((page) => !(page in PAGES))).toEqual([]);
    expect(inSourceTree.routes().filter((route) => !(route in ROUTES))).toEqual([]);
    expect(inSourceTree.actions().filter((name) => !(name in ACTIONS))).toEqual([]);
  });

  it("matches what each action checks itself, independently of the proxy", () => {
    const clients = { anyone: "publicAction", person: "userAction", admin: "adminAction", signature: "none" };
    const expected = inSourceTree.actions().map((name) => `${name} ${clients[ACTIONS[name]?.who ?? "signature"]}`);
    expect(inSourceTree.actionClients()).toEqual(expected);
  });

  it("lists every server action that a browser can call", () => {
    expect(inSourceTree.strayActions()).toEqual([]);
    expect([...builtActions().keys()].filter((name) => !(name in ACTIONS))).toEqual([]);
  });
});

interface Answer {
  status: number;
  location: string;
  text: string;
}

/** Sends one request as this actor. Of an event stream, reads only the start. */
async function ask(actor: AskingActor, method: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (actor.cookie) headers.set("cookie", actor.cookie);
  if (actor.key) headers.set("authorization", `Bearer ${actor.key}`);
  else headers.set("origin", address);
  const answer = await fetch(`${address}${path}`, { ...init, method, headers, redirect: "manual" });
  const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream");
  if (isStream) await answer.body?.cancel();
  return {
    status: answer.status,
    location: `${answer.headers.get("location") ?? ""} ${answer.headers.get("set-cookie") ?? ""}`,
    text: isStream ? "" : await answer.text(),
  };
}

/** Tables with owned rows, and the column that names the owner. */
const OWNED_TABLES = {
  users: "id",
  sessions: "user_id",
  api_keys: "user_id",
  samples: "owner_id",
  sample_tags: "owner_id",
  slices: "owner_id",
  sample_origins: "owner_id",
  recording_prints: "owner_id",
  duplicate_pairs: "owner_id",
  duplicate_dismissals: "owner_id",
  sample_duplicates: "owner_id",
  uploads: "owner_id",
  import_folders: "owner_id",
  import_scans: "owner_id",
  import_files: "owner_id",
  second_factors: "user_id",
  linked_accounts: "user_id",
  one_time_tokens: "user_id",
  data_exports: "user_id",
  feature_flag_overrides: "user_id",
  query_sounds: "owner_id",
  batches: "owner_id",
  bulk_edits: "owner_id",
  saved_views: "owner_id",
  collections: "owner_id",
  collection_items: "added_by",
  collection_members: "user_id",
  playlists: "owner_id",
  artists: "owner_id",
  publications: "owner_id",
  publication_downloads: "user_id",
  plays: "user_id",
  person_settings: "user_id",
};

/** What jobs write into such rows by themselves, after somebody changed what it comes from. */
const DERIVED: Partial<Record<keyof typeof OWNED_TABLES, string[]>> = {
  publications: ["preview_key", "preview_version", "values_revision", "document", "facets", "overview"].concat([
    "bpm",
    "bpm_confidence",
    "key_tonic",
    "key_mode",
    "key_confidence",
    "kind",
    "seconds",
    "lufs",
  ]),
};

/**
 * What others must not have changed: all rows of the owner and the bystander, except times of last use, and when a batch
 * ended, which it does by itself.
 */
async function stateOfOthers(): Promise<string> {
  const ids = [cast.owner.userId, cast.bystander.userId];
  const sums = Object.entries(OWNED_TABLES).map(([table, column]) => {
    return sql`
      select ${table}::text as name, md5(coalesce(string_agg(
        (to_jsonb(t) - 'last_seen_at' - 'last_used_at' - 'last_used_address' - 'updated_at'
          - 'ended_at' - ${DERIVED[table as keyof typeof OWNED_TABLES] ?? []}::text[])::text, '' order by t::text), '')) as sum
      from ${sql(table)} t where ${sql(column)} = any(${ids})`;
  });
  const [first = sql``, ...others] = sums;
  return JSON.stringify(await others.reduce((all, sum) => sql`${all} union all ${sum}`, first));
}

/** The same once jobs that were begun for the rows have ended. */
async function settledState(): Promise<string> {
  for (let [before, tries] = [await stateOfOthers(), 0]; ; tries++) {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const now = await stateOfOthers();
    if (now === before || tries === SETTLE_TRIES) return now;
    before = now;
  }
}

/** The tables in which two states differ. */
function tablesChanged(before: string, now: string): string {
  type Sums = { name: string; sum: string }[];
  const old = new Map((JSON.parse(before) as Sums).map(({ name, sum }) => [name, sum]));
  const changed = (JSON.parse(now) as Sums).filter(({ name, sum }) => old.get(name) !== sum);
  return changed.map(({ name }) => name).join(", ");
}

/** Returns why this answer is a leak, or null if it is not. */
type Judge = (answer: Answer) => string | null;

const SETTLE_MS = 2000;
const SETTLE_TRIES = 15;
const LANES = 5;
/** Reading all rows takes longer than most requests, so the rows are compared after so many of them. */
const COMPARED_AFTER = 20;
const leaks: string[] = [];
let untouched = await settledState();
let uncompared: string[] = [];
let asked = 0;
const routes = new Set<string>();

async function probe(
  actor: AskingActor,
  route: string,
  request: () => Promise<Answer>,
  judge: Judge,
  mayWrite = false,
) {
  routes.add(route);
  asked += 1;
  if (mayWrite && uncompared.length > 0) await compareRows();
  const answer = await request();
  const label = `${route} as ${actor.name}`;
  if (mayWrite) untouched = await stateOfOthers();
  else await compareSometimes(label);
  const seesAll = actor.isOwner || (actor.role === "admin" && /\/admin(\/|$)/.test(route));
  const secret = seesAll ? undefined : cast.secrets.find((text) => `${answer.text}${answer.location}`.includes(text));
  const limited = answer.status === 429 || answer.text.includes("rate_limited") ? "was not asked: rate limited" : null;
  const broken = answer.status >= 500 && answer.status !== 503 ? `answered ${answer.status}` : null;
  const problem = (secret && `shows "${secret}"`) || limited || broken || judge(answer);
  if (problem) leaks.push(`${label}: ${problem} (${answer.status} ${answer.text.slice(0, 200)})`);
}

async function compareSometimes(label: string): Promise<void> {
  uncompared.push(label);
  if (uncompared.length >= COMPARED_AFTER) await compareRows();
}

/** Whether one of the last requests changed somebody else's rows. The next ones are not blamed for it. */
async function compareRows(): Promise<void> {
  const suspects = uncompared;
  uncompared = [];
  const now = await stateOfOthers();
  if (now === untouched) return;
  leaks.push(`changed somebody else's rows (${tablesChanged(untouched, now)}), one of: ${suspects.join("; ")}`);
  untouched = now;
}

const isTurnedAway = ({ status, location }: Answer) => status === 307 && location.includes("/sign-in");
const hasSession = (actor: AskingActor) => actor.cookie !== undefined && !actor.refusedWith;
const mustBe = (right: boolean, what: string) => (right ? null : what);

function idOf(page: string, to: Targets): string {
  if (page.startsWith("/collections")) return to.collectionId;
  if (page.startsWith("/playlists")) return to.playlistId;
  if (page.startsWith("/batches")) return to.batchId;
  return page.startsWith("/admin") ? to.userId : to.sampleId;
}

async function probePages(actor: AskingActor) {
  for (const page of inSourceTree.pages()) {
    const { who, shows, isGone } = PAGES[page] ?? { who: "admin" };
    const id = idOf(page, { ...cast.owner, ...actor.own });
    const judge: Judge = (answer) => {
      if (isGone) return mustBe(answer.status === 404, "should not be there");
      if (who === "anyone") return mustBe(answer.status === 200 || answer.status === 307, "should be open");
      if (!hasSession(actor)) return mustBe(isTurnedAway(answer), "should lead to sign-in");
      if (who === "admin" && actor.role !== "admin") return mustBe(answer.status === 404, "should not be there");
      if (isTurnedAway(answer)) return "should be open";
      return mustBe(!shows || !actor.isOwner || answer.text.includes(cast.fileName), "hides the owner's file");
    };
    await probe(actor, page, () => ask(actor, "GET", page.replace("[id]", id)), judge);
  }
}

async function probeRoutes(actor: AskingActor) {
  for (const [route, { who, requests }] of Object.entries(ROUTES)) {
    for (const [method, path] of requests(cast.owner)) {
      await sql`delete from rate_limits`;
      const judge: Judge = ({ status }) => {
        if (who === "signature") return mustBe([400, 401, 403].includes(status), "should want a signature");
        if (who === "person" && actor.refusedWith === 401)
          return mustBe(status === 401, "should want a session or key");
        // What is sent here is no file.
        return mustBe(status < 405 || status === 422, "should answer");
      };
      const body = method === "POST" || method === "PUT" ? { body: "{}" } : {};
      // All actors ask from one address, and of strangers' files an address has one at a time.
      const askInTurn = () =>
        until(async () => {
          const answer = await ask(actor, method, path, body);
          return !answer.text.includes(":busy") && answer;
        }, `an answer of ${route}`);
      await probe(actor, `${method} ${route}`, askInTurn, judge);
    }
  }
}

async function probeOperations(actor: AskingActor) {
  for (const { name, scope, isOwned, method, path, body } of OPERATION_CASES) {
    // There are more of them than a visitor may ask in a minute.
    await sql`delete from rate_limits`;
    const may = actor.role !== null && permissionsOf(actor.role, true, actor.scopes).has(scope);
    const expected = actor.refusedWith ?? (may ? (isOwned && !actor.isOwner ? 404 : null) : 403);
    const json = body(cast.owner);
    const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
    const init = json === undefined ? {} : { body: JSON.stringify(json), headers };
    const judge: Judge = ({ status }) =>
      expected === null
        ? mustBe(![401, 403, 404].includes(status), "should be open")
        : mustBe(status === expected, `should be ${expected}`);
    const url = path({ ...cast.owner, ...actor.own });
    await probe(actor, name, () => ask(actor, method, url, init), judge, actor.isOwner);
  }
}

async function probeActions(actor: AskingActor) {
  for (const [name, { id, page }] of builtActions()) {
    // There are more of them than anybody may send in a minute.
    await sql`delete from rate_limits`;
    const { who, input } = ACTIONS[name] ?? { who: "admin", input: () => undefined };
    const target = actor.role === "admin" ? cast.bystander : cast.owner;
    const judge: Judge = (answer) => {
      if (who === "anyone") return null;
      // `{}` is left if Next.js fetched the answer from another page and was refused there.
      const isRefused =
        answer.text === "{}" ||
        isTurnedAway(answer) ||
        [404, 409].includes(answer.status) ||
        /"(unauthenticated|forbidden)"/.test(answer.text);
      if (!hasSession(actor)) return mustBe(isRefused, "should want a session");
      return mustBe(who !== "admin" || actor.role === "admin" || isRefused, "is for admins");
    };
    const argument = input(target);
    const init = {
      body: JSON.stringify(argument === undefined ? [] : [argument]),
      headers: { "next-action": id, accept: "text/x-component", "content-type": "text/plain;charset=UTF-8" },
    };
    const mayWrite = actor.isOwner || (who === "admin" && actor.role === "admin");
    // Also posts to a page that is open to visitors: Next.js then looks for the action on another page.
    const addresses = who === "anyone" ? [page] : [page.replace("[id]", cast.owner.sampleId), "/"];
    for (const path of addresses) await probe(actor, name, () => ask(actor, "POST", path, init), judge, mayWrite);
  }
}

async function probeAll(actor: AskingActor) {
  for (const part of [probePages, probeRoutes, probeOperations, probeActions]) {
    await sql`delete from rate_limits`;
    await part(actor);
  }
}

describe("the access matrix", () => {
  it("opens everything to those who may see it, and nothing to anybody else", async () => {
    const mayWrite = (actor: AskingActor) => actor.isOwner || actor.role === "admin";
    const strangers = cast.actors.filter((actor) => !mayWrite(actor));
    // Runs several at once, because some responses are slow on purpose. None of them may change anything.
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        for (let next = strangers.shift(); next; next = strangers.shift()) await probeAll(next);
      }),
    );
    await compareRows();
    for (const actor of cast.actors.filter(mayWrite)) {
      untouched = await stateOfOthers();
      await probeAll(actor);
      await compareRows();
    }
    expect(leaks).toEqual([]);
    process.stdout.write(
      `\naccess matrix: ${routes.size} routes × ${cast.actors.length} actors = ${asked} requests, ${leaks.length} leaks\n`,
    );
  }, 900_000);
});
