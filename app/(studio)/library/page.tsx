import { CopyCheck, Trash2, Upload } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Library } from "@/components/library/library";
import { LibrarySkeleton } from "@/components/library/library-skeleton";
import { PauseNotice } from "@/components/live/pause-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { loadPause } from "@/lib/pipeline/queue/loaders";
import { loadLibrary } from "@/lib/samples/loaders";

export const metadata: Metadata = { title: "Library" };

export default function LibraryPage() {
  return (
    <>
      <PageHeader
        title="Library"
        actions={
          <>
            <ButtonLink href="/duplicates" variant="ghost">
              <CopyCheck aria-hidden />
              Duplicates
            </ButtonLink>
            <ButtonLink href="/trash" variant="ghost">
              <Trash2 aria-hidden />
              Trash
            </ButtonLink>
            <ButtonLink href="/upload" variant="primary">
              <Upload aria-hidden />
              Upload
            </ButtonLink>
          </>
        }
      />
      <Suspense>
        <Pause />
      </Suspense>
      <Suspense fallback={<LibrarySkeleton />}>
        <LoadedLibrary />
      </Suspense>
    </>
  );
}

async function LoadedLibrary() {
  return <Library samples={await loadLibrary()} />;
}

async function Pause() {
  const pause = await loadPause();
  return pause && pause.waiting > 0 && <PauseNotice waiting={pause.waiting} />;
}
