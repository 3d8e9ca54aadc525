/**
 * A certificate that nobody signed but itself, and its key: for a server on the loopback that no client may trust. It guards
 * nothing.
 */
export const untrusted = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqNw9lVfI6aeKzfQ6
p6LBMoO0+/zfdDPKbXogdSXVUBihRANCAAQjewacIBvs5ji5UhsHclxAkrie0C97
cOCVCJZhNmYFtJmJFusJ99GsrX6orqhkA2RuyFT8HzK1zXFyX6eejjKm
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIUSgtKaye+6q48V6RUSeZbekunQjkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDEyNTM1NloYDzIxMjYxMTA2
MTI1MzU2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQjewacIBvs5ji5UhsHclxAkrie0C97cOCVCJZhNmYFtJmJFusJ99Gs
rX6orqhkA2RuyFT8HzK1zXFyX6eejjKmo1MwUTAdBgNVHQ4EFgQUb2nclNrrR/KR
3VcEaI55/p9DqsYwHwYDVR0jBBgwFoAUb2nclNrrR/KR3VcEaI55/p9DqsYwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAu+1pzU/ctqPon6m0yYtr
NWJi8hKXDL4JGcLwiawf6uECIQDhzFL609MA5vwnRiKXOZDx5AyNftb/h7Q2a0n+
TcTsuw==
-----END CERTIFICATE-----
`,
};
