import { ScaleBar, type ScaleBarProps } from "@/components/charts/scale-bar";

export interface ScaleRow {
  name: string;
  value: string;
  /** Omitted if the value has no scale. */
  scale?: ScaleBarProps;
  /** Why there is no value. */
  reason?: string;
}

/** Values with their positions on labelled scales. */
export function ScaleList({ rows }: { rows: readonly ScaleRow[] }) {
  return (
    <dl className="flex flex-col gap-3.5 text-sm">
      {rows.map(({ name, value, scale, reason }) => (
        <div key={name} className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4">
          <dt className="whitespace-nowrap text-muted-foreground">{name}</dt>
          <dd className={reason ? "text-balance text-right text-muted-foreground text-xs" : "figures text-right"}>
            {reason ?? value}
          </dd>
          {scale && !reason ? (
            <dd aria-hidden className="col-span-2 mt-2">
              <ScaleBar {...scale} />
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
