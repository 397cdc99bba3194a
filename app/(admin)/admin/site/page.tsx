import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
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
import { loadText } from "@/lib/choices/language";
import { LEGAL_PAGES } from "@/lib/site/constants";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("This server") };
}

export default function SitePage() {
  const t = useText();
  return (
    <>
      <PageHeader
        title={t("This server")}
        description={t("What it is called, what it says, and what strangers see of it.")}
      />
      <Suspense fallback={<Skeleton className="h-160 rounded-lg" />}>
        <Settings />
      </Suspense>
    </>
  );
}

async function Settings() {
  const t = await loadText();
  const { site, mode, openToStrangers } = await loadSiteAdministration();
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <Panel title={t("Name")}>
        <SiteName name={site.name} />
      </Panel>
      <Panel title={t("Announcement")} description={t("On every page, until it ends or is removed.")}>
        <AnnouncementForm announcement={site.announcement} nowMs={Date.now()} />
      </Panel>
      <Panel title={t("New accounts")} actions={<ButtonLink href="/admin/registration">{t("Invitations")}</ButtonLink>}>
        <RegistrationMode mode={mode} />
      </Panel>
      <Panel title={t("What strangers may do")}>
        <Strangers flags={openToStrangers} />
      </Panel>
      <Panel title={t("Texts")} description={t("Linked at the foot of the public pages, and where people register.")}>
        <div className="flex flex-col gap-8">
          {LEGAL_PAGES.map((page) => (
            <LegalText key={page} page={page} text={site[page]} />
          ))}
        </div>
      </Panel>
    </div>
  );
}
