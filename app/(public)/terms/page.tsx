import type { Metadata } from "next";
import { Suspense } from "react";
import { LegalPage } from "@/components/site/legal-page";
import { Skeleton } from "@/components/ui/skeleton";
import { loadLegalText } from "@/lib/site/loaders";

export const metadata: Metadata = { title: "Terms" };

export default function TermsPage() {
  return (
    <Suspense fallback={<Skeleton className="mt-6 h-96 flex-1" />}>
      <Text />
    </Suspense>
  );
}

async function Text() {
  return <LegalPage title="Terms" text={await loadLegalText("terms")} />;
}
