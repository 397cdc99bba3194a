import { Download } from "lucide-react";
import { useText } from "#text";
import { pageHref } from "@/components/listing/page-href";
import { buttonVariants } from "@/components/ui/button-variants";
import type { AuditQuery, ExportFormat } from "@/lib/admin/audit-log/schema";
import { msg } from "@/lib/language/text";

const FORMATS: readonly { format: ExportFormat; label: string }[] = [
  { format: "csv", label: "CSV" },
  { format: "jsonl", label: msg("JSON Lines") },
];

/** Exports all entries that match the filters. Plain links, because prefetching one would log an export. */
export function ExportLinks({ query: { before: _page, ...filter } }: { query: AuditQuery }) {
  const t = useText();
  return (
    <div className="flex flex-wrap gap-2">
      {FORMATS.map(({ format, label }) => (
        <a
          key={format}
          href={pageHref("/admin/audit/export", { ...filter, format })}
          download
          className={buttonVariants({ size: "sm" })}
        >
          <Download aria-hidden />
          {t(label)}
        </a>
      ))}
    </div>
  );
}
