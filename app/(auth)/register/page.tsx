import type { Metadata } from "next";
import { AuthSwitch } from "@/components/auth/auth-switch";
import { RegisterForm } from "@/components/auth/register-form";

export const metadata: Metadata = { title: "Create account" };

export default function RegisterPage() {
  return (
    <>
      <h1 className="font-display font-medium text-3xl tracking-tight">Create account</h1>
      <p className="mt-1 mb-6 text-muted-foreground">It exists on this server only. Nothing is sent by e-mail.</p>
      <RegisterForm />
      <AuthSwitch question="Already have an account?" href="/sign-in" label="Sign in" />
    </>
  );
}
