"use client";

import { useState } from "react";
import { useText } from "#text";
import { CodeField } from "@/components/forms/code-field";
import { FormAlert } from "@/components/forms/form-alert";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { PasswordForm } from "@/components/forms/password-form";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useForm } from "@/components/forms/use-form";
import { beginSecondFactorAction, confirmSecondFactorAction } from "@/lib/accounts/second-factor/actions";
import type { NewSecondFactor } from "@/lib/accounts/second-factor/schema";
import { QrCode } from "./qr-code";

const schema = async () => (await import("@/lib/accounts/second-factor/schema")).confirmSecondFactorSchema;

interface SetupProps {
  onCodes: (codes: string[]) => void;
  onCancel: () => void;
}

/** Asks for the password, then shows the secret as a QR code, then asks for the first code. */
export function SecondFactorSetup({ onCodes, onCancel }: SetupProps) {
  const t = useText();
  const [factor, setFactor] = useState<NewSecondFactor | null>(null);
  if (factor) return <Scan factor={factor} onCodes={onCodes} onCancel={onCancel} />;
  return (
    <PasswordForm
      label={t("Continue")}
      texts={ACCOUNT_REFUSALS}
      send={beginSecondFactorAction}
      onDone={setFactor}
      onCancel={onCancel}
    />
  );
}

function Scan({ factor, onCodes, onCancel }: SetupProps & { factor: NewSecondFactor }) {
  const t = useText();
  const send = async (input: { code: string }) =>
    outcomeOf(await confirmSecondFactorAction(input), ACCOUNT_REFUSALS, ({ recoveryCodes }) => onCodes(recoveryCodes));
  const { ref, outcome, isPending, onFocus, onSubmit } = useForm(schema, send);
  return (
    <form
      ref={ref}
      onFocus={onFocus}
      onSubmit={onSubmit}
      method="post"
      noValidate
      className="grid gap-5 sm:grid-cols-[auto_1fr]"
    >
      <QrCode text={factor.keyUri} label={t("QR code with the secret for your authenticator app")} />
      <div className="flex max-w-sm flex-col gap-4">
        <p className="text-sm">
          {t("Scan this with an authenticator app, or type the secret into the app:")}{" "}
          <code className="mt-1 block break-all font-mono text-primary text-sm">{grouped(factor.secret)}</code>
        </p>
        <FormAlert>{outcome.form}</FormAlert>
        <CodeField
          errors={outcome.fields}
          description={t("The six digits that the app shows now.")}
          inputMode="numeric"
          autoFocus
        />
        <FormButtons label={t("Turn on")} isPending={isPending} onCancel={onCancel} />
      </div>
    </form>
  );
}

/** In groups of four, which is as many letters as people copy at a glance. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(" ");
