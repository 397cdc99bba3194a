import type { Metadata } from "next";
import { Suspense } from "react";
import { LegalPage } from "@/components/site/legal-page";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadLegalText } from "@/lib/site/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Privacy") };
}

export default function PrivacyPage() {
  return (
    <Suspense fallback={<Skeleton className="mt-6 h-96 flex-1" />}>
      <Text />
    </Suspense>
  );
}

async function Text() {
  const t = await loadText();
  return <LegalPage title={t("Privacy")} text={await loadLegalText("privacy")} />;
}
