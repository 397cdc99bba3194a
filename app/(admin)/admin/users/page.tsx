import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { peopleFilters } from "@/components/admin/users/people-filters";
import { PeopleTable } from "@/components/admin/users/people-table";
import { FilterForm } from "@/components/listing/filter-form";
import { ListSkeleton } from "@/components/listing/list-skeleton";
import { Pagination } from "@/components/listing/pagination";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { loadPeople } from "@/lib/admin/loaders";
import type { PageQuery } from "@/lib/admin/page-query";
import { loadText } from "@/lib/choices/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Accounts") };
}

export default function UsersPage({ searchParams }: { searchParams: PageQuery }) {
  const t = useText();
  return (
    <>
      <PageHeader title={t("Accounts")} />
      <Suspense fallback={<ListSkeleton />}>
        <People searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function People({ searchParams }: { searchParams: PageQuery }) {
  const { rows, query, plans, ...page } = await loadPeople(searchParams);
  return (
    <>
      <FilterForm path="/admin/users" filters={peopleFilters(query, plans)} />
      <Card className="overflow-hidden">
        <PeopleTable people={rows} nowMs={Date.now()} />
        <Pagination path="/admin/users" query={query} shown={rows.length} {...page} />
      </Card>
    </>
  );
}
