// Correcting the graph in a browser, against the real program, on a copy of the
// sample archive.
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { chromium } from "playwright-core";
import { startServer } from "./lode_server.mjs";

const koreaZinc = "/?entity=company:korea-zinc";

let directory;
let server;
let browser;
let page;
let complaints;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), "lode-curation-"));
  const data = join(directory, "data");
  await cp(process.env.LODE_DATA, data, { recursive: true });
  server = await startServer(data);
  browser = await chromium.launchPersistentContext(join(directory, "profile"), {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
    viewport: { width: 1280, height: 900 },
  });
});

after(async () => {
  await browser?.close();
  await server?.stop();
  if (directory) await rm(directory, { recursive: true, force: true });
});

beforeEach(async () => {
  complaints = [];
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => complaints.push(error.message));
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(complaints, []);
});

const open = async (address) => {
  await page.goto(server.origin + address);
  await page.waitForSelector("main:not([aria-busy]) h1");
};

/** The form of one choice of the menu, opened with the keyboard alone. */
const openChoice = async (title) => {
  await page.locator(".entity-head .correct > summary").focus();
  await page.keyboard.press("Enter");
  await page.getByText(title, { exact: true }).focus();
  await page.keyboard.press("Enter");
  return page.locator(".correct-choice[open] form");
};

test("a name is corrected after a preview, and the correction undone", async () => {
  await open(koreaZinc);
  const form = await openChoice("Rename");
  await form.getByLabel("Its name is").fill("Korea Zinc Co.");
  await form.getByLabel("Your name").fill("Ada");
  await form.getByRole("button", { name: "Preview" }).click();
  await form.locator(".effect").waitFor();
  assert.match(
    await form.locator(".effect").innerText(),
    /Now\s+Korea Zinc[^]*Then\s+Korea Zinc Co\./,
  );
  assert.equal(await page.locator("h1").innerText(), "Korea Zinc");

  await form.getByRole("button", { name: "Apply" }).click();
  await page.locator(".done").waitFor();
  assert.equal(await page.locator("h1").innerText(), "Korea Zinc Co.");

  await page.locator(".done").getByRole("button", { name: "Undo" }).click();
  await page.locator("h1", { hasText: /^Korea Zinc$/ }).waitFor();
  await open("/?judgements=all");
  assert.match(
    await page.locator(".judgements").innerText(),
    /is called Korea Zinc Co\.[^]*Ada[^]*undone/,
  );
});

test("who curates is remembered", async () => {
  await open(koreaZinc);
  const form = await openChoice("Hide");
  assert.equal(await form.getByLabel("Your name").inputValue(), "Ada");
});

test("a name that means nobody is told in the form", async () => {
  await open(koreaZinc);
  const form = await openChoice("Same as…");
  await form.getByLabel("It is the same as").fill("Atlantis Holdings");
  await form.getByLabel("Your name").fill("Ada");
  await form.getByRole("button", { name: "Apply" }).click();
  await form.locator(".notice").waitFor();
  assert.match(
    await form.locator(".notice").innerText(),
    /No entity is called Atlantis Holdings/,
  );
});

test("a sentence is rejected where its relation is shown", async () => {
  await open(koreaZinc);
  const edge = page.locator(".edge").first();
  await edge.locator(".edge-summary").click();
  await edge.locator(".reject > summary").first().click();
  const form = edge.locator(".reject[open] form");
  await form.getByLabel("Your name").fill("Ada");
  await form.getByRole("button", { name: "Preview" }).click();
  assert.match(await form.locator(".effect").innerText(), /now say it/);
  await form.getByRole("button", { name: "Apply" }).click();
  assert.match(await page.locator(".done").innerText(), /does not/);
});

test("candidates come with what speaks for them", async () => {
  await open("/?judgements=all");
  await page.getByText("May be one").waitFor();
});
