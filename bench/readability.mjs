// What parse_bench measures, by Readability.js on jsdom:
//
//   npm ci --prefix bench
//   node bench/readability.mjs ROUNDS FILE...
//
// FILEs are pages, gzip or not. Prints megabytes a second of processor time in
// the best round and the most memory that was resident. With --text in place
// of ROUNDS it prints one article line for each page instead.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

const GZIP = 0x1f;

function read(file) {
  const bytes = readFileSync(file);
  return (bytes[0] === GZIP ? gunzipSync(bytes) : bytes).toString("utf8");
}

function parse(html) {
  const dom = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const article = new Readability(dom.window.document).parse();
  dom.window.close();
  return article;
}

function print(files) {
  for (const file of files) {
    const article = parse(read(file));
    const line = {
      title: article?.title,
      body: article?.textContent ?? "",
      archive: file,
    };
    console.log(JSON.stringify(line));
  }
}

function measure(pages, rounds) {
  const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0);
  let best = Infinity;
  let articles = 0;
  for (let i = 0; i < rounds; ++i) {
    const start = process.cpuUsage();
    articles = pages.map(parse).filter(Boolean).length;
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e6);
  }
  const resident = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB, ` +
      `${articles} articles: ${(bytes / 1e6 / best).toFixed(2)} MB/s; ` +
      `${resident.toFixed(0)} MB resident`,
  );
}

const [mode, ...files] = process.argv.slice(2);
if (mode === "--text" && files.length > 0) {
  print(files);
} else if (Number(mode) >= 1 && files.length > 0) {
  measure(files.map(read), Number(mode));
} else {
  console.error("usage: readability.mjs ROUNDS|--text FILE...");
  process.exitCode = 2;
}
