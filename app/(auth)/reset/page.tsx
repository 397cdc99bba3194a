import type { Metadata } from "next";
import { ResetForm } from "@/components/auth/reset-form";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default function ResetPage() {
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">New password</h1>
      <p className="mt-1 mb-6 text-muted-foreground">
        After this you have to sign in again on all your devices, and your API keys stop working.
      </p>
      <ResetForm />
    </>
  );
}
