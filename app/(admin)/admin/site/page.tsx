import type { Metadata } from "next";
import { Suspense } from "react";
import { RegistrationMode } from "@/components/admin/registration/registration-mode";
import { AnnouncementForm } from "@/components/admin/site/announcement-form";
import { LegalText } from "@/components/admin/site/legal-text";
import { SiteName } from "@/components/admin/site/site-name";
import { Strangers } from "@/components/admin/site/strangers";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { loadSiteAdministration } from "@/lib/admin/loaders";
import { LEGAL_PAGES } from "@/lib/site/constants";

export const metadata: Metadata = { title: "This server" };

export default function SitePage() {
  return (
    <>
      <PageHeader title="This server" description="What it is called, what it says, and what strangers see of it." />
      <Suspense fallback={<Skeleton className="h-160 rounded-lg" />}>
        <Settings />
      </Suspense>
    </>
  );
}

async function Settings() {
  const { site, mode, openToStrangers } = await loadSiteAdministration();
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <Panel title="Name">
        <SiteName name={site.name} />
      </Panel>
      <Panel title="Announcement" description="On every page, until it ends or is removed.">
        <AnnouncementForm announcement={site.announcement} nowMs={Date.now()} />
      </Panel>
      <Panel title="New accounts" actions={<ButtonLink href="/admin/registration">Invitations</ButtonLink>}>
        <RegistrationMode mode={mode} />
      </Panel>
      <Panel title="What strangers may do">
        <Strangers flags={openToStrangers} />
      </Panel>
      <Panel title="Texts" description="Linked at the foot of the public pages, and where people register.">
        <div className="flex flex-col gap-8">
          {LEGAL_PAGES.map((page) => (
            <LegalText key={page} page={page} text={site[page]} />
          ))}
        </div>
      </Panel>
    </div>
  );
}
