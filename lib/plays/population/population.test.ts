import { describe, expect, it } from "vitest";
import { groupedBy } from "@/lib/plays/grouped-by";
import type { JudgedPlay } from "@/lib/plays/patterns/evidence";
import { isHeardEnough } from "@/lib/plays/play-rule";
import { settle } from "@/lib/plays/settle";
import { FARMS } from "./bots";
import { crowdFromForum, honestPeople } from "./people";
import { seeded } from "./random";
import { catalogueOf, type Piece } from "./world";

const random = seeded(20_260_301);
const pieces = catalogueOf(random, 60, 12);
const songs = pieces.filter(({ recording }) => recording.kind === "track");
/** Each farm plays songs of its own, as it is paid to. */
const FARMS_OF_EACH = 4;

const honest = [
  ...honestPeople(random, pieces, 1500),
  ...songs.slice(0, 6).flatMap((piece) => crowdFromForum(random, piece, 120)),
];
const bots = new Map(
  Object.entries(FARMS).map(([name, farm]) => [
    name,
    Array.from({ length: FARMS_OF_EACH }, (_, index) => {
      const [artist, other, third] = [
        `artist ${(index * 7) % 60}`,
        `artist ${(index * 7 + 1) % 60}`,
        `artist ${index + 40}`,
      ];
      const wanted = songs.filter(({ ownerId }: Piece) => ownerId === artist || ownerId === other || ownerId === third);
      return farm(random, wanted, `${name} ${index}`);
    }).flat(),
  ]),
);

function decided(plays: readonly JudgedPlay[]): Map<string, string | null> {
  const decisions = settle(new Set(plays.map(({ id }) => id)), plays);
  return new Map(decisions.map(({ id, reason }) => [id, reason]));
}

/** What the rule itself says of a play is no suspicion. */
const BY_RULE = new Set<string | null>(["own", "not_long_enough", "counted_already"]);

describe("a population of people and bots", () => {
  // All at once: bots hear the same songs as people do, and people are in the crowd of bots.
  const reasons = decided([...honest, ...[...bots.values()].flat()]);

  it("has its bots set aside: at least 95 of 100 plays", () => {
    const rows = [...bots].map(([name, plays]) => {
      const caught = plays.filter(({ id }) => reasons.get(id) !== null).length;
      return { name, plays: plays.length, caught };
    });
    const [all, caught] = [
      rows.reduce((sum, row) => sum + row.plays, 0),
      rows.reduce((sum, row) => sum + row.caught, 0),
    ];
    process.stdout.write(`\nplays of bots: ${caught} of ${all} set aside (${((caught / all) * 100).toFixed(2)} %)\n`);
    for (const row of rows) process.stdout.write(`  ${row.name}: ${row.caught} of ${row.plays}\n`);
    expect(caught / all).toBeGreaterThanOrEqual(0.95);
    for (const row of rows) expect(row.caught / row.plays, row.name).toBeGreaterThanOrEqual(0.8);
  });

  it("has at most one honest play in a thousand under suspicion", () => {
    const counting = honest.filter(({ recording, heardSeconds }) => isHeardEnough(recording, heardSeconds));
    const suspected = honest.filter(({ id }) => !BY_RULE.has(reasons.get(id) ?? "own"));
    const enough = new Set(counting.map(({ id }) => id));
    // Of the others nothing was reported, or too little: they count for nobody.
    const wrong = suspected.filter(({ id }) => reasons.get(id) !== null && enough.has(id));
    const why = [...groupedBy(wrong, ({ id }) => String(reasons.get(id)))];
    process.stdout.write(
      `\nhonest plays: ${honest.length} in all, ${wrong.length} wrongly set aside, of ${counting.length} that were heard enough; ${why.map(([reason, all]) => `${reason} ${all.length}`).join(", ")}\n`,
    );
    expect(counting.length).toBeGreaterThan(10_000);
    expect(wrong.length / counting.length).toBeLessThanOrEqual(0.001);
  });

  it("uses every pattern that a person's day could set off, and finds each of its farms by more than one", () => {
    const seen = new Set([...bots.values()].flat().map(({ id }) => reasons.get(id)));
    expect(seen.size).toBeGreaterThanOrEqual(16);
  });
});
