import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { GALAXY_ADDRESS } from "@/components/visualizer/galaxy/fetch-galaxy";
import { Galaxy } from "@/components/visualizer/galaxy/galaxy";
import { GalaxySkeleton } from "@/components/visualizer/galaxy/galaxy-skeleton";
import { loadFlag } from "@/lib/flags/loaders";

export const metadata: Metadata = { title: "Galaxy" };

/** As high as the window, as the library is: the map stays while its list scrolls. */
const FRAME =
  "-mb-22 flex h-[calc(100dvh-10rem-env(safe-area-inset-bottom))] min-h-120 flex-col md:-mb-8 md:h-[calc(100dvh-6rem)]";

export default function GalaxyPage() {
  return (
    <div className={FRAME}>
      {/* The points are on their way before the scripts that draw them. */}
      <link rel="preload" as="fetch" href={GALAXY_ADDRESS} crossOrigin="anonymous" />
      <PageHeader title="Galaxy" className="items-center pb-3" />
      <Suspense fallback={<GalaxySkeleton />}>
        <LoadedGalaxy />
      </Suspense>
    </div>
  );
}

async function LoadedGalaxy() {
  if (!(await loadFlag("galaxy"))) notFound();
  return <Galaxy />;
}
