import type { Metadata } from "next";
import { Suspense } from "react";
import { UsageMeters } from "@/components/quotas/usage-meters";
import { Appearance } from "@/components/settings/appearance";
import { DeviceList } from "@/components/settings/device-list";
import { Profile } from "@/components/settings/profile/profile";
import { LinkOutcome } from "@/components/settings/security/link-outcome";
import { LinkedServices } from "@/components/settings/security/linked-services";
import { Security } from "@/components/settings/security/security";
import { YourDataSettings } from "@/components/settings/your-data/your-data";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadDeviceSessions, loadLinkedServices, loadProfile, loadSecurity } from "@/lib/accounts/loaders";
import { loadYourData } from "@/lib/privacy/loaders";
import { loadUsage } from "@/lib/quotas/loaders";

export const metadata: Metadata = { title: "Settings" };

export default function SettingsPage() {
  return (
    <div className="max-w-3xl">
      <PageHeader title="Settings" />
      <div className="flex flex-col gap-6">
        <section aria-labelledby="profile">
          <Card>
            <CardHeader>
              <CardTitle id="profile">Profile</CardTitle>
            </CardHeader>
            <CardContent>
              <Suspense fallback={<Skeleton className="h-44" />}>
                <CurrentProfile />
              </Suspense>
            </CardContent>
          </Card>
        </section>
        <section aria-labelledby="usage">
          <Card>
            <CardHeader>
              <CardTitle id="usage">Usage</CardTitle>
            </CardHeader>
            <CardContent>
              <Suspense fallback={<Skeleton className="h-24" />}>
                <CurrentUsage />
              </Suspense>
            </CardContent>
          </Card>
        </section>
        <section aria-labelledby="api-keys">
          <Card>
            <CardHeader>
              <div>
                <CardTitle id="api-keys">API keys</CardTitle>
                <CardDescription>For programs of yours that use the API without your password.</CardDescription>
              </div>
              <ButtonLink href="/settings/api-keys">Manage keys</ButtonLink>
            </CardHeader>
          </Card>
        </section>
        <section aria-labelledby="appearance">
          <Card>
            <CardHeader>
              <CardTitle id="appearance">Appearance</CardTitle>
            </CardHeader>
            <CardContent>
              <Appearance />
            </CardContent>
          </Card>
        </section>
        <section aria-labelledby="security">
          <Card>
            <CardHeader className="items-start">
              <div>
                <CardTitle id="security">Security</CardTitle>
                <CardDescription>How you sign in.</CardDescription>
              </div>
            </CardHeader>
            <CardContent>
              <Suspense fallback={<Skeleton className="h-32" />}>
                <LinkOutcome />
                <CurrentSecurity />
              </Suspense>
            </CardContent>
          </Card>
        </section>
        <Suspense>
          <Services />
        </Suspense>
        <section aria-labelledby="devices">
          <Card>
            <CardHeader className="items-start">
              <div>
                <CardTitle id="devices">Devices</CardTitle>
                <CardDescription>Browsers that are signed in to your account.</CardDescription>
              </div>
            </CardHeader>
            <CardContent>
              <Suspense fallback={<Skeleton className="h-32" />}>
                <Devices />
              </Suspense>
            </CardContent>
          </Card>
        </section>
        <section aria-labelledby="your-data">
          <Card>
            <CardHeader className="items-start">
              <div>
                <CardTitle id="your-data">Your data</CardTitle>
                <CardDescription>Take it with you, or have it deleted.</CardDescription>
              </div>
            </CardHeader>
            <CardContent>
              <Suspense fallback={<Skeleton className="h-32" />}>
                <CurrentData />
              </Suspense>
            </CardContent>
          </Card>
        </section>
      </div>
    </div>
  );
}

async function CurrentProfile() {
  return <Profile profile={await loadProfile()} nowMs={Date.now()} />;
}

async function CurrentSecurity() {
  return <Security security={await loadSecurity()} />;
}

/** Only where this server offers another service, or the account is linked to one. */
async function Services() {
  const services = await loadLinkedServices();
  if (services.length === 0) return null;
  return (
    <section aria-labelledby="linked-services">
      <Card>
        <CardHeader className="items-start">
          <div>
            <CardTitle id="linked-services">Linked accounts</CardTitle>
            <CardDescription>Other services through which you can sign in.</CardDescription>
          </div>
        </CardHeader>
        <CardContent>
          <LinkedServices services={services} nowMs={Date.now()} />
        </CardContent>
      </Card>
    </section>
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
