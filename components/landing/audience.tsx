const PEOPLE = [
  {
    title: "Producers",
    text: "with years of loops and one-shots whose names say nothing. Find the ones that fit the track you are in.",
  },
  {
    title: "Artists",
    text: "who finish tracks. Check loudness and true peak before the upload that counts.",
  },
  {
    title: "People who script",
    text: "The same engine runs from the command line, without server or database, and prints a line of JSON per file.",
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
