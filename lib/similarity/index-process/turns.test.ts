import { describe, expect, it } from "vitest";
import { fromStoredVector, toStoredVector } from "@/lib/search-documents/stored-vector";
import { RowStore } from "@/lib/similarity/engine/row-store";
import { EVEN_WEIGHTS, type SoundQuestion } from "@/lib/similarity/schema";
import { type Asking, Turns } from "./turns";

const LARGE = 30_000;
const part = (dimensions: number) => Array.from({ length: dimensions }, (_, i) => Math.cos(i + 1));
const vector = toStoredVector({ timbre: part(40), rhythm: part(32), harmony: part(24) });
const question: SoundQuestion = {
  ...{ vector: fromStoredVector(vector), weights: EVEN_WEIGHTS, filters: [], limit: 3, minSimilarity: 0, except: [] },
};

const store = new RowStore();
for (let number = 0; number < LARGE + 3; number++) {
  const sampleId = `0199aaaa-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
  const numbers = { bpm: null, seconds: null, lufs: null, addedAt: null };
  store.put({
    sampleId,
    ownerId: number < LARGE ? "large" : "small",
    vector,
    facets: [],
    ...numbers,
    revision: number,
  });
}

const about = (ownerId: string, count = 1): Asking => ({
  ...{ ownerId, questions: Array.from({ length: count }, () => question), hidden: new Set() },
});

describe("questions in turns", () => {
  it("about a small library do not wait for those about a large one", async () => {
    const turns = new Turns(() => store);
    const order: string[] = [];
    const answered = ["large", "large", "small"].map(
      (ownerId, id) =>
        new Promise<void>((resolve) => {
          turns.ask(id, about(ownerId, ownerId === "large" ? 3 : 1), (hits) => {
            order.push(`${ownerId} ${hits?.map((list) => list.length)}`);
            resolve();
          });
        }),
    );
    await Promise.all(answered);
    expect(order).toEqual(["small 3", "large 3,3,3", "large 3,3,3"]);
  });

  it("that cannot be answered are given back, and the others answered", async () => {
    const turns = new Turns(() => store);
    const answers = [{ ...question, except: null as never }, question].map(
      (one, id) =>
        new Promise<number | undefined>((resolve) => {
          turns.ask(id, { ...about("small"), questions: [one] }, (hits) => resolve(hits?.length));
        }),
    );
    expect(await Promise.all(answers)).toEqual([undefined, 1]);
  });

  it("that are cancelled or dropped are not answered", async () => {
    const turns = new Turns(() => store);
    const answered: number[] = [];
    for (const id of [1, 2, 3]) turns.ask(id, about("large"), () => answered.push(id));
    turns.cancel(2);
    expect(turns.drop()).toEqual([1, 3]);
    await new Promise<void>((resolve) => turns.ask(4, about("large", 2), () => resolve()));
    expect(answered).toEqual([]);
  });
});
