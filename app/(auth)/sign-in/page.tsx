import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { FirstAccountNote, WhereToBegin } from "@/components/auth/first-account-note";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignInForm } from "@/components/auth/sign-in-form";
import { loadDoors } from "@/lib/accounts/loaders";
import { loadRegistrationDoor } from "@/lib/accounts/registration/loaders";
import { loadText } from "@/lib/choices/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Sign in") };
}

export default function SignInPage() {
  const t = useText();
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">{t("Sign in")}</h1>
      <p className="mt-1 mb-6 text-muted-foreground">{t("Continue where you left off.")}</p>
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
  const t = await loadText();
  const door = await loadRegistrationDoor();
  if (door === "closed" || door === "invitation") return null;
  if (door === "first") {
    return (
      <>
        <FirstAccountNote className="mt-6">
          <WhereToBegin />
        </FirstAccountNote>
        <AuthSwitch
          question={t("Do you have the set-up code?")}
          href="/register"
          label={t("Create the first account")}
        />
      </>
    );
  }
  return <AuthSwitch question={t("No account yet?")} href="/register" label={t("Create one")} />;
}

async function Services() {
  const { services } = await loadDoors();
  return <ProviderButtons services={services} />;
}
