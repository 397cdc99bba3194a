import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { createS3Handler } from "./handler";
import { createNodeServer } from "./node-server";

const USAGE =
  "usage: npm run embedded:s3 -- --dir D --port P --access-key A --secret-key S [--region R] [--bucket B]\n";

const { values } = parseArgs({
  options: {
    dir: { type: "string" },
    port: { type: "string" },
    "access-key": { type: "string" },
    "secret-key": { type: "string" },
    region: { type: "string", default: "us-east-1" },
    bucket: { type: "string" },
  },
});

const { dir, port, "access-key": accessKeyId, "secret-key": secretAccessKey, region, bucket } = values;
if (!dir || !port || !accessKeyId || !secretAccessKey) {
  process.stderr.write(USAGE);
  process.exit(2);
}

const handle = createS3Handler({
  directory: resolve(dir),
  accessKeyId,
  secretAccessKey,
  region,
  bucket,
  onError: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
});
const server = createNodeServer(handle);

function stop(): void {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);

server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.listen(Number(port), "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
