// Only the section about imports: node scripts/run.mjs bench/library/import-alone.ts
import { machineDescription } from "@/bench/report/machine-description";
import { importSection } from "./import";

const { text, figures } = await importSection.measure();
process.stdout.write(`${machineDescription()}\n\n${text}\n${JSON.stringify(figures)}\n`);
