import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { FlagList } from "@/components/admin/flags/flag-list";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadFlags } from "@/lib/flags/loaders";
import { helpAddress } from "@/lib/help/addresses";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Feature flags") };
}

export default function FlagsPage() {
  const t = useText();
  return (
    <div className="max-w-4xl">
      <PageHeader
        help={helpAddress("self-hosting", "flags")}
        title={t("Feature flags")}
        description={t("Changes take effect immediately, on every server, for pages and the API.")}
      />
      <Suspense fallback={<Skeleton className="h-160 rounded-lg" />}>
        <CurrentFlags />
      </Suspense>
    </div>
  );
}

async function CurrentFlags() {
  return <FlagList {...(await loadFlags())} />;
}
