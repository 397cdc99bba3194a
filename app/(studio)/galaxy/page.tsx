import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { FirstPicture } from "@/components/visualizer/galaxy/first-picture/first-picture-script";
import { Galaxy } from "@/components/visualizer/galaxy/galaxy";
import { loadText } from "@/lib/choices/language";
import { loadFlag } from "@/lib/flags/loaders";
import { loadFirstPicture } from "@/lib/galaxy/loaders";
import { helpAddress } from "@/lib/help/addresses";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Galaxy") };
}

/** The map is in the document from the beginning: what is streamed into it is shown later than the points are there. */
export const instant = false;

/** As high as the window, as the library is: the map stays while its list scrolls. */
const FRAME =
  "-mb-22 flex h-[calc(100dvh-10rem-env(safe-area-inset-bottom))] min-h-120 flex-col md:-mb-8 md:h-[calc(100dvh-6rem)]";

export default async function GalaxyPage() {
  const t = await loadText();
  if (!(await loadFlag("galaxy"))) notFound();
  return (
    <div className={FRAME}>
      <FirstPicture {...(await loadFirstPicture())} />
      <PageHeader help={helpAddress("visualizer", "galaxy")} title={t("Galaxy")} className="items-center pb-3" />
      <Galaxy />
    </div>
  );
}
