const BANDS = [
  { name: "Bass", where: "in the centre", colour: "bg-band-low" },
  { name: "Mids", where: "around it", colour: "bg-band-mid" },
  { name: "Treble", where: "at the edge", colour: "bg-band-high" },
] as const;

/** Says which colour is which frequency band, and where in the waveform it is drawn. */
export function BandLegend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
      {BANDS.map((band) => (
        <li key={band.name} className="flex items-center gap-1.5">
          <span aria-hidden className={`size-2.5 rounded-[2px] ${band.colour}`} />
          {band.name} <span className="max-sm:sr-only lg:max-2xl:sr-only">{band.where}</span>
        </li>
      ))}
    </ul>
  );
}
