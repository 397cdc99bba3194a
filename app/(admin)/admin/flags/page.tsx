import type { Metadata } from "next";
import { Suspense } from "react";
import { FlagList } from "@/components/admin/flags/flag-list";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadFlags } from "@/lib/flags/loaders";
import { helpAddress } from "@/lib/help/addresses";

export const metadata: Metadata = { title: "Feature flags" };

export default function FlagsPage() {
  return (
    <div className="max-w-4xl">
      <PageHeader
        help={helpAddress("self-hosting", "flags")}
        title="Feature flags"
        description="Changes take effect immediately, on every server, for pages and the API."
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
