import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { InvitationsTable } from "@/components/admin/registration/invitations-table";
import { InviteForm } from "@/components/admin/registration/invite-form";
import { RegistrationMode } from "@/components/admin/registration/registration-mode";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { loadRegistration } from "@/lib/admin/loaders";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Registration") };
}

export default function RegistrationPage() {
  const t = useText();
  return (
    <>
      <PageHeader
        help={helpAddress("self-hosting", "the-first-account")}
        title={t("Registration")}
        description={t("Who may create an account on this server.")}
      />
      <Suspense fallback={<Skeleton className="h-160 rounded-lg" />}>
        <Settings />
      </Suspense>
    </>
  );
}

async function Settings() {
  const t = await loadText();
  const { mode, invitations } = await loadRegistration();
  return (
    <div className="flex flex-col gap-6">
      <Panel title={t("New accounts")}>
        <RegistrationMode mode={mode} />
      </Panel>
      <Panel title={t("Invite someone")} description={t("Each invitation works once. You can withdraw it until then.")}>
        <InviteForm isClosed={mode === "closed"} />
      </Panel>
      <Panel title={t("Invitations")} isFlush>
        <InvitationsTable invitations={invitations} nowMs={Date.now()} />
      </Panel>
    </div>
  );
}
