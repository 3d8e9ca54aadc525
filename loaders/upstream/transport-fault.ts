import { RefreshFault } from "./refresh-fault.js";

interface Kind {
  codes: RegExp;
  came: string;
  mend: string;
  passing: boolean;
  /** Nothing came of the producer's host. */
  unreached?: true;
}

const later = "Try again later.";
const onTheWay = "Check the connection, and HTTPS_PROXY where your office has one.";
/** What can go wrong on the way, by the codes of Node and its client. */
const kinds: readonly Kind[] = [
  {
    codes: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/,
    came: "the certificate of the host is not trusted",
    mend: "If your office inspects connections, name its certificate in NODE_EXTRA_CA_CERTS; otherwise do not go on.",
    passing: false,
    unreached: true,
  },
  {
    codes: /HTTP Tunneling/,
    came: "the proxy refuses to connect",
    mend: "Check what HTTPS_PROXY says, and ask those who run the proxy which hosts it lets through.",
    passing: true,
    unreached: true,
  },
  {
    codes: /ENOTFOUND|EAI_AGAIN/,
    came: "the host was not found",
    mend: onTheWay,
    passing: true,
    unreached: true,
  },
  {
    codes: /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|ETIMEDOUT/,
    came: "the host does not answer",
    mend: onTheWay,
    passing: true,
    unreached: true,
  },
  { codes: /HEADERS_TIMEOUT/, came: "nothing came for too long", mend: later, passing: true },
  {
    codes: /BODY_TIMEOUT/,
    came: "the answer stopped in the middle for too long",
    mend: later,
    passing: true,
  },
  {
    codes: /Z_|ERR_.*BROTLI|ZSTD/,
    came: "the compressed answer cannot be unpacked",
    mend: later,
    passing: true,
  },
  {
    codes: /UND_ERR_SOCKET|CONTENT_LENGTH|ECONNRESET|EPIPE|HPE_|terminated|Invalid EOF/,
    came: "the answer was cut off in the middle",
    mend: later,
    passing: true,
  },
];

/**
 * What the client threw, as a fault that says what came.
 * @param proxy address of the proxy of the environment; null for none
 */
export function transportFault(
  address: string,
  expected: string,
  error: unknown,
  proxy: string | null = proxyOf(process.env),
): RefreshFault {
  const codes = codesOf(error);
  const kind = kinds.find((one) => one.codes.test(codes));
  const words = error instanceof Error ? error.message : String(error);
  const { came, mend, passing, unreached }: Omit<Kind, "codes"> = kind ?? {
    came: `the connection failed (“${words}”)`,
    mend: later,
    passing: true,
    unreached: true,
  };
  const isOfProxy = unreached && proxy !== null && isAt(proxy, error);
  const told = isOfProxy
    ? { came: `the proxy ${hostOf(proxy)} cannot be reached`, mend: "Check what HTTPS_PROXY says." }
    : { came, mend };
  const fault = { address, expected, ...told, ...(unreached && { unreached }) };
  return new RefreshFault(fault, passing, { cause: error });
}

const proxyOf = (environment: NodeJS.ProcessEnv): string | null =>
  ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"]
    .map((name) => environment[name])
    .find((given) => given && URL.canParse(given)) ?? null;

/** Without what a name and a password would say before it. */
const hostOf = (proxy: string): string => new URL(proxy).host;

/** True where the error is about the proxy's host, and not about the producer's. */
function isAt(proxy: string, error: unknown): boolean {
  const { hostname, port } = new URL(proxy);
  const { hostname: lost, address, port: at } = error as NodeJS.ErrnoException & Record<string, unknown>;
  // Producers are asked at the usual ports, where no proxy of an office listens.
  return lost === hostname || address === hostname || (port !== "" && String(at) === port);
}

/** Codes and words of an error and of those behind it. */
function codesOf(error: unknown): string {
  const found: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    found.push(typeof code === "string" ? code : "", at.message);
    if (at instanceof AggregateError) found.push(...at.errors.map(codesOf));
  }
  return found.join(" ");
}
