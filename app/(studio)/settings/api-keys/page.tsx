import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { ApiKeys } from "@/components/api-keys/api-keys";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { type ApiKeysOverview, loadApiKeys } from "@/lib/api-keys/loaders";

export const metadata: Metadata = { title: "API keys" };

export default function ApiKeysPage() {
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="API keys"
        description="For programs of yours that use the API. Each is shown once, may do only what you choose, and can be revoked at once."
        actions={
          <Link href="/settings" className="text-primary text-sm underline underline-offset-4">
            All settings
          </Link>
        }
      />
      <Card>
        <Suspense fallback={<Skeleton className="m-5 h-32" />}>
          <CurrentKeys />
        </Suspense>
      </Card>
    </div>
  );
}

async function CurrentKeys() {
  const overview = await loadApiKeys();
  return <ApiKeys keys={overview.keys} scopes={overview.scopes} reason={reasonAgainst(overview)} nowMs={Date.now()} />;
}

/** Why there are no keys for this account, and what to do about it. */
function reasonAgainst({ isDemo, mayUse, isOn, role }: ApiKeysOverview): string | null {
  if (isDemo) return "The demo account has no keys. Create an account of your own.";
  if (mayUse) return null;
  if (!isOn) return "The API is switched off for your account. Ask your administrator for it.";
  return `The API is part of the enterprise role, and yours is ${role}. Ask your administrator for it.`;
}
