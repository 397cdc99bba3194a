import { ChevronLeft, ChevronRight } from "lucide-react";
import { pageHref } from "@/components/admin/page-href";
import { ButtonLink } from "@/components/ui/button-link";
import type { AuditQuery } from "@/lib/admin/audit-log/schema";

/** The log grows at its front, so pages go by entry, not by number. */
export function AuditPages({ query, nextBefore }: { query: AuditQuery; nextBefore: number | null }) {
  if (query.before === null && nextBefore === null) return null;
  const to = (before: number | null) => pageHref("/admin/audit", { ...query, before });
  return (
    <nav aria-label="Pages" className="flex gap-2">
      {query.before === null ? null : (
        <ButtonLink href={to(null)} size="sm">
          <ChevronLeft aria-hidden />
          Latest
        </ButtonLink>
      )}
      {nextBefore === null ? null : (
        <ButtonLink href={to(nextBefore)} size="sm" rel="next">
          Older
          <ChevronRight aria-hidden />
        </ButtonLink>
      )}
    </nav>
  );
}
