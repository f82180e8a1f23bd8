// The page in a browser, against the real program and the sample archive.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { chromium } from "playwright-core";
import { startServer } from "./lode_server.mjs";

const koreaZinc = "/?entity=company:korea-zinc";

let server;
let profile;
let browser;
let page;
/** What must stay empty: console errors, and requests to other origins. */
let complaints;

before(async () => {
  server = await startServer();
  profile = await mkdtemp(join(tmpdir(), "lode-web-"));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    viewport: { width: 1280, height: 900 },
  });
});

after(async () => {
  await browser?.close();
  await server?.stop();
  if (profile) await rm(profile, { recursive: true, force: true });
});

beforeEach(async () => {
  complaints = [];
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== server.origin) {
      complaints.push(`request to ${request.url()}`);
    }
  });
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(complaints, []);
});

const settled = () => page.waitForSelector("main:not([aria-busy]) h1");

const open = async (address) => {
  await page.goto(server.origin + address);
  await settled();
};

const texts = (selector) => page.locator(selector).allInnerTexts();

const address = () => {
  const url = new URL(page.url());
  return url.pathname + url.search;
};

const waitForAddress = (pattern) =>
  page.waitForURL((url) => pattern.test(url.pathname + url.search));

test("the start tells what the archive holds and offers what works", async () => {
  await open("/");
  assert.match(await page.innerText(".counts"), /articles\s+\d+/);
  assert.ok((await texts(".top-item")).length > 10);
  await page.locator(".examples .chip").first().click();
  await page.waitForSelector(".question .related");
});

test("a search shows marked hits, and a hit leads to its article", async () => {
  await open("/");
  await page.fill(".search-box", "zinc smelter");
  await page.click(".search-button");
  await page.waitForSelector(".hit");
  assert.equal(address(), "/?q=zinc+smelter");
  assert.match(await page.innerText(".hit .hit-snippet mark >> nth=0"), /\S/);
  assert.match(await page.innerText(".hit-meta >> nth=0"), /\d{4}/);
  const title = await page.innerText(".hit-title >> nth=0");
  await page.click(".hit-title a >> nth=0");
  await page.waitForSelector(".article-body .mention");
  assert.equal(await page.innerText(".article-title"), title);
});

test("the keyboard alone asks how two entities are connected", async () => {
  await open(koreaZinc);
  await page.focus("input[name=with]");
  await page.keyboard.type("Clarksville smelter");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".path-step .evidence");
  assert.equal(
    address(),
    "/?connect=company:korea-zinc&with=Clarksville+smelter",
  );
  assert.match(await page.innerText(".path-said >> nth=0"), /Korea Zinc/);
});

test("an entity's page has its timeline and its numbers", async () => {
  await open("/?entity=facility:clarksville-smelter");
  assert.ok((await texts(".event")).length > 5);
  await page.click(".event-date >> nth=0");
  await page.waitForSelector(".event[open] .evidence, .event .evidence");
  assert.ok((await texts(".series")).length > 1);
  assert.match(await page.innerText(".fact-summary >> nth=0"), /\d/);
});

test("filters stand in the address and narrow the result", async () => {
  await open("/?q=zinc");
  const all = await texts(".hit");
  await page.click(".facet-value:has-text('Chinese')");
  await waitForAddress(/lang=zh/);
  await page.waitForSelector("main:not([aria-busy]) .filters-clear");
  const some = await texts(".hit-meta");
  assert.ok(some.length > 0 && some.length <= all.length);
  assert.ok(some.every((meta) => meta.includes("Chinese")));
});

test("a range of days includes its last day, and nothing outside", async () => {
  await open("/?q=zinc&from=2025-12-15&to=2025-12-15");
  const metas = await texts(".hit-meta");
  assert.ok(metas.length > 0);
  assert.ok(metas.every((meta) => meta.includes("15 Dec 2025")));
});

test("more hits come, and are still there on the way back", async () => {
  await open("/?q=zinc");
  const before = (await texts(".hit")).length;
  await page.click("[data-action=more]");
  await page.waitForFunction(
    (count) => document.querySelectorAll(".hit").length > count,
    before,
  );
  const more = (await texts(".hit")).length;
  await page.locator(".hit-title a").last().click();
  await page.waitForSelector(".article-body");
  await page.goBack();
  await page.waitForSelector("main:not([aria-busy]) .hits");
  assert.equal((await texts(".hit")).length, more);
  assert.ok((await page.evaluate(() => scrollY)) > 0);
});

test("a query that nothing answers says so", async () => {
  await open("/?q=qqxyzzyqq");
  assert.match(await page.innerText("main"), /No article found/);
});

test("with the keyboard alone: find an entity and open what it is related to", async () => {
  await open("/?q=zinc");
  await page.keyboard.press("/");
  await page.keyboard.type("korea zi");
  const offered = page.locator(".option").first();
  await offered.filter({ hasText: "Korea Zinc" }).waitFor();
  assert.equal(await page.getAttribute(".search-box", "aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  const active = await page.getAttribute(
    ".search-box",
    "aria-activedescendant",
  );
  assert.equal(
    await page.getAttribute(`[id="${active}"]`, "aria-selected"),
    "true",
  );
  await page.keyboard.press("Enter");
  await page.waitForSelector(".entity .related");
  assert.equal(address(), koreaZinc);
  const href = await page.getAttribute(".related .entity-link", "href");
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("href"));
  for (let tabs = 0; tabs < 12 && (await focused()) !== href; ++tabs) {
    await page.keyboard.press("Tab");
  }
  assert.equal(await focused(), href);
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (path) => location.pathname + location.search === path,
    href,
  );
});

