import { useText } from "#text";
import type { SecuritySettings } from "@/lib/accounts/schema";
import { PasswordSetting } from "./password-setting";
import { SecondFactorSetting } from "./second-factor-setting";

/** Password and two-factor authentication. */
export function Security({ security }: { security: SecuritySettings }) {
  const t = useText();
  if (security.isDemo) {
    return (
      <p className="text-muted-foreground text-sm">
        {t("The password and two-factor authentication of the demo account cannot be changed.")}
      </p>
    );
  }
  const { hasPassword, secondFactor } = security;
  return (
    <div>
      <PasswordSetting hasPassword={hasPassword} />
      <SecondFactorSetting enabled={secondFactor} />
    </div>
  );
}
