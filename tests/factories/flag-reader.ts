import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FlagName } from "@/lib/flags/constants";
import { isFlagOn } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import { liveChannel } from "@/lib/platform/live-channel";

/**
 * Another application process. `/?flag=&user=` tells whether the flag is on there, `/listening` whether it is
 * listening.
 */
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://reader");
  if (pathname === "/listening") return void response.end(String(liveChannel().isListening));
  const holder = { id: searchParams.get("user") as ActorId, role: "free" as const };
  response.end(String(await isFlagOn(holder, searchParams.get("flag") as FlagName)));
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