test("escape closes the suggestions and enter searches the words", async () => {
  await open("/");
  await page.click(".search-box");
  await page.keyboard.type("zinc");
  await page.waitForSelector(".option");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".option").count(), 0);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".hit");
});

test("`related to` answers with reasons", async () => {
  await open("/?q=related+to+Korea+Zinc");
  assert.match(await page.innerText("h1"), /Related to\s+Korea Zinc/);
  assert.ok((await texts(".related .reason")).length >= 5);
  assert.ok((await texts(".related .evidence mark")).length >= 2);
});

test("an entity's relatives come with reasons and a marked sentence that leads to its place", async () => {
  await open(koreaZinc);
  const reasons = await texts(".related .reason");
  assert.ok(reasons.some((reason) => /Korea Zinc .* it/.test(reason)));
  assert.ok(
    reasons.every((reason) => /\d+ stor(y|ies)$|\bboth\b/.test(reason.trim())),
  );
  assert.match(reasons.join("\n"), /planned/);
  assert.ok((await texts(".related")).length >= 5);
  await page.locator(".related .evidence-source a").first().click();
  await page.waitForSelector("[data-sentence]");
  assert.match(address(), /\?article=\w+&at=/);
  const box = await page.locator("[data-sentence]").first().boundingBox();
  assert.ok(box && box.y > 0 && box.y < 900);
});

test("an entity's relations open on the sentences that state them", async () => {
  await open(koreaZinc);
  const edge = page.locator(".edge").first();
  await edge.locator("summary .edge-meta").click();
  assert.match(
    await edge.locator(".evidence-sentence").first().innerText(),
    /\S/,
  );
});

test("the neighbourhood is drawn, said in words, and walked by key", async () => {
  await open(`${koreaZinc}&hops=2`);
  const canvas = page.locator("[data-graph][data-nodes]");
  await canvas.waitFor();
  const nodes = Number(await canvas.getAttribute("data-nodes"));
  assert.ok(nodes > 5);
  assert.ok((await page.locator("[data-graph] canvas").count()) > 0);
  assert.ok((await page.locator(".graph-list li").count()) > 5);
  assert.ok((await texts(".legend-item")).includes("Company"));
  await canvas.focus();
  await page.keyboard.press("ArrowRight");
  const name = await page.innerText("[role=status]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".entity");
  assert.equal(await page.innerText(".entity-name"), name);
});

test("an article marks its mentions and lists what was read in it", async () => {
  await open("/?q=%22Korea+Zinc%22+Clarksville");
  await page.click(".hit-title a >> nth=0");
  await page.waitForSelector(".article-body");
  assert.ok((await texts(".article-body .mention-company")).length > 2);
  await page.locator(".article-side > .reads .read-link").first().click();
  await page.waitForSelector("[data-sentence]");
  assert.equal(
    (await page
      .locator(".article-side > .reads .read-link[aria-current=true]")
      .count()) > 0,
    true,
  );
  await page.locator(".article-body .mention-company").first().click();
  await page.waitForSelector(".entity-name");
});

test("back, forward and reload show what was there", async () => {
  await open("/?q=zinc");
  const title = await page.title();
  await page.locator(".hit-title a").first().click();
  await page.waitForSelector(".article-body");
  const article = await page.title();
  await page.reload();
  await page.waitForSelector(".article-body");
  assert.equal(await page.title(), article);
  await page.goBack();
  await page.waitForSelector(".hits");
  assert.equal(await page.title(), title);
  assert.equal(await page.inputValue(".search-box"), "zinc");
  await page.goForward();
  await page.waitForSelector(".article-body");
  assert.equal(await page.title(), article);
});

test("on a phone nothing is wider than the screen", async () => {
  await page.setViewportSize({ width: 360, height: 700 });
  for (const view of ["/", "/?q=zinc", koreaZinc, `${koreaZinc}&hops=1`]) {
    await open(view);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    assert.ok(excess <= 0, `${view} is ${excess}px too wide`);
  }
});

test("an error shows the detail of its problem, and trying again helps", async () => {
  const problem = {
    type: "about:blank",
    title: "Service Unavailable",
    status: 503,
    detail: "Too many questions at once.",
    code: "overloaded",
    request_id: "r-1",
  };
  await page.route("**/v1/search*", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify(problem),
    }),
  );
  await page.goto(`${server.origin}/?q=zinc`);
  await page.waitForSelector(".notice-error");
  assert.match(
    await page.innerText(".notice-error"),
    /Too many questions at once\./,
  );
  await page.unroute("**/v1/search*");
  await page.click("[data-action=retry]");
  await page.waitForSelector(".hit");
  assert.match(complaints.pop() ?? "", /503/); // The browser's own line.
});

test("what is not in the archive is told as such", async () => {
  await open("/?article=0000000000000000");
  assert.match(await page.innerText(".notice-error"), /Not in this archive/);
  assert.equal(await page.innerText(":focus"), "No answer");
  // The browser's own lines: on the article, and on those similar to it.
  assert.ok(complaints.splice(0).every((line) => /404/.test(line)));
});
