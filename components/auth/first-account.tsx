"use client";

import { ShieldCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { goTo } from "./start-session";

interface SetupCodeFieldProps {
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
}

export function SetupCodeField({ value, onValue, error }: SetupCodeFieldProps) {
  return (
    <Field
      label="Set-up code"
      name="setupCode"
      description="The terminal where SampleMind was started shows it after “First account”, in an address that fills it in. With Docker it is in the log. It is also in the file setup-code in the data folder."
      error={error}
    >
      <Input
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="figures"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}

/** For the first person, who should know what they have become. */
export function Administers({ firstPath }: { firstPath: string }) {
  return (
    <div role="status" className="glass flex flex-col items-start gap-4 rounded-xl p-6">
      <ShieldCheck aria-hidden className="size-7 text-primary" />
      <h2 className="font-display font-medium text-xl tracking-tight">You administer this server</h2>
      <p className="text-muted-foreground">
        Your account is the first, so you manage the others. Under Admin you decide who may create an account, and make
        other people admins.
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button variant="primary" onClick={() => goTo(firstPath)}>
          Upload audio
        </Button>
        <Button onClick={() => goTo("/admin/registration")}>Who may register</Button>
      </div>
    </div>
  );
}
