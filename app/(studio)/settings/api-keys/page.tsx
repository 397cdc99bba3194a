import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { ApiKeys } from "@/components/api-keys/api-keys";
import { API_KEY_REFUSALS } from "@/components/api-keys/refusal-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { type ApiKeysOverview, loadApiKeys } from "@/lib/api-keys/loaders";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";
import type { Text } from "@/lib/language/text";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("API keys") };
}

export default function ApiKeysPage() {
  const t = useText();
  return (
    <div className="max-w-3xl">
      <PageHeader
        help={helpAddress("api")}
        title={t("API keys")}
        description={t(
          "For programs that use the API. Each key is shown once, has only the permissions you choose, and can be revoked at any time.",
        )}
        actions={
          <Link href="/settings" className="text-primary text-sm underline underline-offset-4">
            {t("All settings")}
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
  const t = await loadText();
  const overview = await loadApiKeys();
  return (
    <ApiKeys keys={overview.keys} scopes={overview.scopes} reason={reasonAgainst(overview, t)} nowMs={Date.now()} />
  );
}

/** Why this account cannot use API keys, and what to do about it. Null if it can. */
function reasonAgainst({ isDemo, mayUse, isOn, role }: ApiKeysOverview, t: Text): string | null {
  if (isDemo) return t(API_KEY_REFUSALS.demo_account);
  if (mayUse) return null;
  if (!isOn) return t("The API is turned off for your account. Ask an admin to turn it on.");
  return t("The API is part of the enterprise role, and your role is {role}. Ask an admin to change it.", {
    role: t(role),
  });
}
