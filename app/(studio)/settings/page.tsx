import type { Metadata } from "next";
import { type ReactNode, Suspense } from "react";
import { useText } from "#text";
import { PublicPageSetting } from "@/components/artists/public-page-setting";
import { UsageMeters } from "@/components/quotas/usage-meters";
import { Appearance } from "@/components/settings/appearance";
import { DeviceList } from "@/components/settings/device-list";
import { Profile } from "@/components/settings/profile/profile";
import { LinkOutcome } from "@/components/settings/security/link-outcome";
import { LinkedServices } from "@/components/settings/security/linked-services";
import { Security } from "@/components/settings/security/security";
import { YourDataSettings } from "@/components/settings/your-data/your-data";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, type PanelProps } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { loadDeviceSessions, loadLinkedServices, loadProfile, loadSecurity } from "@/lib/accounts/loaders";
import { loadPublicPage } from "@/lib/artists/loaders";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";
import { loadYourData } from "@/lib/privacy/loaders";
import { loadUsage } from "@/lib/quotas/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Settings") };
}

export default function SettingsPage() {
  const t = useText();
  return (
    <div className="max-w-3xl">
      <PageHeader help={helpAddress("privacy")} title={t("Settings")} />
      <div className="flex flex-col gap-6">
        <Section id="profile" title={t("Profile")} placeholder="h-44">
          <CurrentProfile />
        </Section>
        <Suspense>
          <PublicPage />
        </Suspense>
        <Panel
          id="downloads"
          title={t("What you downloaded")}
          description={t("From the gallery, each with its licence.")}
          actions={<ButtonLink href="/settings/downloads">{t("Show")}</ButtonLink>}
        />
        <Section id="usage" title={t("Usage")} placeholder="h-24">
          <CurrentUsage />
        </Section>
        <Panel
          id="api-keys"
          title={t("API keys")}
          description={t("For programs that use the API without your password.")}
          actions={<ButtonLink href="/settings/api-keys">{t("Manage keys")}</ButtonLink>}
        />
        <Panel
          id="appearance"
          title={t("Appearance")}
          description={t("Kept for you, on every device you sign in from.")}
        >
          <Appearance />
        </Panel>
        <Section id="security" title={t("Security")} description={t("How you sign in.")} placeholder="h-32">
          <LinkOutcome />
          <CurrentSecurity />
        </Section>
        <Suspense>
          <Services />
        </Suspense>
        <Section
          id="devices"
          title={t("Devices")}
          description={t("Browsers that are signed in to your account.")}
          placeholder="h-32"
        >
          <Devices />
        </Section>
        <Section
          id="your-data"
          title={t("Your data")}
          description={t("Export or delete your data.")}
          placeholder="h-32"
        >
          <CurrentData />
        </Section>
      </div>
    </div>
  );
}

interface SectionProps extends PanelProps {
  id: string;
  /** The height of the skeleton that stands in until the content arrives. */
  placeholder: "h-24" | "h-32" | "h-44";
  children: ReactNode;
}

function Section({ placeholder, children, ...panel }: SectionProps) {
  return (
    <Panel {...panel}>
      <Suspense fallback={<Skeleton className={placeholder} />}>{children}</Suspense>
    </Panel>
  );
}

async function CurrentProfile() {
  return <Profile profile={await loadProfile()} nowMs={Date.now()} />;
}

/** Shown only to those who may publish. */
async function PublicPage() {
  const t = await loadText();
  const page = await loadPublicPage();
  if (!page) return null;
  return (
    <Panel
      id="public-page"
      title={t("Public page")}
      description={t("What everybody sees of you, also without an account.")}
    >
      <PublicPageSetting {...page} />
    </Panel>
  );
}

async function CurrentSecurity() {
  return <Security security={await loadSecurity()} />;
}

/** Shown only if this server offers a sign-in service, or the account is linked to one. */
async function Services() {
  const t = await loadText();
  const services = await loadLinkedServices();
  if (services.length === 0) return null;
  return (
    <Panel id="linked-services" title={t("Linked accounts")} description={t("Other services you can sign in with.")}>
      <LinkedServices services={services} nowMs={Date.now()} />
    </Panel>
  );
}

async function CurrentUsage() {
  return <UsageMeters usage={await loadUsage()} nowMs={Date.now()} />;
}

async function Devices() {
  const sessions = await loadDeviceSessions();
  return <DeviceList sessions={sessions} nowMs={Date.now()} />;
}

async function CurrentData() {
  return <YourDataSettings data={await loadYourData()} nowMs={Date.now()} />;
}
