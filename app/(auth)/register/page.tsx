import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { FirstAccountNote } from "@/components/auth/first-account-note";
import { Register } from "@/components/auth/register";
import { AgreementNote } from "@/components/site/agreement-note";
import { Skeleton } from "@/components/ui/skeleton";
import { loadDoors } from "@/lib/accounts/loaders";
import { loadRegistrationDoor } from "@/lib/accounts/registration/loaders";
import { loadText } from "@/lib/choices/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Create account"), referrer: "no-referrer" };
}

export default function RegisterPage() {
  const t = useText();
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">{t("Create account")}</h1>
      <p className="mt-1 mb-6 text-muted-foreground">{t("Your account exists only on this server.")}</p>
      <Suspense fallback={<Skeleton className="h-96 rounded-xl" />}>
        <Doors />
      </Suspense>
      <AgreementNote />
      <AuthSwitch question={t("Already have an account?")} href="/sign-in" label={t("Sign in")} />
    </>
  );
}

async function Doors() {
  const t = await loadText();
  const [{ services }, door] = await Promise.all([loadDoors(), loadRegistrationDoor()]);
  return (
    <>
      {door === "first" ? (
        <FirstAccountNote className="mb-4">{t("The first account administers this server.")}</FirstAccountNote>
      ) : null}
      <Register door={door} services={services} />
    </>
  );
}
