import { foundFormatSentences } from "@/lib/analysis/record/found-formats";
import type { AnyOperation } from "@/lib/api/http/operation";
import { OPERATIONS } from "@/lib/api/operation-table";
import { FLAGS } from "@/lib/flags/constants";
import { formatBytes } from "@/lib/format/bytes";
import type { HelpBlock } from "@/lib/help/schema";
import type { Text } from "@/lib/language/text";
import { ROLE_QUOTAS } from "@/lib/quotas/constants";
import { codeCell, codesCell, generated, textCell } from "./tables";

const ALL_OPERATIONS: readonly AnyOperation[] = OPERATIONS;
const resourceOf = ({ path }: AnyOperation) => path.split("/")[1] ?? "";

/** What is all code. Each stands where the note `<!-- list: name -->` is, once. */
export const GENERATED: Readonly<Record<string, (t: Text) => HelpBlock[]>> = {
  operations: operationTables,
  refusals: (t) => [refusalTable(t)],
  formats: (t) => [
    generated(
      [t("[format] Found"), t("What you are told")],
      Object.entries(foundFormatSentences).map(([name, sentence]) => [codeCell(name), textCell(t(sentence))]),
    ),
  ],
  flags: (t) => [
    generated(
      [t("Flag"), t("What people get while it is on")],
      Object.entries(FLAGS)
        .filter(([, { exists }]) => exists)
        .map(([name, { description }]) => [codeCell(name), textCell(t(description))]),
    ),
  ],
  plans: (t) => [
    generated(
      [t("[quotas] Plan"), t("Uploads a day"), t("[quotas] Storage")],
      Object.entries(ROLE_QUOTAS).map(([role, { uploadsPerDay, storageBytes }]) => [
        codeCell(role),
        textCell(uploadsPerDay === null ? t("no limit") : uploadsPerDay.toLocaleString(t.language)),
        textCell(storageBytes === null ? t("no limit") : formatBytes(storageBytes, t)),
      ]),
    ),
  ],
};

/** One table for each resource, below a heading of its own. */
function operationTables(t: Text): HelpBlock[] {
  const resources = [...new Set(ALL_OPERATIONS.map(resourceOf))].sort();
  return resources.flatMap((resource): HelpBlock[] => [
    { kind: "heading", level: 3, id: `operations-${resource}`, text: `/${resource}` },
    generated(
      [t("[api] Operation"), t("What it does"), t("[key] Scope")],
      ALL_OPERATIONS.filter((operation) => resourceOf(operation) === resource).map(
        ({ method, path, summary, scope }) => [codeCell(`${method} ${path}`), textCell(t(summary)), codeCell(scope)],
      ),
    ),
  ]);
}

/** What single operations refuse with, by code: one line where several say the same. Titles are as the API says them. */
function refusalTable(t: Text): HelpBlock {
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
    [t("Code"), t("Status"), t("Title"), t("[address] Below")],
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
