import { failureSentences } from "@/lib/analysis/record/failures";
import { LEFT_OUT_REASONS } from "@/lib/analysis/record/left-out";
import { ANALYSIS_FAILURES } from "@/lib/analysis/record/schema";
import { PROBLEM_STATUS, PROBLEM_TITLES } from "@/lib/api/http/problem";
import { KEY_SCOPES } from "@/lib/api-keys/constants";
import { serverVariables } from "@/lib/env";
import type { ErrorCode } from "@/lib/errors";
import type { HelpInline } from "@/lib/help/schema";
import type { Text } from "@/lib/language/text";
import { RATE_CLASSES, RATE_LIMITS } from "@/lib/rate-limits/constants";
import { FILTER_KINDS } from "@/lib/search-query/filter-table";
import { codeCell, codesCell, type KnownRows, textCell } from "./tables";

const number = (value: number, t: Text) => textCell(value.toLocaleString(t.language));

type SafeParse = { safeParse(value: unknown): { success: boolean; data?: unknown } };
type Row = readonly [name: string, cells: readonly HelpInline[][]];
const known = (what: string, columns: readonly string[], rows: readonly Row[]): KnownRows => ({
  what,
  columns,
  rows: new Map(rows),
});

/** What a variable is when nobody sets it. */
function defaultOf(schema: SafeParse, t: Text): HelpInline[] {
  const { success, data } = schema.safeParse(undefined);
  if (!success) return textCell(t("set by npm start"));
  const isNothing = data === undefined || (Array.isArray(data) && data.length === 0);
  return isNothing ? textCell("–") : codeCell(String(data));
}

/**
 * Tables whose rows the code knows: the texts say what a row means, and the code says which there are, and the rest. Each
 * stands below the note `<!-- complete: name -->`, once.
 */
export const KNOWN_TABLES: Readonly<Record<string, (t: Text) => KnownRows>> = {
  filters: (t) =>
    known(
      "filters",
      [t("[names] Also"), t("Example")],
      FILTER_KINDS.map(({ name, aliases, example }) => [name, [codesCell(aliases), codeCell(example)]]),
    ),
  variables: (t) =>
    known(
      "variables",
      [t("[variable] Default")],
      Object.entries(serverVariables)
        // Node's own, which nobody sets by hand.
        .filter(([name]) => name !== "NODE_ENV")
        .map(([name, schema]) => [name, [defaultOf(schema, t)]]),
    ),
  "rate-limits": (t) =>
    known(
      "kinds of requests",
      [t("[limit] A minute"), t("[limit] An hour")],
      RATE_CLASSES.map((name) => [
        name,
        [number(RATE_LIMITS[name].perMinute, t), number(RATE_LIMITS[name].perHour, t)],
      ]),
    ),
  scopes: () =>
    known(
      "permissions of keys",
      [],
      KEY_SCOPES.map((scope) => [scope, []]),
    ),
  "error-codes": (t) =>
    known(
      "error codes",
      [t("Status"), t("Title")],
      (Object.keys(PROBLEM_STATUS) as ErrorCode[]).map((code) => [
        code,
        [textCell(String(PROBLEM_STATUS[code])), textCell(PROBLEM_TITLES[code])],
      ]),
    ),
  failures: (t) =>
    known(
      "reasons why a file is not analysed",
      [t("What you are told")],
      ANALYSIS_FAILURES.map((code) => [code, [textCell(t(failureSentences[code]))]]),
    ),
  "left-out": () =>
    known(
      "reasons why a part is left out",
      [],
      LEFT_OUT_REASONS.map((reason) => [reason, []]),
    ),
};
