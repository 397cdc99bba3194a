import { describe, expect, it } from "vitest";
import { TAG_KINDS, type TagKind } from "./constants";
import { type LibraryCounts, type Neighbour, suggestTags, type TaggedSample } from "./suggest-tags";

const NONE: ReadonlySet<string> = new Set();

/** A library of 400 samples in ten groups of 40. Those of one group sound alike: 0.9, all others 0.45. */
class Library {
  readonly samples: TaggedSample[] = Array.from({ length: 400 }, (_, at) => ({
    sampleId: String(at),
    ...{ tags: NONE, own: NONE, refused: NONE },
  }));

  set(at: number, change: Partial<Record<"tags" | "own" | "refused", string[]>>): void {
    const before = this.samples[at] as TaggedSample;
    const added = (name: "tags" | "own" | "refused") => new Set([...before[name], ...(change[name] ?? [])]);
    const own = added("own");
    this.samples[at] = { ...before, own, tags: new Set([...added("tags"), ...own]), refused: added("refused") };
  }

  suggested(at: number) {
    const one = this.samples[at] as TaggedSample;
    const near = this.samples
      .filter((other) => other !== one)
      .map((other): Neighbour => ({ ...other, similarity: this.#alike(one, other) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, 40);
    const neighbours = Object.fromEntries(TAG_KINDS.map((kind) => [kind, near])) as Record<TagKind, Neighbour[]>;
    return suggestTags(one, neighbours, this.#counts());
  }

  certaintyOf(tag: string, at: number): number {
    return this.suggested(at).find((suggestion) => suggestion.tag === tag)?.confidence ?? 0;
  }

  #alike(one: TaggedSample, other: TaggedSample): number {
    return Math.floor(Number(one.sampleId) / 40) === Math.floor(Number(other.sampleId) / 40) ? 0.9 : 0.45;
  }

  #counts(): LibraryCounts {
    const withTag = new Map<string, number>();
    for (const { tags } of this.samples) for (const tag of tags) withTag.set(tag, (withTag.get(tag) ?? 0) + 1);
    return { samples: 400, tagged: this.samples.filter(({ own }) => own.size > 0).length, withTag };
  }
}

const SAMPLE = 39;

describe("suggested tags", () => {
  it("are a free tag after ten acceptances near by, and no longer after refusals", () => {
    const library = new Library();
    library.set(0, { own: ["dusty"] });
    expect(library.certaintyOf("dusty", SAMPLE)).toBe(0);
    for (let at = 1; at < 10; at++) library.set(at, { own: ["dusty"] });
    expect(library.certaintyOf("dusty", SAMPLE)).toBeGreaterThan(0.5);
    // Nothing of it for sounds of another kind.
    expect(library.certaintyOf("dusty", 60)).toBe(0);
    for (let at = 20; at < 25; at++) library.set(at, { refused: ["dusty"] });
    expect(library.certaintyOf("dusty", SAMPLE)).toBe(0);
  });

  it("are less certain with each refusal, and never what was refused for this sample", () => {
    const library = new Library();
    for (let at = 0; at < 30; at++) library.set(at, { own: ["dusty"] });
    const before = library.certaintyOf("dusty", SAMPLE);
    library.set(30, { refused: ["dusty"] });
    expect(library.certaintyOf("dusty", SAMPLE)).toBeLessThan(before);
    library.set(SAMPLE, { refused: ["dusty"] });
    expect(library.certaintyOf("dusty", SAMPLE)).toBe(0);
  });

  it("are not what all samples have, nor what this one has", () => {
    const library = new Library();
    for (let at = 0; at < 400; at++) library.set(at, { own: ["mine"], tags: ["house"] });
    library.set(SAMPLE, {});
    expect(library.suggested(SAMPLE)).toEqual([]);
    for (let at = 0; at < SAMPLE; at++) library.set(at, { own: ["dusty"] });
    expect(library.suggested(SAMPLE).map(({ tag }) => tag)).toEqual(["dusty"]);
    library.set(SAMPLE, { own: ["dusty"] });
    expect(library.suggested(SAMPLE)).toEqual([]);
  });

  it("believe a person more than the analysis", () => {
    const measured = new Library();
    const given = new Library();
    for (let at = 0; at < 30; at++) {
      measured.set(at, { tags: ["piano"] });
      given.set(at, { own: ["piano"] });
    }
    expect(measured.certaintyOf("piano", SAMPLE)).toBeGreaterThan(0.5);
    expect(given.certaintyOf("piano", SAMPLE)).toBeGreaterThan(measured.certaintyOf("piano", SAMPLE));
  });

  it("are names of instruments, genres and moods, and what people gave, but no measured words", () => {
    const library = new Library();
    for (let at = 0; at < SAMPLE; at++) library.set(at, { tags: ["loud", "kick", "techno", "dark"], own: ["dusty"] });
    const kinds = library.suggested(SAMPLE).map(({ tag, kind }) => `${kind} ${tag}`);
    expect(kinds.sort()).toEqual(["free dusty", "genre techno", "instrument kick", "mood dark"]);
  });

  it("say because of which samples", () => {
    const library = new Library();
    for (let at = 0; at < 20; at++) library.set(at, { own: ["dusty"] });
    const [suggestion] = library.suggested(SAMPLE);
    expect(suggestion?.because).toEqual(["0", "1", "2"]);
  });
});
