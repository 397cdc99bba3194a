import type { Metadata } from "next";
import { useText } from "#text";
import { ResetForm } from "@/components/auth/reset-form";
import { loadText } from "@/lib/choices/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("New password"), referrer: "no-referrer" };
}

export default function ResetPage() {
  const t = useText();
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">{t("New password")}</h1>
      <p className="mt-1 mb-6 text-muted-foreground">
        {t("After this you have to sign in again on all your devices, and your API keys stop working.")}
      </p>
      <ResetForm />
    </>
  );
}
