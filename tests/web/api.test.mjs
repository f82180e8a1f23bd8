// Every answer that the page lives on is what /openapi.json promises.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { startServer } from "./lode_server.mjs";

let server;
let description;
let ajv;
let entity;
let article;
let relation;

const get = async (path) => {
  const response = await fetch(server.origin + path);
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: await response.json(),
  };
};

before(async () => {
  server = await startServer();
  ({ body: description } = await get("/openapi.json"));
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...description, $id: "openapi" });
  const { body: found } = await get("/v1/suggest?q=zinc");
  entity = encodeURIComponent(found.suggestions[0].entity.id);
  const { body: searched } = await get("/v1/search?q=zinc&limit=1");
  article = searched.hits[0].id;
  const { body: related } = await get(`/v1/entities/${entity}/relations`);
  relation = encodeURIComponent(related.relations[0].id);
});

after(() => server?.stop());

/** @param {string[]} parts */
const pointer = (...parts) =>
  parts
    .map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"))
    .map((part) => `/${encodeURIComponent(part)}`)
    .join("");

/** The reference to the schema of an answer in the description. */
const schemaOf = (path, status, type) => {
  const response = description.paths[path].get.responses[status];
  const place =
    response.$ref?.slice(1) ??
    pointer("paths", path, "get", "responses", status);
  return `openapi#${place}${pointer("content", type, "schema")}`;
};

const assertAsDescribed = async (path, address, status = "200") => {
  const type =
    status === "200" ? "application/json" : "application/problem+json";
  const answer = await get(address);
  assert.equal(String(answer.status), status);
  assert.ok(answer.type.startsWith(type), answer.type);
  const validate = ajv.compile({ $ref: schemaOf(path, status, type) });
  assert.ok(
    validate(answer.body),
    `${address}: ${ajv.errorsText(validate.errors, { separator: "\n" })}`,
  );
  return answer.body;
};

const answers = {
  "/v1/search": () => "/v1/search?q=zinc+smelter&sort=newest&limit=5",
  "/v1/suggest": () => "/v1/suggest?q=kor&limit=8",
  "/v1/articles/{id}": () => `/v1/articles/${article}`,
  "/v1/entities": () => "/v1/entities?type=company&limit=6",
  "/v1/entities/{id}": () => `/v1/entities/${entity}`,
  "/v1/entities/{id}/related": () => `/v1/entities/${entity}/related?limit=12`,
  "/v1/entities/{id}/relations": () =>
    `/v1/entities/${entity}/relations?limit=60`,
  "/v1/graph/neighborhood": () =>
    `/v1/graph/neighborhood?entity=${entity}&hops=2&max_nodes=40&max_edges=90`,
  "/v1/entities/{id}/timeline": () => `/v1/entities/${entity}/timeline?limit=30`,
  "/v1/entities/{id}/facts": () => `/v1/entities/${entity}/facts?limit=12`,
  "/v1/entities/{id}/community": () =>
    `/v1/entities/${entity}/community?limit=8`,
  "/v1/relations/{id}/evidence": () => `/v1/relations/${relation}/evidence`,
  "/v1/relations/{id}/history": () => `/v1/relations/${relation}/history`,
  "/v1/graph/path": () =>
    "/v1/graph/path?from=Howard+Lutnick&to=Nyrstar&limit=5",
  "/v1/graph/communities": () => "/v1/graph/communities?limit=6&members=6",
  "/v1/graph/central": () => "/v1/graph/central?from=2025&limit=10",
  "/v1/graph/new": () => "/v1/graph/new?days=7&limit=8",
  "/v1/stats": () => "/v1/stats",
  "/v1/judgements": () => "/v1/judgements",
  "/v1/judgements/candidates": () => "/v1/judgements/candidates?limit=10",
};
for (const [path, address] of Object.entries(answers)) {
  test(`${path} answers as described`, () =>
    assertAsDescribed(path, address()));
}

test("/v1/ask answers as described, understood or not", async () => {
  const answer = await assertAsDescribed(
    "/v1/ask",
    "/v1/ask?q=related+to+Korea+Zinc",
  );
  assert.equal(answer.reading.entity.name, "Korea Zinc");
  const other = await assertAsDescribed("/v1/ask", "/v1/ask?q=why%3F");
  assert.equal(other.reading, null);
});

test("the second part of a result is as described, and another", async () => {
  const first = await assertAsDescribed(
    "/v1/search",
    "/v1/search?q=zinc&limit=3",
  );
  const second = await assertAsDescribed(
    "/v1/search",
    `/v1/search?q=zinc&limit=3&cursor=${encodeURIComponent(first.next_cursor)}`,
  );
  const ids = new Set([...first.hits, ...second.hits].map(({ id }) => id));
  assert.equal(ids.size, 6);
});

test("a path of names alone, and none at all, are as described", async () => {
  const apart = await assertAsDescribed(
    "/v1/graph/path",
    "/v1/graph/path?from=Howard+Lutnick&to=Nyrstar&max_hops=1",
  );
  assert.match(apart.message, /within 1 step/);
  await assertAsDescribed(
    "/v1/graph/path",
    "/v1/graph/path?from=Nyrstar&to=Korea+Zinc&max_hops=99",
    "400",
  );
  await assertAsDescribed(
    "/v1/graph/path",
    "/v1/graph/path?from=Nobody+Whosoever&to=Nyrstar",
    "404",
  );
});

test("errors are problems as described", async () => {
  const missing = await assertAsDescribed(
    "/v1/articles/{id}",
    "/v1/articles/0000000000000000",
    "404",
  );
  assert.equal(missing.code, "not_found");
  await assertAsDescribed(
    "/v1/search",
    "/v1/search?q=zinc&limit=100000",
    "400",
  );
});
