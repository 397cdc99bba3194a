import { CopyCheck, Orbit, Trash2, Upload, Wrench } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { Suspense } from "react";
import { useText } from "#text";
import { Library } from "@/components/library/library";
import { parseLibraryAddress } from "@/components/library/library-address";
import { LibrarySkeleton } from "@/components/library/library-skeleton";
import { PauseNotice } from "@/components/live/pause-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { loadText } from "@/lib/choices/language";
import { loadFlag } from "@/lib/flags/loaders";
import { helpAddress } from "@/lib/help/addresses";
import { loadLibraryPage } from "@/lib/library/loaders";
import { loadPause } from "@/lib/pipeline/queue/loaders";
import { MAX_QUERY_CHARACTERS } from "@/lib/search-query/constants";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Library") };
}

interface LibraryPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** As high as the window: the list scrolls, and search and filters stay. */
const FRAME =
  "-mb-22 flex h-[calc(100dvh-10rem-env(safe-area-inset-bottom))] min-h-100 flex-col md:-mb-8 md:h-[calc(100dvh-6rem)]";

export default function LibraryPage({ searchParams }: LibraryPageProps) {
  const t = useText();
  return (
    <div className={FRAME}>
      <PageHeader
        help={helpAddress("library")}
        title={t("Library")}
        className="items-center pb-3"
        actions={
          <>
            <Suspense>
              <GalaxyLink />
            </Suspense>
            <ButtonLink href="/workbench" variant="ghost" className="max-sm:px-2">
              <Wrench aria-hidden />
              <span className="max-sm:sr-only">{t("Workbench")}</span>
            </ButtonLink>
            <ButtonLink href="/duplicates" variant="ghost" className="max-sm:px-2">
              <CopyCheck aria-hidden />
              <span className="max-sm:sr-only">{t("Duplicates")}</span>
            </ButtonLink>
            <ButtonLink href="/trash" variant="ghost" className="max-sm:px-2">
              <Trash2 aria-hidden />
              <span className="max-sm:sr-only">{t("Trash")}</span>
            </ButtonLink>
            <ButtonLink href="/upload" variant="primary" className="max-sm:px-3">
              <Upload aria-hidden />
              <span className="max-sm:sr-only">{t("[verb] Upload")}</span>
            </ButtonLink>
          </>
        }
      />
      <Suspense>
        <Pause />
      </Suspense>
      <Suspense fallback={<LibrarySkeleton />}>
        <LoadedLibrary searchParams={searchParams} />
      </Suspense>
    </div>
  );
}

async function LoadedLibrary({ searchParams }: LibraryPageProps) {
  const params = new Map(Object.entries(await searchParams).map(([name, value]) => [name, [value].flat()[0] ?? null]));
  const { query, sort, at } = parseLibraryAddress({ get: (name) => params.get(name) ?? null });
  const question = { query: query.trim().slice(0, MAX_QUERY_CHARACTERS), sort };
  const loaded = await loadLibraryPage(question, { sampleId: at ?? undefined });
  // A browser on a phone says so (Client Hints): the list is drawn as it will stand there.
  const isPhone = (await headers()).get("sec-ch-ua-mobile") === "?1";
  return <Library first={{ question, ...loaded }} isPhone={isPhone} />;
}

async function GalaxyLink() {
  const [isOn, t] = await Promise.all([loadFlag("galaxy"), loadText()]);
  if (!isOn) return null;
  return (
    <ButtonLink href="/galaxy" variant="ghost" className="max-sm:px-2">
      <Orbit aria-hidden />
      <span className="max-sm:sr-only">{t("Galaxy")}</span>
    </ButtonLink>
  );
}

async function Pause() {
  const pause = await loadPause();
  return pause && pause.waiting > 0 && <PauseNotice waiting={pause.waiting} />;
}
