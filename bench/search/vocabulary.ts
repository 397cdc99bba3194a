import { sql } from "drizzle-orm";
import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";

/** The words and facets of one owner's library by how often they occur, each in one order for all runs. */
export interface Vocabulary {
  /** The ten most frequent words of three letters and more. */
  common: string[];
  /** In about a thousandth to a hundredth of all samples. */
  medium: string[];
  /** In one to three samples. */
  rare: string[];
  facets: Record<"tag" | "genre" | "mood" | "instrument" | "in" | "key", string[]>;
}

interface TermRow extends Record<string, unknown> {
  kind: string;
  term: string;
  count: number;
}

const FACET_KINDS = ["tag", "genre", "mood", "instrument", "in", "key"] as const;
const MOST = 300;

export async function vocabularyOf(ownerId: string, size: number): Promise<Vocabulary> {
  const words = (where: ReturnType<typeof sql>) =>
    terms(sql`select kind, term, count from search_terms
      where owner_id = ${ownerId}::uuid and kind = 'word' and term ~ '^[a-z]{3,}$' and ${where}
      order by count desc, term limit ${MOST}`);
  const common = (await words(sql`true`)).slice(0, 10);
  const medium = await words(sql`count between ${Math.ceil(size / 1000)} and ${Math.ceil(size / 100)}`);
  const rare = await words(sql`count <= 3`);
  const facets = {} as Vocabulary["facets"];
  for (const kind of FACET_KINDS) {
    facets[kind] = await terms(sql`select kind, term, count from search_terms
      where owner_id = ${ownerId}::uuid and kind = ${kind} order by count desc, term limit ${MOST}`);
  }
  const someOf = (list: string[]) => (list.length > 0 ? list : common);
  return { common, medium: someOf(medium), rare: someOf(rare), facets };
}

async function terms(query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await inTransaction(asSystem(), ({ tx }) => tx.execute<TermRow>(query));
  return rows.map(({ term }) => term);
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** One slip of the finger, not on the first letter: two letters exchanged, one left out, one doubled, or another one. */
export function misspelled(random: SeededRandom, word: string): string {
  const at = random.whole(1, Math.max(1, word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  return random.pick([
    `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
    `${before}${after}`,
    `${before}${letter}${letter}${after}`,
    `${before}${random.pick([...LETTERS])}${after}`,
  ]);
}
