import type { ComponentType, ReactNode, SVGProps } from "react";

export interface StatusPageProps {
  icon: ComponentType<SVGProps<SVGSVGElement>>;
  title: string;
  description: ReactNode;
  actions: ReactNode;
}

/** A whole page that says what happened and what to do about it. */
export function StatusPage({ icon: Icon, title, description, actions }: StatusPageProps) {
  return (
    <main id="content" className="grid min-h-[70dvh] place-items-center px-6 py-16">
      <div className="flex max-w-md flex-col items-center text-center">
        <span className="mb-5 grid size-14 place-items-center rounded-xl border border-border-strong bg-muted text-primary">
          <Icon aria-hidden className="size-6" />
        </span>
        <h1 className="font-display font-medium text-2xl tracking-tight">{title}</h1>
        <p className="mt-2 text-muted-foreground">{description}</p>
        <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div>
      </div>
    </main>
  );
}
