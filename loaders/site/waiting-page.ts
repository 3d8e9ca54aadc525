import { escapeHtml } from "./escape-html.js";

/** Why there is no page yet, in words. */
export interface Waiting {
  title: string;
  words: string;
  /** What is wrong, one thing a line. */
  problems?: readonly string[];
}

/**
 * A page that says why there is no other one yet. It looks every second whether that has changed, and loads again when
 * it has: until then a reader can scroll in it.
 * @param state names what is shown; the server sends it along as the page's `ETag`
 */
export function waitingPage({ title, words, problems = [] }: Waiting, state: string): string {
  const list = problems.map((problem) => `<li>${escapeHtml(problem)}</li>`).join("\n");
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} | Arrivals</title>
<noscript><meta http-equiv="refresh" content="5"></noscript>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 3rem auto; padding: 0 1rem; }
  h1 { font: 1.6rem/1.2 Georgia, serif; }
  li { margin: 0.4rem 0; overflow-wrap: anywhere; }
</style>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(words)}</p>
${list && `<ul>\n${list}\n</ul>`}
<script>
  // One question at a time, and none once the page is on its way: the next would begin its load anew.
  const look = async () => {
    try {
      const { headers } = await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } });
      if (headers.get("ETag") !== ${JSON.stringify(state)}) return location.reload();
    } catch {}
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
</script>
</html>
`;
}
