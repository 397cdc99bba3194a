import { useText } from "#text";
import { msg } from "@/lib/language/text";

const BANDS = [
  { name: msg("Bass"), where: msg("in the centre"), colour: "bg-band-low" },
  { name: msg("Mids"), where: msg("around it"), colour: "bg-band-mid" },
  { name: msg("Treble"), where: msg("at the edge"), colour: "bg-band-high" },
] as const;

/** Says which colour is which frequency band, and where in the waveform it is drawn. */
export function BandLegend() {
  const t = useText();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
      {BANDS.map((band) => (
        <li key={band.name} className="flex items-center gap-1.5">
          <span aria-hidden className={`size-2.5 rounded-[2px] ${band.colour}`} />
          {t(band.name)} <span className="max-sm:sr-only lg:max-2xl:sr-only">{t(band.where)}</span>
        </li>
      ))}
    </ul>
  );
}
