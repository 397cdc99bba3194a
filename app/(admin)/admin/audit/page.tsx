import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { auditFilters } from "@/components/admin/audit/audit-filters";
import { AuditPages } from "@/components/admin/audit/audit-pages";
import { AuditTable } from "@/components/admin/audit/audit-table";
import { ExportLinks } from "@/components/admin/audit/export-links";
import { FilterForm } from "@/components/listing/filter-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadAuditLog } from "@/lib/admin/loaders";
import type { PageQuery } from "@/lib/admin/page-query";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Audit log") };
}

export default function AuditPage({ searchParams }: { searchParams: PageQuery }) {
  const t = useText();
  return (
    <>
      <PageHeader
        help={helpAddress("command-line", "check-the-audit")}
        title={t("Audit log")}
        description={t(
          "Who did what, when and from where. Entries are only added, never changed or removed. All times are in UTC.",
        )}
      />
      <Suspense fallback={<Skeleton className="h-160 rounded-lg" />}>
        <Entries searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function Entries({ searchParams }: { searchParams: PageQuery }) {
  const { rows, nextBefore, query } = await loadAuditLog(searchParams);
  return (
    <>
      <FilterForm path="/admin/audit" filters={auditFilters(query)} />
      <Card className="overflow-hidden">
        <AuditTable entries={rows} />
        <div className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5">
          <ExportLinks query={query} />
          <AuditPages query={query} nextBefore={nextBefore} />
        </div>
      </Card>
    </>
  );
}
