import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const SOURCES = ["app", "cli", "components", "db", "embedded", "inngest", "lib", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path)),
);
const read = (path: string) => readFileSync(path, "utf8");
const called = (name: string) => SOURCES.filter((path) => path.endsWith(`/${name}.ts`));

/** Where a source begins a transaction by itself. */
const rawTransactions = (source: string): string[] => source.match(/\.transaction\(|sql`\s*begin\b/g) ?? [];

describe("a transaction", () => {
  it("is begun by the unit of work and nobody else", () => {
    const found = SOURCES.filter((path) => path.startsWith("lib/")).filter(
      (path) => rawTransactions(read(path)).length,
    );
    expect(found).toEqual(["lib/work/unit-of-work.ts"]);
  });

  it("is found where it is raw", () => {
    expect(rawTransactions("await db().transaction(async (tx) => {});")).toHaveLength(1);
    expect(rawTransactions("await inTransaction(ctx, async (work) => {});")).toHaveLength(0);
  });
});

const EXPORTED_READ =
  /^export (?:async )?(?:function\*?|const) (\w+)(?: = (?:async )?)?\(\s*(?:\{[^}]*\}|(\w+))(?:\??: ([^,)=]+))?/gm;
/** Who a read may be on behalf of. */
const ON_BEHALF = /^(ActorId|Actor|FlagHolder|Pick<Actor,.*)$/;

/** Exported functions of a `data.ts` whose first parameter is a bare string, or anything else but a person. */
function readsForNobody(source: string): string[] {
  return [...source.matchAll(EXPORTED_READ)]
    .filter(([, , name, type]) => name !== undefined && !ON_BEHALF.test((type ?? "").trim()))
    .map((match) => match[1] ?? "");
}

/** What asks about no person: settings, and the health of the whole. */
const ABOUT_NOBODY: Record<string, string[]> = {
  "lib/audit/data.ts": ["verifyChain"],
  "lib/events/data.ts": ["canReplayFrom"],
  "lib/flags/data.ts": ["settingsOf"],
};

describe("a read", () => {
  it.each(called("data"))("is on behalf of a person whose type says so (%s)", (path) => {
    expect(readsForNobody(read(path))).toEqual(ABOUT_NOBODY[path] ?? []);
  });

  it("is found where it takes a bare string", () => {
    const source = `
export async function findSample(owner: ActorId, id: string): Promise<Row | null> {}
export async function listSamples(userId: string): Promise<Row[]> {}
export const isLeaving = async (userId: string): Promise<boolean> => true;
`;
    expect(readsForNobody(source)).toEqual(["listSamples", "isLeaving"]);
  });
});

describe("files that reach the database or the request", () => {
  it.each(["data", "lookups", "gate", "mutations", "writes", "jobs", "loaders"].flatMap(called))(
    "can not come into a browser's bundle (%s)",
    (path) => {
      expect(read(path).startsWith('import "server-only";')).toBe(true);
    },
  );
});

/** Functions of a file with the first parameter of each. */
const EXPORTED_FUNCTION =
  /^export (?:async )?(?:function|const) (\w+)(?: = (?:async )?)?\(\s*(\w+|\{[^}]*\})(?:: (\w+))?/gm;

describe("a write", () => {
  it.each(called("writes"))(
    "takes the unit of work, or the transaction that the unit of work hands it (%s)",
    (path) => {
      const outside = [...read(path).matchAll(EXPORTED_FUNCTION)].filter(
        ([, , , type]) => type && !/^(Work|Executor|RunOf)$/.test(type),
      );
      expect(outside.map((match) => match[1])).toEqual([]);
    },
  );
});
