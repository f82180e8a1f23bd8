import assert from "node:assert/strict";
import { test } from "node:test";
import { alikePoints, factsList, placePoints } from "../../web/facts_view.js";
import { newsSection } from "../../web/overview_view.js";
import { pathView } from "../../web/path_view.js";
import { eventGroups, timelineList } from "../../web/timeline_view.js";
import { plainText } from "./plain_text.mjs";

const company = (name) => ({ id: `company:${name}`, name, type: "company" });
const evidence = (sentence) => ({ article: "1", sentence, marks: [] });

const step = (source, type, target, more = {}) => ({
  kind: "relation",
  type,
  source: company(source),
  target: company(target),
  stories: 1,
  evidence: [evidence(`${source} ${type} ${target}.`)],
  ...more,
});

const connection = (more = {}) => ({
  from: company("Ada"),
  to: company("Cy"),
  paths: [
    {
      score: 0.5,
      nodes: [company("Ada"), company("Bo"), company("Cy")],
      edges: [step("Ada", "owns", "Bo"), step("Cy", "leads", "Bo")],
    },
  ],
  ...more,
});

test("a path is told step by step, each relation in its own direction", () => {
  const shown = plainText(pathView({ from: "Ada", to: "Cy" }, connection()));
  assert.match(shown, /How Ada and Cy are connected/);
  assert.match(shown, /2 steps Ada Ada owns Bo .*Ada owns Bo\. .*Bo/);
  assert.match(shown, /Cy leads Bo .*Cy leads Bo\. .*Cy$/);
});

test("a step that is only names together says so", () => {
  const association = step("Ada", undefined, "Bo", {
    kind: "association",
    lift: 3.25,
    stories: 2,
  });
  const [path] = connection().paths;
  const shown = plainText(
    pathView(
      { from: "Ada", to: "Cy" },
      connection({
        message: "No stated relations connect them.",
        paths: [{ ...path, edges: [association, path.edges[1]] }],
      }),
    ),
  );
  assert.match(shown, /No stated relations connect them\./);
  assert.match(shown, /Ada is named together with Bo 3\.3 times more often/);
});

test("no path is told as the server tells it, and both names stay to change", () => {
  const view = pathView(
    { from: "Ada", to: "Cy" },
    connection({ paths: [], message: "Nothing connects the two." }),
  );
  assert.match(plainText(view), /Nothing connects the two\./);
  assert.match(view.toString(), /name="connect" value="Ada"/);
  assert.match(view.toString(), /name="with" value="Cy"/);
});

test("without a second name the view only asks", () => {
  const shown = plainText(pathView({ from: "Ada", to: "" }, null));
  assert.match(shown, /How are two entities connected\?/);
});

const event = (published, more = {}) => ({
  relation: "a|acquires|b",
  type: "acquires",
  source: company("Ada"),
  target: company("Bo"),
  published,
  modality: "asserted",
  negated: false,
  evidence: evidence("So it is said."),
  ...more,
});

test("reports of one relation and day are one entry, denials another", () => {
  const groups = eventGroups([
    event("2025-12-16T09:00:00Z"),
    event("2025-12-16T08:00:00Z"),
    event("2025-12-16T07:00:00Z", { negated: true }),
    event("2025-12-15T07:00:00Z"),
  ]);
  assert.deepEqual(
    groups.map((group) => group.length),
    [2, 1, 1],
  );
});

test("a timeline tells when, what and how surely", () => {
  const shown = plainText(
    timelineList({
      events: [event("2025-12-16T09:00:00Z", { modality: "rumoured" })],
      total: 40,
    }),
  );
  assert.match(shown, /16 Dec 2025 Ada acquires Bo rumoured/);
  assert.match(shown, /The latest 1 report of 40 reports/);
});

const point = (date, value, more = {}) => ({
  date,
  value,
  evidence: evidence(`It is ${value}.`),
  ...more,
});

test("points lie by date and value, undated ones nowhere", () => {
  const placed = placePoints([
    point(undefined, 7),
    point("2024", 1),
    point("2025", 2),
    point("2026", 3),
  ]);
  assert.equal(placed.length, 3);
  assert.ok(placed[0].x < placed[1].x && placed[1].x < placed[2].x);
  assert.ok(placed[0].y > placed[1].y && placed[1].y > placed[2].y);
  assert.deepEqual(placePoints([point("2024", 1), point("2024", 2)]), []);
});

test("what several articles say alike stands once", () => {
  const groups = alikePoints([
    point("2025", 2),
    point("2025", 3),
    point("2025", 2),
  ]);
  assert.deepEqual(
    groups.map((group) => group.length),
    [2, 1],
  );
});

test("a series is drawn with a description, and told newest first", () => {
  const shown = factsList({
    entity: company("Ada"),
    total: 1,
    series: [
      {
        entity: company("Ada"),
        measure: "capacity",
        unit: "t/year",
        points: [point("2024", 1000), point("2025-03-01", 2, { disputed: true })],
      },
    ],
  });
  assert.match(
    shown.toString(),
    /aria-label="capacity from 2024 to 1 Mar 2025, between 2 and 1,000 t\/year"/,
  );
  assert.match(plainText(shown), /2 t\/year 1 Mar 2025 disputed .*1,000 t\/year/);
});

test("what is new is told with its sentences, and nothing where nothing is", () => {
  const news = {
    from: "2026-01-04T00:00:00Z",
    entities: [company("Di")],
    relations: [step("Ada", "owns", "Di")],
  };
  const shown = plainText(newsSection(news));
  assert.match(shown, /since 4 Jan 2026 Ada owns Di Ada owns Di\./);
  assert.match(shown, /First named: Di/);
  assert.equal(newsSection({ entities: [], relations: [] }), false);
});
