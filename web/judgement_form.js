// From the fields of a correction to the judgement that the API takes.
import { ApiError } from "./api.js";

/**
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {{q: string, limit: number}} NameRequest
 * @typedef {{entities: EntitySummary[]}} NameAnswer
 */

/**
 * The id of what a curator names; an id may be of one that is not there (yet).
 * @param {string} name
 * @param {(request: NameRequest) => Promise<NameAnswer>} entities
 */
const idOf = async (name, entities) => {
  if (/^[a-z]+:\S+$/.test(name)) return name;
  const { entities: found } = await entities({ q: name, limit: 1 });
  if (found.length === 0) {
    throw new ApiError("Not found", `No entity is called ${name}.`, 404);
  }
  return found[0].id;
};

/**
 * Throws ApiError where a name means nobody, and what `entities` throws.
 * @param {FormData} fields
 * @param {(request: NameRequest) => Promise<NameAnswer>} entities
 */
export const judgementOf = async (fields, entities) => {
  const value = (/** @type {string} */ name) =>
    String(fields.get(name) ?? "").trim();
  const judgement = {
    by: value("by"),
    action: value("action"),
    note: value("note"),
  };
  if (judgement.action === "reject") {
    const evidence = Object.fromEntries(
      ["relation", "source", "target", "article", "sentence"].map((name) => [
        name,
        String(fields.get(name) ?? ""),
      ]),
    );
    return { ...judgement, evidence };
  }
  const other = value("other");
  return {
    ...judgement,
    entity: value("entity"),
    other: other && (await idOf(other, entities)),
    name: value("name"),
    type: value("type"),
  };
};
