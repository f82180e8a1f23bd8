// From the fields of a correction to the judgement that the API takes.
import { ApiError } from "./api.js";

/**
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {{q: string, limit: number}} NameRequest
 * @typedef {EntitySummary & {match?: string}} NamedEntity
 * @typedef {{entities: NamedEntity[]}} NameAnswer
 */

/**
 * The id of what a curator names by its whole name or another name of it; an
 * id may be of one that is not there (yet).
 * @param {string} name
 * @param {(request: NameRequest) => Promise<NameAnswer>} entities
 */
const idOf = async (name, entities) => {
  if (/^[a-z]+:\S+$/.test(name)) return name;
  const { entities: found } = await entities({ q: name, limit: 8 });
  const exact = found.filter(({ match }) => match === "exact");
  const named = exact.length
    ? exact
    : found.filter(({ match }) => match === "alias");
  if (named.length === 1) return named[0].id;
  const candidates = named.length ? named : found;
  const choice = candidates.map(({ id, name }) => `${name} (${id})`).join(", ");
  throw new ApiError(
    named.length ? "Several have this name" : "Not found",
    (named.length
      ? `${name} may be one of several; write the id of one.`
      : `No entity is called ${name}.`) + (choice && ` There are: ${choice}.`),
    named.length ? 400 : 404,
  );
};

/**
 * Throws ApiError where a name means nobody or several, and what `entities` throws.
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
