import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { FirstAccountNote } from "@/components/auth/first-account-note";
import { Register } from "@/components/auth/register";
import { AgreementNote } from "@/components/site/agreement-note";
import { Skeleton } from "@/components/ui/skeleton";
import { loadDoors } from "@/lib/accounts/loaders";
import { loadRegistrationDoor } from "@/lib/accounts/registration/loaders";

export const metadata: Metadata = { title: "Create account", referrer: "no-referrer" };

export default function RegisterPage() {
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">Create account</h1>
      <p className="mt-1 mb-6 text-muted-foreground">Your account exists only on this server.</p>
      <Suspense fallback={<Skeleton className="h-96 rounded-xl" />}>
        <Doors />
      </Suspense>
      <AgreementNote />
      <AuthSwitch question="Already have an account?" href="/sign-in" label="Sign in" />
    </>
  );
}

async function Doors() {
  const [{ services }, door] = await Promise.all([loadDoors(), loadRegistrationDoor()]);
  return (
    <>
      {door === "first" ? (
        <FirstAccountNote className="mb-4">The first account administers this server.</FirstAccountNote>
      ) : null}
      <Register door={door} services={services} />
    </>
  );
}
