import type { Metadata } from "next";
import { Suspense } from "react";
import { InvitationsTable } from "@/components/admin/registration/invitations-table";
import { InviteForm } from "@/components/admin/registration/invite-form";
import { RegistrationMode } from "@/components/admin/registration/registration-mode";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { loadRegistration } from "@/lib/admin/loaders";
import { helpAddress } from "@/lib/help/addresses";

export const metadata: Metadata = { title: "Registration" };

export default function RegistrationPage() {
  return (
    <>
      <PageHeader
        help={helpAddress("self-hosting", "the-first-account")}
        title="Registration"
        description="Who may create an account on this server."
      />
      <Suspense fallback={<Skeleton className="h-160 rounded-lg" />}>
        <Settings />
      </Suspense>
    </>
  );
}

async function Settings() {
  const { mode, invitations } = await loadRegistration();
  return (
    <div className="flex flex-col gap-6">
      <Panel title="New accounts">
        <RegistrationMode mode={mode} />
      </Panel>
      <Panel title="Invite someone" description="Each invitation works once. You can withdraw it until then.">
        <InviteForm isClosed={mode === "closed"} />
      </Panel>
      <Panel title="Invitations" isFlush>
        <InvitationsTable invitations={invitations} nowMs={Date.now()} />
      </Panel>
    </div>
  );
}
