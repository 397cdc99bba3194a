import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Where verbs are: whatever a request can make the application write. */
const FILES = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|[\\/])mutations\.ts$/.test(path))
  .map((path) => `lib/${path.replaceAll("\\", "/")}`);
const VERB = /^export async function (\w+)\(\s*(?:ctx|\{[^}]*\}): Ctx\b/gm;
const GUARD = /^ {2}require[A-Z]\w*\(/m;

/** Each verb of a file with its body. */
function verbsOf(path: string): [string, string][] {
  const source = readFileSync(path, "utf8");
  return [...source.matchAll(VERB)].map((match) => {
    const end = source.indexOf("\n}\n", match.index);
    return [`${path}: ${match[1]}`, source.slice(match.index, end)];
  });
}

const verbs = FILES.flatMap(verbsOf);

describe("every verb", () => {
  it("is found", () => {
    expect(verbs.map(([name]) => name)).toContain("lib/samples/mutations.ts: deleteSamples");
    expect(verbs.map(([name]) => name)).toContain("lib/uploads/mutations.ts: beginUpload");
  });

  it.each(verbs)("asks whether the actor may, before anything else (%s)", (_, body) => {
    const guard = GUARD.exec(body)?.index ?? Number.POSITIVE_INFINITY;
    const work = /\b(db\(\)|await |inTransaction\()/.exec(body.slice(body.indexOf("{\n")));
    expect(guard).toBeLessThan(work ? body.indexOf("{\n") + work.index : Number.POSITIVE_INFINITY);
  });
});
