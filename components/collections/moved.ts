/** A list in which the one at `from` was put before the one at `to`; at the end if `to` is its length. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const one = list.slice(from, from + 1);
  const others = [...list.slice(0, from), ...list.slice(from + 1)];
  others.splice(to > from ? to - 1 : to, 0, ...one);
  return others;
}
