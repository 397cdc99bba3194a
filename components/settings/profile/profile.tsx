import { SettingRow } from "@/components/settings/setting-row";
import { Badge } from "@/components/ui/badge";
import type { ProfileSettings } from "@/lib/accounts/schema";
import { EmailSetting } from "./email-setting";
import { NameSetting } from "./name-setting";

/** A person's name, e-mail address and role. */
export function Profile({ profile, nowMs }: { profile: ProfileSettings; nowMs: number }) {
  const { name, email, role, roleName, isDemo } = profile;
  return (
    <div>
      {isDemo ? <SettingRow title="Name" description={name} /> : <NameSetting name={name} />}
      {isDemo ? (
        <SettingRow title="E-mail address" description={email} />
      ) : (
        <EmailSetting profile={profile} nowMs={nowMs} />
      )}
      <SettingRow
        title="Role"
        badge={
          <Badge tone={role === "admin" ? "accent" : "neutral"} className="capitalize">
            {isDemo ? "Demo" : roleName}
          </Badge>
        }
        description={
          isDemo
            ? "The name and e-mail address of the demo account cannot be changed."
            : "Decides what you can do here. Only admins can change it."
        }
      />
    </div>
  );
}
