// The address of a view: what stands after the `?` is the whole state.
//
//   /?q=zinc&source=SMM&lang=en&from=2025-01-01&to=2025-12-31&sort=newest
//   /?entity=company:korea-zinc            one entity
//   /?entity=company:korea-zinc&hops=2     its neighbourhood, drawn large
//   /?article=9f2c64d1e0b7a853&at=212-371  one article, at a sentence
//   /?names=company:korea-zinc             the articles that name an entity
//   /?connect=company:korea-zinc&with=Nyrstar  how the two are connected
//   /?judgements=all                       what curators said, of all or one

/**
 * @typedef {object} SearchRoute
 * @property {"search"} view
 * @property {string} q
 * @property {string[]} names  entity ids; of each list any
 * @property {string[]} source
 * @property {string[]} lang
 * @property {string[]} year
 * @property {string[]} kind
 * @property {string} from  first day, YYYY-MM-DD, or ""
 * @property {string} to  last day
 * @property {string} sort  "" (by relevance), "newest" or "oldest"
 * @property {string} fold  "story" where one article stands for each story
 * @property {boolean} words  search for the words even of a question
 * @property {boolean} exact  search for the words as they are spelt
 * @property {boolean} explain  tell what adds up to each score
 *
 * @typedef {{view: "start"}} StartRoute
 * @typedef {{view: "entity", id: string}} EntityRoute
 * @typedef {{view: "graph", id: string, hops: number}} GraphRoute
 * @typedef {{view: "article", id: string, at: Place | null}} ArticleRoute
 * Ids or names, or "" where they are still to be told.
 * @typedef {{view: "path", from: string, to: string}} PathRoute
 * @typedef {{view: "curation", about: string}} CurationRoute  entity id, or ""
 * @typedef {StartRoute | SearchRoute | EntityRoute | GraphRoute | ArticleRoute |
 *   PathRoute | CurationRoute} Route
 *
 * A sentence of an article; `in_title` may stand without its span.
 * @typedef {object} Place
 * @property {number} begin
 * @property {number} end
 * @property {boolean} in_title
 */

export const maxHops = 2;

/** Fields of any number of values, which an answer counts. */
export const facetFields = /** @type {const} */ ([
  "source",
  "lang",
  "year",
  "kind",
  "names",
]);
/** @typedef {(typeof facetFields)[number]} FacetField */

const searchFields = /** @type {const} */ ([
  "q",
  ...facetFields,
  "from",
  "to",
  "sort",
  "fold",
]);

/**
 * @param {string | null} text
 * @returns {Place | null}
 */
const readPlace = (text) => {
  const found = /^(title-)?(\d+)-(\d+)$/.exec(text ?? "");
  if (!found) return null;
  const [begin, end] = [Number(found[2]), Number(found[3])];
  return begin < end ? { begin, end, in_title: Boolean(found[1]) } : null;
};

/**
 * @param {string} search  of a location, e.g. `?q=zinc`
 * @returns {Route}
 */
export const readRoute = (search) => {
  const query = new URLSearchParams(search);
  const value = (/** @type {string} */ name) => (query.get(name) ?? "").trim();

  const values = (/** @type {string} */ name) =>
    query.getAll(name).flatMap((one) => one.trim() || []);

  const article = value("article");
  if (article) {
    return { view: "article", id: article, at: readPlace(query.get("at")) };
  }
  if (query.has("connect") || query.has("with")) {
    return { view: "path", from: value("connect"), to: value("with") };
  }
  const judged = value("judgements");
  if (judged) {
    return { view: "curation", about: judged === "all" ? "" : judged };
  }
  const id = value("entity");
  if (id && query.has("hops")) {
    const hops = Math.min(
      maxHops,
      Math.max(1, Math.trunc(+value("hops")) || 1),
    );
    return { view: "graph", id, hops };
  }
  if (id) return { view: "entity", id };
  if (!searchFields.some((name) => value(name))) return { view: "start" };
  return {
    view: "search",
    q: value("q"),
    names: values("names"),
    source: values("source"),
    lang: values("lang"),
    year: values("year"),
    kind: values("kind"),
    from: value("from"),
    to: value("to"),
    sort: value("sort"),
    fold: value("fold"),
    words: value("as") === "words",
    exact: value("exact") === "true",
    explain: value("explain") === "1",
  };
};

/** @param {Record<string, string | number | string[] | undefined>} state */
const href = (state) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    for (const one of [value ?? []].flat()) {
      if (one) query.append(name, String(one));
    }
  }
  // Colons are plain in a query, and an entity id reads better with them.
  const text = query.toString().replaceAll("%3A", ":");
  return text ? `/?${text}` : "/";
};

/** @param {Partial<SearchRoute>} route */
export const searchHref = (route) =>
  href({
    ...Object.fromEntries(searchFields.map((name) => [name, route[name]])),
    as: route.words ? "words" : undefined,
    exact: route.exact ? "true" : undefined,
    explain: route.explain ? "1" : undefined,
  });

/** @param {string} id */
export const entityHref = (id) => href({ entity: id });

/** @param {string} from  @param {string} to  ids or names */
export const pathHref = (from, to) => href({ connect: from, with: to });

/** @param {string} id  "" for all */
export const judgementsHref = (id) => href({ judgements: id || "all" });

/** @param {string} id  @param {number} hops */
export const graphHref = (id, hops) => href({ entity: id, hops });

/**
 * The graph around an entity as a file.
 * @param {string} id
 * @param {number} hops
 * @param {string} format
 */
export const exportHref = (id, hops, format) =>
  `/v1/export/graph?${new URLSearchParams({
    entity: id,
    hops: String(hops),
    format,
  })}`;

/**
 * @param {string} id
 * @param {{begin?: number, end?: number, in_title?: boolean}} [place]
 */
export const articleHref = (id, { begin, end, in_title } = {}) => {
  const known = begin !== undefined && end !== undefined && begin < end;
  const at = known ? `${in_title ? "title-" : ""}${begin}-${end}` : undefined;
  return href({ article: id, at });
};

const questionForms = [
  /\b(related|connected|linked|connection) (to|with)\s+\S/i,
  /^(who|what|which|where|how|when)\s+\S/i,
  /[?\uff1f]$/,
];

// `smelters in Tennessee`: a question if the server understands it, words to
// search for if not.
const shortForms = [
  /\S\s+(in|of|that|and|by)\s+\S/i,
  /\S\s*(的|和|与|의|와|과|에)\s*\S/,
];

/** @param {string} q */
export const isQuestion = (q) =>
  questionForms.some((form) => form.test(q.trim()));

/**
 * Whether `q` may be a question for /v1/ask rather than words to search for.
 * The server alone decides; this only spares it the plain searches.
 * @param {string} q
 */
export const mayBeQuestion = (q) =>
  isQuestion(q) || shortForms.some((form) => form.test(q.trim()));

/**
 * What is still being typed: `related to kor` asks for entities like `kor`.
 * @param {string} typed
 */
export const splitQuestion = (typed) => {
  const found = /^(.*\brelated to\s+)(.*)$/i.exec(typed);
  return found
    ? { question: found[1], name: found[2] }
    : { question: "", name: typed };
};
