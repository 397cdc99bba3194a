import type { Metadata } from "next";
import { Suspense } from "react";
import { Appearance } from "@/components/settings/appearance";
import { DeviceList } from "@/components/settings/device-list";
import { Profile } from "@/components/settings/profile";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadDeviceSessions, requireViewer } from "@/lib/auth/loaders";

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
              <Suspense fallback={<Skeleton className="h-14" />}>
                <CurrentProfile />
              </Suspense>
            </CardContent>
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
      </div>
    </div>
  );
}

async function CurrentProfile() {
  return <Profile viewer={await requireViewer()} />;
}

async function Devices() {
  const sessions = await loadDeviceSessions();
  return <DeviceList sessions={sessions} nowMs={Date.now()} />;
}
