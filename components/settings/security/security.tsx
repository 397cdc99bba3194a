import type { SecuritySettings } from "@/lib/auth/schema";
import { EmailSetting } from "./email-setting";
import { PasswordSetting } from "./password-setting";
import { SecondFactorSetting } from "./second-factor-setting";

/** Address, password and second factor. */
export function Security({ security }: { security: SecuritySettings }) {
  if (security.isDemo) {
    return (
      <p className="text-muted-foreground text-sm">
        The demo account stays as it is: its password and second factor cannot be changed.
      </p>
    );
  }
  const { email, isEmailVerified, mailIsSent, hasPassword, secondFactor } = security;
  return (
    <div>
      <EmailSetting email={email} isVerified={isEmailVerified} mailIsSent={mailIsSent} />
      <PasswordSetting hasPassword={hasPassword} />
      <SecondFactorSetting enabled={secondFactor} />
    </div>
  );
}
