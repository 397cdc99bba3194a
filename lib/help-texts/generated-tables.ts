import { foundFormatSentences } from "@/lib/analysis/record/found-formats";
import type { AnyOperation } from "@/lib/api/http/operation";
import { OPERATIONS } from "@/lib/api/operation-table";
import { FLAGS } from "@/lib/flags/constants";
import { formatBytes } from "@/lib/format/bytes";
import type { HelpBlock } from "@/lib/help/schema";
import { ROLE_QUOTAS } from "@/lib/quotas/constants";
import { codeCell, codesCell, generated, textCell } from "./tables";

const ALL_OPERATIONS: readonly AnyOperation[] = OPERATIONS;
const resourceOf = ({ path }: AnyOperation) => path.split("/")[1] ?? "";

/** What is all code. Each stands where the note `<!-- list: name -->` is, once. */
export const GENERATED: Readonly<Record<string, () => HelpBlock[]>> = {
  operations: operationTables,
  refusals: () => [refusalTable()],
  formats: () => [
    generated(
      ["Found", "What you are told"],
      Object.entries(foundFormatSentences).map(([name, sentence]) => [codeCell(name), textCell(sentence)]),
    ),
  ],
  flags: () => [
    generated(
      ["Flag", "What people get while it is on"],
      Object.entries(FLAGS)
        .filter(([, { exists }]) => exists)
        .map(([name, { description }]) => [codeCell(name), textCell(description)]),
    ),
  ],
  plans: () => [
    generated(
      ["Plan", "Uploads a day", "Storage"],
      Object.entries(ROLE_QUOTAS).map(([role, { uploadsPerDay, storageBytes }]) => [
        codeCell(role),
        textCell(uploadsPerDay === null ? "no limit" : uploadsPerDay.toLocaleString("en")),
        textCell(storageBytes === null ? "no limit" : formatBytes(storageBytes)),
      ]),
    ),
  ],
};

/** One table for each resource, below a heading of its own. */
function operationTables(): HelpBlock[] {
  const resources = [...new Set(ALL_OPERATIONS.map(resourceOf))].sort();
  return resources.flatMap((resource): HelpBlock[] => [
    { kind: "heading", level: 3, id: `operations-${resource}`, text: `/${resource}` },
    generated(
      ["Operation", "What it does", "Scope"],
      ALL_OPERATIONS.filter((operation) => resourceOf(operation) === resource).map(
        ({ method, path, summary, scope }) => [codeCell(`${method} ${path}`), textCell(summary), codeCell(scope)],
      ),
    ),
  ]);
}

/** What single operations refuse with, by code: one line where several say the same. */
function refusalTable(): HelpBlock {
  const lines = new Map<string, { code: string; status: number; title: string; resources: Set<string> }>();
  for (const operation of ALL_OPERATIONS) {
    for (const [code, { status, title }] of Object.entries(operation.errors ?? {})) {
      const key = `${code} ${status} ${title}`;
      const line = lines.get(key) ?? { code, status, title, resources: new Set<string>() };
      lines.set(key, line);
      line.resources.add(`/${resourceOf(operation)}`);
    }
  }
  return generated(
    ["Code", "Status", "Title", "Below"],
    [...lines.values()]
      .sort((a, b) => a.code.localeCompare(b.code) || a.status - b.status)
      .map(({ code, status, title, resources }) => [
        codeCell(code),
        textCell(String(status)),
        textCell(title),
        codesCell([...resources]),
      ]),
  );
}
