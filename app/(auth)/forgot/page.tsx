import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { ForgotForm } from "@/components/auth/forgot-form";
import { Skeleton } from "@/components/ui/skeleton";
import { loadDoors } from "@/lib/accounts/loaders";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPage() {
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">Forgot your password?</h1>
      <p className="mt-1 mb-6 text-muted-foreground">Request a link to set a new one.</p>
      <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
        <Form />
      </Suspense>
      <AuthSwitch question="Remembered your password?" href="/sign-in" label="Sign in" />
    </>
  );
}

async function Form() {
  const { mailIsSent } = await loadDoors();
  return <ForgotForm mailIsSent={mailIsSent} />;
}
