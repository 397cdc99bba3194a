import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignInForm } from "@/components/auth/sign-in-form";
import { loadDoors } from "@/lib/accounts/loaders";
import { loadRegistrationDoor } from "@/lib/accounts/registration/loaders";

export const metadata: Metadata = { title: "Sign in" };

export default function SignInPage() {
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">Sign in</h1>
      <p className="mt-1 mb-6 text-muted-foreground">Continue where you left off.</p>
      <SignInForm>
        <Suspense>
          <Services />
        </Suspense>
      </SignInForm>
      <Suspense>
        <Newcomers />
      </Suspense>
    </>
  );
}

/** Whoever has an invitation opens its link. */
async function Newcomers() {
  const door = await loadRegistrationDoor();
  if (door === "closed" || door === "invitation") return null;
  return <AuthSwitch question="No account yet?" href="/register" label="Create one" />;
}

async function Services() {
  const { services } = await loadDoors();
  return <ProviderButtons services={services} />;
}
