import Image from "next/image";
import { frequencyMarks } from "./mel-axis";

export interface SpectrogramStripProps {
  /** The picture covers the whole recording. */
  url: string;
  name: string;
  lowHz: number;
  highHz: number;
}

/** The stored mel spectrogram below the waveform, on the same time axis, with frequency labels. */
export function SpectrogramStrip({ url, name, lowHz, highHz }: SpectrogramStripProps) {
  return (
    <div className="relative h-32 border-t bg-[#000] sm:h-44">
      {/* It never changes and already has the right size, so an image optimiser has nothing to do. */}
      <Image
        fill
        unoptimized
        loading="eager"
        src={url}
        alt={`Spectrogram of ${name}: time from left to right, ${lowHz} Hz at the bottom to ${highHz} Hz at the top`}
        draggable={false}
        className="pointer-events-none select-none"
      />
      <ul aria-hidden className="pointer-events-none sticky left-0 h-full w-16">
        {frequencyMarks(lowHz, highHz).map((mark) => (
          <li
            key={mark.label}
            className="figures absolute left-0 flex translate-y-1/2 items-center text-2xs text-white"
            style={{ bottom: `${mark.position * 100}%` }}
          >
            <span className="mr-1 h-px w-2 bg-white/80" />
            <span className="rounded-xs bg-black/65 px-1 leading-4">{mark.label}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
