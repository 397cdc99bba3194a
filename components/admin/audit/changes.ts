export interface Change {
  name: string;
  /** As text. Null if there was no value before, or if there is none now. */
  was: string | null;
  is: string | null;
}

const fieldsOf = (value: unknown): Record<string, unknown> => {
  if (value === null || value === undefined) return {};
  return typeof value === "object" && !Array.isArray(value) ? { ...value } : { value };
};

const asText = (value: unknown): string | null => {
  if (value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** The fields that an entry changed: first those of `before`, then those that only `after` has. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names].map((name) => ({ name, was: asText(old[name]), is: asText(fresh[name]) }));
}
