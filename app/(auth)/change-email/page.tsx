import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { VerifyForm } from "@/components/auth/verify-form";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadViewer } from "@/lib/identity/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Your new e-mail address"), referrer: "no-referrer" };
}

export default function ChangeEmailPage() {
  const t = useText();
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">{t("Your new e-mail address")}</h1>
      <p className="mt-1 mb-6 text-muted-foreground">{t("You will use it to sign in from now on.")}</p>
      <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
        <Form />
      </Suspense>
    </>
  );
}

async function Form() {
  return <VerifyForm kind="change" isSignedIn={(await loadViewer()) !== null} />;
}
