const PEOPLE = [
  {
    title: "Producers",
    text: "with years of loops and one-shots whose names say nothing. Find the ones that fit your current track.",
  },
  {
    title: "Artists",
    text: "who finish tracks. Check loudness and true peak before you release.",
  },
  {
    title: "Developers",
    text: "who write scripts. The same engine runs on the command line, without a server or database, and prints one line of JSON per file.",
  },
] as const;

export function Audience() {
  return (
    <section aria-labelledby="audience" className="border-t pt-16">
      <h2 id="audience" className="font-display font-medium text-2xl tracking-tight">
        Made for
      </h2>
      <ul className="mt-6 grid gap-8 md:grid-cols-3 md:gap-10">
        {PEOPLE.map(({ title, text }) => (
          <li key={title}>
            <h3 className="font-medium text-lg">{title}</h3>
            <p className="mt-1 text-muted-foreground">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
