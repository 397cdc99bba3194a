import { Download } from "lucide-react";
import { pageHref } from "@/components/admin/page-href";
import { buttonVariants } from "@/components/ui/button-variants";
import type { AuditQuery, ExportFormat } from "@/lib/admin/audit-log/schema";

const FORMATS: readonly { format: ExportFormat; label: string }[] = [
  { format: "csv", label: "CSV" },
  { format: "jsonl", label: "JSON Lines" },
];

/** Everything that is asked for, not only this page. Plain links: prefetching would write an export into the log. */
export function ExportLinks({ query: { before: _page, ...filter } }: { query: AuditQuery }) {
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
          {label}
        </a>
      ))}
    </div>
  );
}
