/** The fields that differ from what the form began with, with their new values. */
export function changesOf<Values extends object>(before: Values, now: Values): Partial<Values> {
  const fields = Object.keys(now) as (keyof Values)[];
  return Object.fromEntries(
    fields.filter((field) => now[field] !== before[field]).map((field) => [field, now[field]]),
  ) as Partial<Values>;
}
