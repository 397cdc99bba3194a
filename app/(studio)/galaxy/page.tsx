import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { FirstPicture } from "@/components/visualizer/galaxy/first-picture/first-picture-script";
import { Galaxy } from "@/components/visualizer/galaxy/galaxy";
import { GalaxySkeleton } from "@/components/visualizer/galaxy/galaxy-skeleton";
import { loadFlag } from "@/lib/flags/loaders";
import { loadFirstPicture } from "@/lib/galaxy/loaders";

export const metadata: Metadata = { title: "Galaxy" };

/** As high as the window, as the library is: the map stays while its list scrolls. */
const FRAME =
  "-mb-22 flex h-[calc(100dvh-10rem-env(safe-area-inset-bottom))] min-h-120 flex-col md:-mb-8 md:h-[calc(100dvh-6rem)]";

export default function GalaxyPage() {
  return (
    <div className={FRAME}>
      <Suspense>
        <FirstScript />
      </Suspense>
      <PageHeader title="Galaxy" className="items-center pb-3" />
      <Suspense fallback={<GalaxySkeleton />}>
        <LoadedGalaxy />
      </Suspense>
    </div>
  );
}

/** The points are drawn before the scripts are there that draw them in space. */
async function FirstScript() {
  const { code, nonce } = await loadFirstPicture();
  return <FirstPicture code={code} nonce={nonce} />;
}

async function LoadedGalaxy() {
  if (!(await loadFlag("galaxy"))) notFound();
  return <Galaxy />;
}
