import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { KeyTable } from "@/components/admin/users/key-table";
import { PersonControls } from "@/components/admin/users/person-controls";
import { PersonFacts } from "@/components/admin/users/person-facts";
import { SessionTable } from "@/components/admin/users/session-table";
import { UsageMeters } from "@/components/quotas/usage-meters";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { loadPerson, loadPersonActivity } from "@/lib/admin/loaders";
import { loadText } from "@/lib/choices/language";

interface PersonPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  const { person } = await loadPerson((await params).id);
  return { title: person.name };
}

export default function PersonPage({ params }: PersonPageProps) {
  return (
    <Suspense fallback={<Skeleton className="h-160 rounded-lg" />}>
      <Person params={params} />
    </Suspense>
  );
}

async function Person({ params }: PersonPageProps) {
  const t = await loadText();
  const { person, isOneself, plans } = await loadPerson((await params).id);
  return (
    <>
      <PageHeader
        title={person.name}
        description={isOneself ? t("{email} (your own account)", { email: person.email }) : person.email}
        actions={
          <>
            <ButtonLink href={`/admin/audit?target=${person.id}`}>{t("Changes to this account")}</ButtonLink>
            <ButtonLink href={`/admin/audit?actor=${person.id}`}>{t("Actions of this account")}</ButtonLink>
            <ButtonLink href="/admin/users">
              <ArrowLeft aria-hidden />
              {t("All accounts")}
            </ButtonLink>
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Panel title={t("Account")}>
            <PersonFacts person={person} nowMs={Date.now()} />
          </Panel>
          <Suspense fallback={<Skeleton className="h-96 rounded-lg" />}>
            <Activity id={person.id} />
          </Suspense>
        </div>
        <Panel title={t("Manage")}>
          <PersonControls person={person} isOneself={isOneself} plans={plans} />
        </Panel>
      </div>
    </>
  );
}

async function Activity({ id }: { id: string }) {
  const t = await loadText();
  const { usage, sessions, keys } = await loadPersonActivity(id);
  const nowMs = Date.now();
  return (
    <>
      <Panel title={t("Usage")}>
        <UsageMeters usage={usage} nowMs={nowMs} />
      </Panel>
      <Panel title={t("Sessions")} isFlush>
        <SessionTable sessions={sessions} nowMs={nowMs} />
      </Panel>
      <Panel title={t("API keys")} isFlush>
        <KeyTable keys={keys} nowMs={nowMs} />
      </Panel>
    </>
  );
}
