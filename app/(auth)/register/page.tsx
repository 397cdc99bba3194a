import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { RegisterForm } from "@/components/auth/register-form";
import { loadDoors } from "@/lib/accounts/loaders";

export const metadata: Metadata = { title: "Create account" };

export default function RegisterPage() {
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">Create account</h1>
      <p className="mt-1 mb-6 text-muted-foreground">Your account exists only on this server.</p>
      <RegisterForm />
      <Suspense>
        <Services />
      </Suspense>
      <AuthSwitch question="Already have an account?" href="/sign-in" label="Sign in" />
    </>
  );
}

async function Services() {
  const { services } = await loadDoors();
  return <ProviderButtons services={services} />;
}
