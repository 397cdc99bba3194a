import type { SeededRandom } from "@/bench/statistics/seeded-random";

const parsed = new Map<string, readonly (readonly [name: string, share: number])[]>();

/** Names and their shares, written as "I 641 IV 118". */
function sharesOf(text: string): readonly (readonly [name: string, share: number])[] {
  const known = parsed.get(text);
  if (known) return known;
  const words = text.split(" ");
  const shares = words.flatMap((name, i) => (i % 2 === 0 ? [[name, Number(words[i + 1])] as const] : []));
  parsed.set(text, shares);
  return shares;
}

/** The share of one name in thousandths, 0 if it is not among them. */
export const shareOf = (text: string, name: string): number =>
  sharesOf(text).find(([other]) => other === name)?.[1] ?? 0;

/** One of the names, as often as their shares say, each times its `weight`. */
export function drawn(random: SeededRandom, text: string, weight: (name: string) => number = () => 1): string {
  const shares = sharesOf(text).map(([name, share]) => [name, share * weight(name)] as const);
  let left = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [name, share] of shares) {
    left -= share;
    if (left < 0) return name;
  }
  return shares.at(-1)?.[0] ?? "";
}
