import { readLabels } from "@/bench/labels/labelled-file";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import { copyKinds } from "./copies";
import { falseMatches, readAll, recognise } from "./recognition";

const folder = process.env.BENCH_DATA ?? "";
const pool = new AnalysisPool();
const only = process.argv[2];
const t = Date.now();
const known = await readAll(
  pool,
  readLabels(folder)
    .map(({ path }) => path)
    .filter((p) => !only || p.includes(only)),
);
console.log(known.length, Date.now() - t);
console.log("false", falseMatches(known), Date.now() - t);
const made = await copyKinds();
for (const kind of made?.kinds ?? []) console.log(JSON.stringify(await recognise(pool, known, kind)), Date.now() - t);
pool.close();
