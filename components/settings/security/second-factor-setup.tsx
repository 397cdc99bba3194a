"use client";

import { useState } from "react";
import { outcomeOf } from "@/components/auth/answer-outcome";
import { CodeInput } from "@/components/auth/code-input";
import { FormAlert } from "@/components/auth/form-alert";
import { PasswordInput } from "@/components/auth/password-input";
import { type AuthOutcome, useAuthForm } from "@/components/auth/use-auth-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { beginSecondFactorAction, confirmSecondFactorAction } from "@/lib/accounts/second-factor/actions";
import {
  beginSecondFactorSchema,
  confirmSecondFactorSchema,
  type NewSecondFactor,
} from "@/lib/accounts/second-factor/schema";
import { QrCode } from "./qr-code";

interface SetupProps {
  onCodes: (codes: string[]) => void;
  onCancel: () => void;
}

/** The password, then the secret as a picture, then the first code of it. */
export function SecondFactorSetup({ onCodes, onCancel }: SetupProps) {
  const [factor, setFactor] = useState<NewSecondFactor | null>(null);
  return factor ? (
    <Scan factor={factor} onCodes={onCodes} onCancel={onCancel} />
  ) : (
    <Begin onBegun={setFactor} onCancel={onCancel} />
  );
}

function Begin({ onBegun, onCancel }: { onBegun: (factor: NewSecondFactor) => void; onCancel: () => void }) {
  const send = async (input: { password: string }): Promise<AuthOutcome | null> => {
    return outcomeOf(await beginSecondFactorAction(input), onBegun);
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(beginSecondFactorSchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="flex max-w-sm flex-col gap-4">
      <FormAlert>{outcome.form}</FormAlert>
      <Field label="Password" name="password" error={outcome.fields?.password}>
        <PasswordInput autoComplete="current-password" autoFocus required />
      </Field>
      <Buttons label="Continue" isPending={isPending} onCancel={onCancel} />
    </form>
  );
}

function Scan({ factor, onCodes, onCancel }: SetupProps & { factor: NewSecondFactor }) {
  const send = async (input: { code: string }): Promise<AuthOutcome | null> => {
    return outcomeOf(await confirmSecondFactorAction(input), ({ recoveryCodes }) => onCodes(recoveryCodes));
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(confirmSecondFactorSchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="grid gap-5 sm:grid-cols-[auto_1fr]">
      <QrCode text={factor.keyUri} label="The secret for your authenticator app, as a QR code" />
      <div className="flex max-w-sm flex-col gap-4">
        <p className="text-sm">
          Scan this with an authenticator app, or type the secret into it:{" "}
          <code className="mt-1 block break-all font-mono text-primary text-sm">{grouped(factor.secret)}</code>
        </p>
        <FormAlert>{outcome.form}</FormAlert>
        <Field
          label="Code"
          name="code"
          description="The six digits that the app now shows."
          error={outcome.fields?.code}
        >
          <CodeInput inputMode="numeric" autoFocus />
        </Field>
        <Buttons label="Switch on" isPending={isPending} onCancel={onCancel} />
      </div>
    </form>
  );
}

/** In fours, which is how far people copy at a glance. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(" ");

function Buttons({ label, isPending, onCancel }: { label: string; isPending: boolean; onCancel: () => void }) {
  return (
    <div className="flex gap-2">
      <Button type="submit" variant="primary" pending={isPending}>
        {label}
      </Button>
      <Button variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
