import { readEmbeddedTags } from "@/lib/file-tags/embedded-tags";
for (const p of process.argv.slice(2)) { const r = await readEmbeddedTags(p); console.log(p, JSON.stringify(r.tags), r.cover?.bytes.length); }
