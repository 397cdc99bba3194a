"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "#text";
import { ProofForm } from "@/components/forms/proof-form";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { SettingRow } from "@/components/settings/setting-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { disableSecondFactorAction, renewRecoveryCodesAction } from "@/lib/accounts/second-factor/actions";
import { RecoveryCodes } from "./recovery-codes";
import { SecondFactorSetup } from "./second-factor-setup";

type Step = { step: "rest" | "setup" | "disable" | "renew" } | { step: "codes"; codes: string[] };

const FEW_CODES = 3;

type Enablement = { recoveryCodesLeft: number } | null;

export function SecondFactorSetting({ enabled: onServer }: { enabled: Enablement }) {
  const t = useText();
  const [state, setState] = useState<Step>({ step: "rest" });
  const { enabled, setEnabled } = useEnablement(onServer);
  return (
    <SettingRow
      title={t("Two-factor authentication")}
      badge={enabled ? <Badge tone="success">{t("[state] On")}</Badge> : <Badge>{t("[state] Off")}</Badge>}
      description={
        enabled ? (
          <Enabled left={enabled.recoveryCodesLeft} />
        ) : (
          t("Signing in also asks for a code from an app on your phone, so a stolen password alone is not enough.")
        )
      }
      action={
        state.step === "rest" ? <Actions isEnabled={enabled !== null} onChoose={(step) => setState({ step })} /> : null
      }
    >
      <CurrentStep state={state} onState={setState} onEnablement={setEnabled} />
    </SettingRow>
  );
}

/**
 * What the server said last, or what this browser has changed since. The page itself is read again only once the
 * recovery codes are put away, because they are shown only once.
 */
function useEnablement(onServer: Enablement) {
  const [seen, setSeen] = useState(onServer);
  const [enabled, setEnabled] = useState(onServer);
  if (seen !== onServer) {
    setSeen(onServer);
    setEnabled(onServer);
  }
  return { enabled, setEnabled };
}

interface CurrentStepProps {
  state: Step;
  onState: (state: Step) => void;
  onEnablement: (enabled: Enablement) => void;
}

function CurrentStep({ state, onState, onEnablement }: CurrentStepProps) {
  const t = useText();
  const router = useRouter();
  const rest = () => onState({ step: "rest" });
  const showCodes = (codes: string[]) => {
    onState({ step: "codes", codes });
    onEnablement({ recoveryCodesLeft: codes.length });
  };
  const finish = () => {
    rest();
    router.refresh();
  };
  const disabled = () => {
    toast.success(t("Two-factor authentication is off."));
    onEnablement(null);
    rest();
  };
  if (state.step === "setup") return <SecondFactorSetup onCodes={showCodes} onCancel={rest} />;
  if (state.step === "codes") return <RecoveryCodes codes={state.codes} onDone={finish} />;
  if (state.step === "disable") {
    return (
      <ProofForm
        label={t("Turn off")}
        variant="danger"
        texts={ACCOUNT_REFUSALS}
        send={disableSecondFactorAction}
        onDone={disabled}
        onCancel={rest}
      />
    );
  }
  if (state.step === "renew") {
    return (
      <ProofForm
        label={t("Create new codes")}
        variant="primary"
        texts={ACCOUNT_REFUSALS}
        send={renewRecoveryCodesAction}
        onDone={({ recoveryCodes }) => showCodes(recoveryCodes)}
        onCancel={rest}
      />
    );
  }
  return null;
}

function Enabled({ left }: { left: number }) {
  const t = useText();
  return (
    <>
      {t("Signing in asks for a code from your authenticator app.")}{" "}
      <span className={left <= FEW_CODES ? "text-warning" : undefined}>
        {t.count(left, "{count} recovery code left.", "{count} recovery codes left.")}
      </span>
    </>
  );
}

interface ActionsProps {
  isEnabled: boolean;
  onChoose: (step: "setup" | "renew" | "disable") => void;
}

function Actions({ isEnabled, onChoose }: ActionsProps) {
  const t = useText();
  if (!isEnabled) {
    return (
      <Button size="sm" onClick={() => onChoose("setup")}>
        {t("Set up")}
      </Button>
    );
  }
  return (
    <>
      <Button size="sm" onClick={() => onChoose("renew")}>
        {t("New recovery codes")}
      </Button>
      <Button size="sm" variant="danger" onClick={() => onChoose("disable")}>
        {t("Turn off")}
      </Button>
    </>
  );
}
