import { groupOf, setBy } from "./class-groups";

export type ClassName = string | false | null | undefined;

/** What a list became. Lists are few: they stand in the source. */
const known = new Map<string, string>();
const KNOWN_MAX = 2000;

/** Joins class names. Of two Tailwind classes for the same property, the later wins. */
export function cn(...names: ClassName[]): string {
  const list = names.filter(Boolean).join(" ");
  const found = known.get(list);
  if (found !== undefined) return found;
  if (known.size >= KNOWN_MAX) known.clear();
  const merged = merge(list);
  known.set(list, merged);
  return merged;
}

function merge(list: string): string {
  const isSet = new Set<string>();
  const kept: string[] = [];
  for (const name of list.split(" ").filter(Boolean).reverse()) {
    const { condition, utility } = partsOf(name);
    const group = groupOf(utility);
    if (group !== null) {
      if (isSet.has(condition + group)) continue;
      for (const each of setBy(group)) isSet.add(condition + each);
    }
    kept.push(name);
  }
  return kept.reverse().join(" ");
}

/** `hover:bg-primary/20!`: when it holds, and what it sets. Conditions in another order are the same. */
function partsOf(name: string): { condition: string; utility: string } {
  const conditions: string[] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < name.length; at++) {
    const character = name[at];
    if (character === "[" || character === "(") depth++;
    else if (character === "]" || character === ")") depth--;
    else if (character === ":" && depth === 0) {
      conditions.push(name.slice(start, at));
      start = at + 1;
    }
  }
  const last = name.slice(start);
  const utility = last.endsWith("!") ? last.slice(0, -1) : last;
  return { condition: `${conditions.sort().join(":")}${utility === last ? "" : "!"} `, utility };
}
