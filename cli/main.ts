import { analyzeCommand } from "./analyze";

const USAGE = `samplemind: audio analysis on the command line

  samplemind analyze <files or folders…>   tempo, key, loudness and more of every file

Run "samplemind analyze --help" for its options.
`;

const [command, ...rest] = process.argv.slice(2);
if (command === "analyze") await analyzeCommand(rest);
else if (command === "--help" || command === "-h" || command === "help") process.stdout.write(USAGE);
else {
  process.stderr.write(command ? `Unknown command: ${command}\n\n${USAGE}` : USAGE);
  process.exitCode = 2;
}
