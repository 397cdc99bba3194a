import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import type { ProviderSettings } from "@/lib/accounts/linked-accounts/providers";

interface ServicePerson {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
}

interface Grant {
  person: ServicePerson;
  challenge: string;
  nonce: string | null;
  /** Only OpenID Connect clients get a signed token. */
  isOpenId: boolean;
}

const CLIENT = { clientId: "samplemind-tests", clientSecret: "a secret between the two" };
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const KEY = { ...publicKey.export({ format: "jwk" }), kid: "tests", alg: "RS256", use: "sig" };

/**
 * Stands for Google, GitHub and Spotify: OpenID Connect with a signed token, and plain OAuth 2 with a profile. It
 * enforces PKCE for both. The person on its pages is `visitor` and agrees to everything.
 */
export class OAuthService {
  visitor: ServicePerson = { id: "1", name: "Ada", email: "ada@example.com", emailVerified: true };
  origin = "";
  readonly #grants = new Map<string, Grant>();
  readonly #tokens = new Map<string, ServicePerson>();

  async listen(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });
  }

  settings(): ProviderSettings[] {
    const at = (path: string) => `${this.origin}${path}`;
    const plain = { authorization: at("/authorize"), token: at("/token") };
    return [
      {
        id: "google",
        ...CLIENT,
        endpoints: { wellKnown: at("/.well-known/openid-configuration"), authorization: at("/authorize") },
      },
      {
        id: "github",
        ...CLIENT,
        endpoints: { ...plain, issuer: this.origin, userinfo: at("/github-user"), emails: at("/github-emails") },
      },
      { id: "spotify", ...CLIENT, endpoints: { ...plain, userinfo: at("/spotify-me") } },
    ];
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.origin);
    const json = (body: unknown) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return void json(this.#configuration());
      case "/keys":
        return void json({ keys: [KEY] });
      case "/authorize":
        return void response.writeHead(302, { location: this.#agree(url.searchParams) }).end();
      case "/token":
        return void json(this.#exchange(await formOf(request)));
    }
    const person = this.#tokens.get((request.headers.authorization ?? "").replace(/^Bearer /, ""));
    if (!person) return void response.writeHead(401).end();
    const { id, name, email, emailVerified } = person;
    if (url.pathname === "/github-user") json({ id: Number(id), login: name, name, email: null });
    else if (url.pathname === "/github-emails") json([{ email, primary: true, verified: emailVerified }]);
    else json({ id, display_name: name, email });
  }

  #configuration() {
    return {
      issuer: this.origin,
      authorization_endpoint: `${this.origin}/authorize`,
      token_endpoint: `${this.origin}/token`,
      jwks_uri: `${this.origin}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }

  #agree(asked: URLSearchParams): string {
    const challenge = asked.get("code_challenge");
    if (asked.get("client_id") !== CLIENT.clientId || !challenge) throw new Error("not a request of ours");
    const code = randomBytes(16).toString("hex");
    const isOpenId = (asked.get("scope") ?? "").split(" ").includes("openid");
    this.#grants.set(code, { person: this.visitor, challenge, nonce: asked.get("nonce"), isOpenId });
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    return back.toString();
  }

  #exchange(form: URLSearchParams) {
    const grant = this.#grants.get(form.get("code") ?? "");
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || grant.challenge !== proof) throw new Error("the code was not given to whoever brings it");
    this.#grants.delete(form.get("code") ?? "");
    const access_token = randomBytes(16).toString("hex");
    this.#tokens.set(access_token, grant.person);
    const answer = { access_token, token_type: "Bearer", expires_in: 60 };
    return grant.isOpenId ? { ...answer, id_token: this.#idToken(grant) } : answer;
  }

  #idToken({ person, nonce }: Grant): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.origin,
      aud: CLIENT.clientId,
      sub: person.id,
      iat: now,
      exp: now + 60,
      name: person.name,
      email: person.email,
      email_verified: person.emailVerified,
      ...(nonce ? { nonce } : {}),
    };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = `${part({ alg: "RS256", kid: KEY.kid })}.${part(claims)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
  }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}
