import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { extendTailwindMerge } from "tailwind-merge";
import { __unstable__loadDesignSystem } from "tailwindcss";
import { describe, expect, it } from "vitest";
import { groupOf } from "./class-groups";
import { cn } from "./cn";

const twMerge = extendTailwindMerge({
  extend: { theme: { animate: ["entrance", "pulse-dot", "shimmer"], ease: ["out-quint"] } },
});

/** Every class of Tailwind that stands anywhere in the source. */
async function usedClasses(): Promise<string[]> {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(resolve(folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const sources = files.filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(name, "utf8"));
  const words = [...new Set(sources.flatMap((source) => source.split(/[\s"'`]+/)))];
  const load = async (id: string, base: string) => {
    const path =
      id === "tailwindcss" ? createRequire(import.meta.url).resolve("tailwindcss/index.css") : join(base, id);
    return { path, base: dirname(path), content: readFileSync(path, "utf8") };
  };
  const { content, base } = await load("globals.css", resolve("app"));
  const design = await __unstable__loadDesignSystem(content, { base, loadStylesheet: load });
  const css = design.candidatesToCss(words);
  return words.filter((_, at) => css[at]);
}

/** A class without its conditions, and the conditions. */
const split = (name: string) => {
  const [condition] = /^(?:(?:[\w/@-]|\[[^\]]*\]|\([^)]*\))+:)*/.exec(name) ?? [""];
  return { condition, utility: name.slice(condition.length) };
};

describe("class names", () => {
  it("are merged as tailwind-merge does, for all classes of the source", async () => {
    const classes = await usedClasses();
    const utilities = [...new Set(classes.map((name) => split(name).utility))];
    expect(utilities.length).toBeGreaterThan(700);
    // One class of each group stands for the others of its group, because they are compared with it as well.
    const ofGroup = new Map(utilities.map((name) => [groupOf(name) ?? name, name]));
    expect(ofGroup.size).toBeGreaterThan(100);
    const lists = utilities.flatMap((name) =>
      [...ofGroup.values()].filter((one) => one !== name).flatMap((one) => [`${one} ${name}`, `${name} ${one}`]),
    );
    const different = lists.filter((list) => cn(list) !== twMerge(list));
    expect(different).toEqual([]);
  }, 60_000);

  it("are told apart by when they hold", async () => {
    const classes = await usedClasses();
    const conditions = [...new Set(classes.map((name) => split(name).condition))];
    expect(conditions.length).toBeGreaterThan(50);
    const lists = conditions.flatMap((one) => conditions.map((other) => `${one}px-2 ${other}p-3`));
    expect(lists.filter((list) => cn(list) !== twMerge(list))).toEqual([]);
    expect(cn("hover:focus:p-2 focus:hover:p-3")).toBe("focus:hover:p-3");
    expect(cn("[&:where(.a,.b)]:p-2 p-3! p-4")).toBe("[&:where(.a,.b)]:p-2 p-3! p-4");
  });

  it("leave out what is not there", () => {
    expect(cn("flex", false, undefined, null, "gap-2 p-1", "p-2")).toBe("flex gap-2 p-2");
  });
});
