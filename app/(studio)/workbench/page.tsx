import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { useText } from "#text";
import { PageHeader } from "@/components/ui/page-header";
import { SampleWorkbench, Workbench } from "@/components/workbench/workbench";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";
import { DOUBTED_VALUES } from "@/lib/workbench/constants";
import { loadQueue, loadWorkpiece } from "@/lib/workbench/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Workbench") };
}

interface WorkbenchPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function WorkbenchPage({ searchParams }: WorkbenchPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader
        help={helpAddress("library", "correcting")}
        title={t("Workbench")}
        description={t(
          "Listen, decide, go on. What you say counts everywhere, and stays when a sample is analysed again.",
        )}
      />
      <Suspense fallback={<div aria-hidden className="glass min-h-140 rounded-lg" />}>
        <LoadedWorkbench searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function LoadedWorkbench({ searchParams }: WorkbenchPageProps) {
  const params = await searchParams;
  const sampleId = [params.sample].flat()[0];
  if (sampleId !== undefined) {
    const piece = await loadWorkpiece(sampleId);
    if (!piece) notFound();
    return <SampleWorkbench piece={piece} />;
  }
  const value = DOUBTED_VALUES.find((one) => one === [params.value].flat()[0]);
  return <Workbench key={value ?? "any"} value={value} {...(await loadQueue(value))} />;
}
