import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { ForgotForm } from "@/components/auth/forgot-form";
import { Skeleton } from "@/components/ui/skeleton";
import { loadDoors } from "@/lib/accounts/loaders";
import { loadText } from "@/lib/choices/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Forgot your password?") };
}

export default function ForgotPage() {
  const t = useText();
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">{t("Forgot your password?")}</h1>
      <p className="mt-1 mb-6 text-muted-foreground">{t("Request a link to set a new one.")}</p>
      <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
        <Form />
      </Suspense>
      <AuthSwitch question={t("Remembered your password?")} href="/sign-in" label={t("Sign in")} />
    </>
  );
}

async function Form() {
  const { mailIsSent } = await loadDoors();
  return <ForgotForm mailIsSent={mailIsSent} />;
}
