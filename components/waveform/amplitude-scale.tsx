import { amplitudeMarks } from "./amplitude-marks";

/** Levels beside the waveform, in decibels below full scale. Screen readers get levels from the read-out. */
export function AmplitudeScale({ gain, heightPixels }: { gain: number; heightPixels: number }) {
  return (
    <ul aria-hidden className="pointer-events-none absolute inset-y-0 right-0 w-9">
      {amplitudeMarks(gain, heightPixels).map(({ label, y }) => (
        <li
          key={y}
          className="figures absolute right-0 flex -translate-y-1/2 items-center text-2xs text-foreground"
          style={{ top: y }}
        >
          <span className="rounded-xs bg-background/75 px-1 leading-3.5">{label}</span>
          <span className="h-px w-1.5 bg-foreground/60" />
        </li>
      ))}
    </ul>
  );
}
