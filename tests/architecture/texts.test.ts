import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { foundFormatSentences } from "@/lib/analysis/record/found-formats";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { MOODS } from "@/lib/analysis/record/values/moods";
import { GERMAN } from "@/lib/language/german/studio";
import { type Dictionary, type Forms, textIn } from "@/lib/language/text";
import { root } from "@/runtime/root.mjs";
import { allTexts } from "@/tests/texts/all-texts";
import { textsIn } from "@/tests/texts/texts-in-source";

const texts = allTexts(root);
const keys = new Set([...texts.values()].flatMap(({ keys: own }) => own.map(({ text }) => text)));

const at = (select: "keys" | "raw", isWrong: (text: string) => boolean) =>
  [...texts].flatMap(([path, found]) =>
    found[select].filter(({ text }) => isWrong(text)).map(({ text, line }) => `${path}:${line} ${text}`),
  );

const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}|<\/?(\w+)>/g)].map(([place]) => place).sort();
/** What stands in a numbered place may be said in other words. */
const namedPlaces = (text: string) => placesOf(text).filter((place) => !/^\{\d\}$/.test(place));
const formsOf = (words: string | Forms) => (typeof words === "string" ? [words] : Object.values(words));

describe("texts", () => {
  it("that a person reads can be reached by every dictionary", () => {
    expect(texts.size).toBeGreaterThan(700);
    expect(at("raw", () => true)).toEqual([]);
  });

  it("have German", () => {
    expect(keys.size).toBeGreaterThan(1500);
    expect(at("keys", (text) => !Object.hasOwn(GERMAN, text))).toEqual([]);
  });

  it("in German are asked for by something", () => {
    /** Words of the analysis, which are shown as values. */
    const values = new Set<string>([...INSTRUMENTS, ...MOODS, ...Object.values(foundFormatSentences)]);
    expect(Object.keys(GERMAN).filter((text) => !keys.has(text) && !values.has(text))).toEqual([]);
    expect([...values].filter((text) => textIn("de", GERMAN)(text) === text)).toEqual([]);
  });

  it("have the same places in both languages", () => {
    const wrong = Object.entries(GERMAN).filter(([english, german]) =>
      formsOf(german).some((form) => placesOf(form).filter((place) => !placesOf(english).includes(place)).length > 0),
    );
    expect(wrong).toEqual([]);
    const lost = Object.entries(GERMAN).filter(
      ([english, german]) =>
        typeof german === "string" && namedPlaces(english).some((place) => !placesOf(german).includes(place)),
    );
    expect(lost).toEqual([]);
  });

  it("that stand in two areas have one translation", async () => {
    const folder = join(root, "lib/language/german");
    const seen = new Map<string, string>();
    const torn: string[] = [];
    for (const file of readdirSync(folder).filter((name) => !/^(public|studio)\.ts$/.test(name))) {
      const area = (await import(join(folder, file))) as Record<string, Dictionary>;
      for (const [english, german] of Object.values(area).flatMap((dictionary) => Object.entries(dictionary))) {
        const written = JSON.stringify(german);
        if ((seen.get(english) ?? written) !== written) torn.push(`${file}: ${english}`);
        seen.set(english, written);
      }
    }
    expect(torn).toEqual([]);
  });
});

describe("a text that is forgotten", () => {
  it.each([
    ["between tags", "<p>Save it now</p>"],
    ["in an attribute", '<input aria-label="Name of the file" />'],
    ["in a choice", '<p>{isOpen ? "Close it" : null}</p>'],
    ["in a template", ["<p title={`Delete ", "{name}`} />"].join("$")],
    ["in a table of labels", '[{ label: "Tempo" }]'],
    ["in a call", 'toast.error("It could not be saved")'],
  ])("%s is found", (_, source) => {
    expect(textsIn("seeded.tsx", `const x = ${source};`, true).raw).toHaveLength(1);
  });

  it("is not confused with what nobody reads", () => {
    const source = `const x = <p className="flex gap-2" data-kind="open">{t("Read me")} {name} 12 BPM</p>;`;
    expect(textsIn("seeded.tsx", source, true)).toEqual({ keys: [{ text: "Read me", line: 1 }], raw: [] });
  });
});
