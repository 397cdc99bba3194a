import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { VerifyForm } from "@/components/auth/verify-form";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadViewer } from "@/lib/identity/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Confirm your e-mail address"), referrer: "no-referrer" };
}

export default function VerifyPage() {
  const t = useText();
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">{t("Confirm your e-mail address")}</h1>
      <p className="mt-1 mb-6 text-muted-foreground">{t("This makes sure that no one else uses your address here.")}</p>
      <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
        <Form />
      </Suspense>
    </>
  );
}

async function Form() {
  return <VerifyForm kind="verify" isSignedIn={(await loadViewer()) !== null} />;
}
