// Loaded before anything else in every process of a build (`NODE_OPTIONS=--import`): any other machine is refused.
import dns from "node:dns";
import net from "node:net";
import process from "node:process";

const refuse = (what) => {
  process.stderr.write(`the network was asked for ${what}\n`);
  process.exit(97);
};
const isOwn = (host) => host === undefined || /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  const [first] = given.flat();
  const { host, path } = typeof first === "object" ? first : { host: given[1] };
  if (!path && !isOwn(host)) refuse(host);
  return connect.apply(this, given);
};
for (const name of ["lookup", "resolve"]) {
  const ask = dns[name];
  dns[name] = (host, ...rest) => (isOwn(host) ? ask(host, ...rest) : refuse(host));
}
