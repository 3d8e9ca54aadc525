import { RefreshFault } from "./refresh-fault.js";

interface Kind {
  codes: RegExp;
  came: string;
  mend: string;
  passing: boolean;
}

const later = "Try again later.";
/** What can go wrong on the way, by the codes of Node and its client. */
const kinds: readonly Kind[] = [
  {
    codes: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/,
    came: "the certificate of the host is not trusted",
    mend: "If your office inspects connections, name its certificate in NODE_EXTRA_CA_CERTS; otherwise do not go on.",
    passing: false,
  },
  {
    codes: /ENOTFOUND|EAI_AGAIN/,
    came: "the host was not found",
    mend: "Check the connection, and HTTPS_PROXY where your office has one.",
    passing: true,
  },
  {
    codes: /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|ETIMEDOUT/,
    came: "the host does not answer",
    mend: "Check the connection, and HTTPS_PROXY where your office has one.",
    passing: true,
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

/** What the client threw, as a fault that says what came. */
export function transportFault(address: string, expected: string, error: unknown): RefreshFault {
  const codes = codesOf(error);
  const kind = kinds.find((one) => one.codes.test(codes));
  const words = error instanceof Error ? error.message : String(error);
  const { came, mend, passing } = kind ?? {
    came: `the connection failed (“${words}”)`,
    mend: later,
    passing: true,
  };
  return new RefreshFault({ address, expected, came, mend }, passing, { cause: error });
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
