import type { ReactNode } from "react";

interface SettingRowProps {
  title: string;
  description: ReactNode;
  badge?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

/** One setting: its name, its current value and its buttons, with the open form below. */
export function SettingRow({ title, description, badge, action, children }: SettingRowProps) {
  return (
    <div className="flex flex-col gap-4 border-t py-4 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-prose flex-1 basis-64">
          <h3 className="flex flex-wrap items-center gap-2 font-medium text-sm">
            {title}
            {badge}
          </h3>
          <p className="mt-0.5 text-muted-foreground text-sm">{description}</p>
        </div>
        {action ? <div className="flex flex-wrap gap-2">{action}</div> : null}
      </div>
      {children}
    </div>
  );
}
