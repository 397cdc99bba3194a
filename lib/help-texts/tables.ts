import { inlineText } from "@/lib/help/plain-text";
import type { HelpInline, HelpTable } from "@/lib/help/schema";

/** What the code knows about the rows of a table: the names there must be, and further columns for each. */
export interface KnownRows {
  /** What the rows are, for messages: "variables". */
  what: string;
  columns: readonly string[];
  rows: ReadonlyMap<string, readonly HelpInline[][]>;
}

export const textCell = (text: string): HelpInline[] => (text === "" ? [] : [{ kind: "text", text }]);
export const codeCell = (text: string): HelpInline[] => (text === "" ? [] : [{ kind: "code", text }]);

/** Several short codes in one cell. */
export const codesCell = (codes: readonly string[]): HelpInline[] =>
  codes.flatMap((code, at): HelpInline[] => [...(at > 0 ? textCell(", ") : []), { kind: "code", text: code }]);

const nameOf = (cells: readonly HelpInline[][]) => inlineText(cells[0] ?? []);

/**
 * A written table whose first column has names of the code, with the columns that the code knows. `idOf` gives each row
 * an anchor.
 * @throws Error if a name is missing, unknown or there twice
 */
export function completed(table: HelpTable, known: KnownRows, idOf: (name: string) => string | null): HelpTable {
  const written = table.rows.map(({ cells }) => nameOf(cells));
  const missing = [...known.rows.keys()].filter((name) => !written.includes(name));
  const unknown = written.filter((name, at) => !known.rows.has(name) || written.indexOf(name) !== at);
  if (missing.length > 0) throw new Error(`${known.what} without a line: ${missing.join(", ")}`);
  if (unknown.length > 0) throw new Error(`no ${known.what}, or there twice: ${unknown.join(", ")}`);
  const [first = [], ...others] = table.head;
  return {
    kind: "table",
    head: [first, ...known.columns.map(textCell), ...others],
    rows: table.rows.map(({ cells }) => {
      const [name = [], ...texts] = cells;
      const key = inlineText(name);
      return { id: idOf(key), cells: [name, ...(known.rows.get(key) ?? []), ...texts] };
    }),
  };
}

/** A table that is all code. */
export function generated(columns: readonly string[], rows: readonly HelpInline[][][]): HelpTable {
  return { kind: "table", head: columns.map(textCell), rows: rows.map((cells) => ({ id: null, cells })) };
}
