import type { Metadata } from "next";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { SignInForm } from "@/components/auth/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default function SignInPage() {
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">Sign in</h1>
      <p className="mt-1 mb-6 text-muted-foreground">Your library is where you left it.</p>
      <SignInForm />
      <AuthSwitch question="No account yet?" href="/register" label="Create one" />
    </>
  );
}
