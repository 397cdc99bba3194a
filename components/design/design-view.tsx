import type { ReactNode } from "react";
import { Colours, Motion, Space, Type } from "./foundations";
import { ShownParts } from "./shown-parts";
import { UsedParts } from "./used-parts";

const THEMES = [
  { name: "dark", title: "Neon night" },
  { name: "light", title: "Daylight" },
  { name: "contrast", title: "High contrast" },
] as const;

/** Everything that pages are made of, in each theme. */
export function DesignView() {
  return (
    <main id="content" className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-8 sm:px-8">
      <h1 className="font-display font-medium text-3xl tracking-tight">Design</h1>
      {THEMES.map(({ name, title }) => (
        <section
          key={name}
          aria-label={title}
          className={`${name} flex min-w-0 flex-col gap-8 rounded-xl border bg-background p-4 text-foreground sm:p-8`}
        >
          <h2 className="font-display font-medium text-2xl tracking-tight">{title}</h2>
          <Part title="Colours">
            <Colours />
          </Part>
          <Part title="Type">
            <Type />
          </Part>
          <Part title="Space">
            <Space />
          </Part>
          <Part title="Motion">
            <Motion />
          </Part>
          <Part title="What is used">
            <UsedParts />
          </Part>
          <Part title="What is shown">
            <ShownParts />
          </Part>
        </section>
      ))}
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-4">
      <h3 className="eyebrow border-b pb-2">{title}</h3>
      {children}
    </section>
  );
}
