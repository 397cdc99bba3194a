"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { disableSecondFactorAction, renewRecoveryCodesAction } from "@/lib/accounts/second-factor/actions";
import { ProofForm } from "./proof-form";
import { RecoveryCodes } from "./recovery-codes";
import { SecondFactorSetup } from "./second-factor-setup";
import { SettingRow } from "./setting-row";

type Step = { step: "rest" | "setup" | "disable" | "renew" } | { step: "codes"; codes: string[] };

const FEW_CODES = 3;

export function SecondFactorSetting({ enabled }: { enabled: { recoveryCodesLeft: number } | null }) {
  const [state, setState] = useState<Step>({ step: "rest" });
  const router = useRouter();
  const rest = () => setState({ step: "rest" });
  const showCodes = (codes: string[]) => setState({ step: "codes", codes });
  const finish = () => {
    rest();
    router.refresh();
  };
  return (
    <SettingRow
      title="Second factor"
      badge={enabled ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>}
      description={
        enabled ? (
          <Enabled left={enabled.recoveryCodesLeft} />
        ) : (
          "Signing in also asks for a code of an app on your phone. A stolen password alone then opens nothing."
        )
      }
      action={
        state.step === "rest" ? <Actions isEnabled={enabled !== null} onChoose={(step) => setState({ step })} /> : null
      }
    >
      {state.step === "setup" ? <SecondFactorSetup onCodes={showCodes} onCancel={rest} /> : null}
      {state.step === "codes" ? <RecoveryCodes codes={state.codes} onDone={finish} /> : null}
      {state.step === "disable" ? (
        <ProofForm
          label="Switch off"
          variant="danger"
          send={disableSecondFactorAction}
          onDone={() => {
            toast.success("The second factor is off.");
            rest();
          }}
          onCancel={rest}
        />
      ) : null}
      {state.step === "renew" ? (
        <ProofForm
          label="Make new codes"
          variant="primary"
          send={renewRecoveryCodesAction}
          onDone={({ recoveryCodes }) => showCodes(recoveryCodes)}
          onCancel={rest}
        />
      ) : null}
    </SettingRow>
  );
}

function Enabled({ left }: { left: number }) {
  const codes = left === 1 ? "1 recovery code is" : `${left} recovery codes are`;
  return (
    <>
      Signing in asks for a code of your authenticator app.{" "}
      <span className={left <= FEW_CODES ? "text-warning" : undefined}>{codes} left.</span>
    </>
  );
}

function Actions({
  isEnabled,
  onChoose,
}: {
  isEnabled: boolean;
  onChoose: (step: "setup" | "renew" | "disable") => void;
}) {
  if (!isEnabled) {
    return (
      <Button size="sm" onClick={() => onChoose("setup")}>
        Set up
      </Button>
    );
  }
  return (
    <>
      <Button size="sm" onClick={() => onChoose("renew")}>
        New recovery codes
      </Button>
      <Button size="sm" variant="danger" onClick={() => onChoose("disable")}>
        Switch off
      </Button>
    </>
  );
}
