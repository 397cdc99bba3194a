import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { NotedStepMark } from "@/components/onboarding/noted-step";
import { parseSearchAddress, searchInputOf } from "@/components/search/search-address";
import { hasSound } from "@/components/search/search-href";
import { SearchSkeleton } from "@/components/search/search-skeleton";
import { SearchView } from "@/components/search/search-view";
import { PageHeader } from "@/components/ui/page-header";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";
import { loadStepWanted } from "@/lib/onboarding/loaders";
import { loadSearch } from "@/lib/search/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Search") };
}

interface SearchPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function SearchPage({ searchParams }: SearchPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader help={helpAddress("searching")} title={t("Search")} />
      <Suspense fallback={<SearchSkeleton />}>
        <LoadedSearch searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function LoadedSearch({ searchParams }: SearchPageProps) {
  const params = new Map(Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0] ?? null]));
  const address = parseSearchAddress({ get: (name) => params.get(name) ?? null });
  const isSearch = address.query.trim() !== "" || hasSound(address);
  const [found, isWanted] = await Promise.all([
    loadSearch(searchInputOf(address)),
    isSearch && loadStepWanted("search"),
  ]);
  return (
    <>
      <SearchView address={address} {...found} />
      {isWanted ? <NotedStepMark step="search" /> : null}
    </>
  );
}
