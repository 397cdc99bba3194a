import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

/** What a page must not load before somebody uses it. Each one is imported where it is used: `await import(…)`. */
const LATE = ["zod", "next-auth", "sonner", "three", "@react-three/fiber"];

const SOURCES = new Map(
  ["app", "components", "lib"]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => [path.replace(/\.tsx?$/, ""), readFileSync(path, "utf8")]),
);
const IMPORT = /^(?:import|export)\s+(?!type\b)([^"';]*?)\s*from\s+"([^"]+)"|^import\s+"([^"]+)"/gm;
const isOnlyTypes = (names: string) =>
  /^\{[^}]*\}$/.test(names) && names.split(",").every((name) => /^[{\s]*type\s|^\s*\}?$/.test(name));

/** What a source imports when it is loaded. Imports of types and of server actions bring no code. */
function importsOf(path: string, source: string): string[] {
  return [...source.matchAll(IMPORT)].flatMap(([, names = "", from, bare]) => {
    const specifier = from ?? bare ?? "";
    if (isOnlyTypes(names)) return [];
    const local = specifier.startsWith("@/")
      ? specifier.slice(2)
      : specifier.startsWith(".") && posix.join(posix.dirname(path), specifier);
    if (!local) return [specifier];
    return SOURCES.get(local)?.startsWith('"use server"') ? [] : [local];
  });
}

/** The first way from a component to a package, as a chain of imports. */
function wayTo(start: string, packages: readonly string[]): string | null {
  const from = new Map<string, string | null>([[start, null]]);
  for (const at of from.keys()) {
    const source = SOURCES.get(at);
    if (source === undefined) {
      if (!packages.some((name) => at === name || at.startsWith(`${name}/`))) continue;
      const way: string[] = [];
      for (let step: string | null | undefined = at; step; step = from.get(step)) way.unshift(step);
      return way.join(" → ");
    }
    for (const next of importsOf(at, source)) if (!from.has(next)) from.set(next, at);
  }
  return null;
}

const CLIENT = [...SOURCES].filter(([, source]) => /^"use client"/.test(source)).map(([path]) => path);
/** This is imported where it is used. */
const LOADED_LATER = "components/ui/toast-region";

describe("what comes with a page", () => {
  it("leaves out what only some visits use", () => {
    const ways = CLIENT.filter((path) => path !== LOADED_LATER).flatMap((path) => wayTo(path, LATE) ?? []);
    expect(ways).toEqual([]);
  });

  it("is followed through other sources", () => {
    expect(wayTo("lib/accounts/profile/schema", LATE)).toBe("lib/accounts/profile/schema → zod");
    expect(wayTo("components/ui/toast-region", ["sonner"])).toContain("sonner");
    expect(isOnlyTypes("{ type A, type B }")).toBe(true);
    expect(isOnlyTypes("{ type A, b }")).toBe(false);
  });
});
