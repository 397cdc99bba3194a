import { Dialog } from "./dialog";

export interface KeySheetProps {
  title: string;
  /** Keys or gestures, and what they do. */
  keys: readonly (readonly [string, string])[];
  onClose: () => void;
}

/** All keys of a page. */
export function KeySheet({ title, keys, onClose }: KeySheetProps) {
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={title}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt className="font-mono text-xs leading-5">{key}</dt>
            <dd className="text-muted-foreground">{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
