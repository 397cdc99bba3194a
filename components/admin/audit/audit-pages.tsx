import { ChevronLeft, ChevronRight } from "lucide-react";
import { useText } from "#text";
import { pageHref } from "@/components/listing/page-href";
import { ButtonLink } from "@/components/ui/button-link";
import type { AuditQuery } from "@/lib/admin/audit-log/schema";

/** New entries move all others, so pages are addressed by their first entry and not by a number. */
export function AuditPages({ query, nextBefore }: { query: AuditQuery; nextBefore: number | null }) {
  const t = useText();
  if (query.before === null && nextBefore === null) return null;
  const to = (before: number | null) => pageHref("/admin/audit", { ...query, before });
  return (
    <nav aria-label={t("Pages")} className="flex gap-2">
      {query.before === null ? null : (
        <ButtonLink href={to(null)} size="sm">
          <ChevronLeft aria-hidden />
          {t("[entries] Latest")}
        </ButtonLink>
      )}
      {nextBefore === null ? null : (
        <ButtonLink href={to(nextBefore)} size="sm" rel="next">
          {t("[entries] Older")}
          <ChevronRight aria-hidden />
        </ButtonLink>
      )}
    </nav>
  );
}
