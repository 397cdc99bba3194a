import type { Metadata } from "next";
import { Suspense } from "react";
import { FilterForm } from "@/components/admin/filter-form";
import { ListSkeleton } from "@/components/admin/list-skeleton";
import { Pagination } from "@/components/admin/pagination";
import { peopleFilters } from "@/components/admin/users/people-filters";
import { PeopleTable } from "@/components/admin/users/people-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { loadPeople } from "@/lib/admin/loaders";
import type { PageQuery } from "@/lib/admin/page-query";

export const metadata: Metadata = { title: "Users" };

export default function UsersPage({ searchParams }: { searchParams: PageQuery }) {
  return (
    <>
      <PageHeader title="Users" />
      <Suspense fallback={<ListSkeleton />}>
        <People searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function People({ searchParams }: { searchParams: PageQuery }) {
  const { rows, query, ...page } = await loadPeople(searchParams);
  return (
    <>
      <FilterForm path="/admin/users" filters={peopleFilters(query)} />
      <Card className="overflow-hidden">
        <PeopleTable people={rows} nowMs={Date.now()} />
        <Pagination path="/admin/users" query={query} shown={rows.length} {...page} />
      </Card>
    </>
  );
}
