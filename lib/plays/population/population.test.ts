import { describe, expect, it } from "vitest";
import type { JudgedPlay } from "@/lib/plays/patterns/evidence";
import { isHeardEnough } from "@/lib/plays/play-rule";
import { settle } from "@/lib/plays/settle";
import { FARMS } from "./bots";
import { crowdFromForum, honestPeople } from "./people";
import { seeded } from "./random";
import { catalogueOf, type Piece } from "./world";

const SEEDS = [20_260_301, 7, 42, 1_000_003, 99];
const ARTISTS = 60;
const PEOPLE = 1500;
const FARMS_OF_EACH = 4;
/** What the rule itself says of a play is no suspicion. */
const BY_RULE = new Set<string | null>(["own", "not_long_enough", "counted_already"]);

/** People and bots on one day. Bots hear the same songs as people do, and people are in the crowd of bots. */
function population(seed: number) {
  const random = seeded(seed);
  const pieces = catalogueOf(random, ARTISTS, 12);
  const songs = pieces.filter(({ recording }) => recording.kind === "track");
  const honest = [
    ...honestPeople(random, pieces, PEOPLE),
    ...songs.slice(0, 6).flatMap((piece) => crowdFromForum(random, piece, 120)),
  ];
  // Each farm plays the songs of three artists, as it is paid to.
  const paidBy =
    (index: number) =>
    ({ ownerId }: Piece) =>
      [(index * 7) % ARTISTS, (index * 7 + 1) % ARTISTS, index + 40].some((artist) => ownerId === `artist ${artist}`);
  const farms = Object.entries(FARMS).map(([name, farm]) => {
    const plays = Array.from({ length: FARMS_OF_EACH }, (_, index) =>
      farm(random, songs.filter(paidBy(index)), `${name} ${index}`),
    );
    return { name, plays: plays.flat() };
  });
  const all = [...honest, ...farms.flatMap(({ plays }) => plays)];
  const decisions = settle(new Set(all.map(({ id }) => id)), all);
  const reasons = new Map<string, string | null>(decisions.map(({ id, reason }) => [id, reason]));
  return { honest, farms, reasonOf: ({ id }: JudgedPlay) => reasons.get(id) ?? null };
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(3)} %`;
const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

describe.each(SEEDS)("a population of people and bots (%i)", (seed) => {
  const { honest, farms, reasonOf } = population(seed);
  const isSuspected = (play: JudgedPlay) => reasonOf(play) !== null && !BY_RULE.has(reasonOf(play));

  it("has its bots under suspicion: at least 95 of 100 plays, and 90 of each farm", () => {
    // Without those that the rule sets aside, whoever plays: what was not heard enough, or counted already.
    const rows = farms.map(({ name, plays }) => {
      const meant = plays.filter((play) => !BY_RULE.has(reasonOf(play)));
      return { name, all: meant.length, suspected: meant.filter(isSuspected).length };
    });
    const [all, suspected] = [sum(rows.map((row) => row.all)), sum(rows.map((row) => row.suspected))];
    process.stdout.write(`\nbots ${seed}: ${suspected} of ${all} plays suspected (${percent(suspected, all)})\n`);
    expect(suspected / all).toBeGreaterThanOrEqual(0.95);
    for (const row of rows) expect(row.suspected / row.all, row.name).toBeGreaterThanOrEqual(0.9);
  });

  it("has at most one in a thousand honest plays that were heard enough under suspicion", () => {
    // Of the others nothing was reported, or too little: they count for nobody.
    const enough = honest.filter(({ recording, heardSeconds }) => isHeardEnough(recording, heardSeconds));
    const wrong = enough.filter(isSuspected);
    process.stdout.write(
      `honest ${seed}: ${wrong.length} of ${enough.length} wrongly (${percent(wrong.length, enough.length)}), of ${honest.length} in all: ${[...new Set(wrong.map(reasonOf))].join(", ")}\n`,
    );
    expect(enough.length).toBeGreaterThan(10_000);
    expect(wrong.length / enough.length).toBeLessThanOrEqual(0.001);
  });
});
