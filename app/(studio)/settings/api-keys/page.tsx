import type { Metadata } from "next";
import { Suspense } from "react";
import { ApiKeys } from "@/components/api-keys/api-keys";
import { API_KEY_REFUSALS } from "@/components/api-keys/refusal-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { type ApiKeysOverview, loadApiKeys } from "@/lib/api-keys/loaders";
import { helpAddress } from "@/lib/help/addresses";

export const metadata: Metadata = { title: "API keys" };

export default function ApiKeysPage() {
  return (
    <div className="max-w-3xl">
      <PageHeader
        help={helpAddress("api")}
        title="API keys"
        description="For programs that use the API. Each key is shown once, has only the permissions you choose, and can be revoked at any time."
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

/** Why this account cannot use API keys, and what to do about it. Null if it can. */
function reasonAgainst({ isDemo, mayUse, isOn, role }: ApiKeysOverview): string | null {
  if (isDemo) return API_KEY_REFUSALS.demo_account;
  if (mayUse) return null;
  if (!isOn) return "The API is turned off for your account. Ask an admin to turn it on.";
  return `The API is part of the enterprise role, and your role is ${role}. Ask an admin to change it.`;
}
