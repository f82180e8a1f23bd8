// From a route to what stands on the screen: which answers a view needs, and
// the view made of them.
import * as api from "./api.js";
import { articleView } from "./article_view.js";
import { curationView } from "./curation_view.js";
import { entityView } from "./entity_view.js";
import { connected, graphView, withReservations } from "./graph_view.js";
import { titleOf } from "./parts.js";
import { pathView } from "./path_view.js";
import { answerCount, questionView } from "./question_view.js";
import { relatedItem } from "./related_view.js";
import { isQuestion, mayBeQuestion } from "./route.js";
import { hitItem, searchView, totalText } from "./search_view.js";
import { startView } from "./start_view.js";
import { count } from "./words.js";

/**
 * @typedef {import("./html.js").Html} Html
 * @typedef {import("./route.js").Route} Route
 * @typedef {import("./route.js").SearchRoute} SearchRoute
 * @typedef {import("./api_types.js").Neighbourhood} Neighbourhood
 *
 * @typedef {object} View
 * @property {string} title  of the document
 * @property {string} status  said aloud once it stands
 * @property {Html} content
 * @property {Neighbourhood} [graph]  to be drawn
 * @property {(cursor: string, signal: AbortSignal) => Promise<More>} [more]
 *
 * More items for the list of a view.
 * @typedef {{items: Html[], next_cursor?: string}} More
 */

const startTypes = [
  "company",
  "commodity",
  "facility",
  "person",
  "government",
  "place",
];

const month = 31 * 86_400_000;

/**
 * What is new, what the last month turned on, what belongs together; null
 * where one could not be had.
 * @param {AbortSignal} signal
 * @returns {Promise<import("./start_view.js").Overview>}
 */
const loadOverview = async (signal) => {
  const communities = api
    .communities({ limit: 6, members: 6 }, signal)
    .catch(() => null);
  const news = await api.news({ days: 7, limit: 8 }, signal).catch(() => null);
  const end = Date.parse(news?.to ?? "");
  const from = Number.isNaN(end) ? "" : new Date(end - month).toISOString();
  const central = await api
    .central({ from: from.replace(".000Z", "Z"), limit: 10 }, signal)
    .catch(() => null);
  return { news, central, communities: await communities };
};

/** @param {AbortSignal} signal @returns {Promise<View>} */
const loadStart = async (signal) => {
  const [stats, overview, ...answers] = await Promise.all([
    api.stats(signal),
    loadOverview(signal),
    ...startTypes.map((type) => api.entities({ type, limit: 6 }, signal)),
  ]);
  const groups = answers.map(({ entities }, i) => ({
    type: startTypes[i],
    entities,
  }));
  return {
    title: "Lode",
    status: "",
    content: startView(stats, groups, overview),
  };
};

/** @param {string} day  the first instant of the day after it, or "" */
const dayAfter = (day) => {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return "";
  return new Date(time + 86_400_000).toISOString().replace(".000Z", "Z");
};

/** @param {SearchRoute} route @returns {api.SearchRequest} */
export const searchRequest = (route) => ({
  q: route.q,
  entity: route.names,
  source: route.source,
  lang: route.lang,
  year: route.year,
  kind: route.kind,
  from: route.from && `${route.from}T00:00:00Z`,
  to: dayAfter(route.to),
  sort: route.sort,
  fold: route.fold,
  exact: route.exact ? "true" : "",
  explain: route.explain ? "true" : "",
  limit: 20,
});

/** What the first page tells of all that is found. */
const counted = {
  facet: ["source", "lang", "year", "kind", "entity"],
  histogram: "month",
};

/**
 * @param {SearchRoute} route
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
const loadSearch = async (route, signal) => {
  const asked =
    mayBeQuestion(route.q) && !route.words
      ? await api.ask(route.q, signal)
      : null;
  if (asked?.reading) return loadAnswer(route, asked, signal);

  const request = searchRequest(route);
  const [answer, named] = await Promise.all([
    api.search({ ...request, ...counted }, signal),
    route.names.length === 1
      ? api.entity(route.names[0], signal).catch(() => null)
      : Promise.resolve(null),
  ]);
  return {
    title: `${route.q || named?.entity.name || "Articles"} – Lode`,
    status: totalText(answer),
    content: searchView({
      route,
      answer,
      named: named?.entity ?? null,
      asked: isQuestion(route.q) ? asked : null,
    }),
    more: async (cursor, moreSignal) => {
      const next = await api.search({ ...request, cursor }, moreSignal);
      return { items: next.hits.map(hitItem), next_cursor: next.next_cursor };
    },
  };
};

/**
 * @param {SearchRoute} route
 * @param {api.AskAnswer} asked  understood
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
const loadAnswer = async (route, asked, signal) => {
  const subject = asked.reading?.entity;
  const graph =
    subject &&
    (await neighbourhood(subject.id, nearest, signal).catch(() => null));
  return {
    title: `${route.q} – Lode`,
    status: asked.message ?? answerCount(asked),
    content: questionView(asked, graph ?? null),
    graph: graph ?? undefined,
    more: subject && moreRelated(subject),
  };
};

/**
 * @param {string} id
 * @param {{hops: number, max_nodes: number, max_edges: number}} bounds
 * @param {AbortSignal} signal
 */
const neighbourhood = async (id, bounds, signal) => {
  const [graph, { relations }] = await Promise.all([
    api.neighbourhood({ entity: [id], ...bounds }, signal),
    api.relations(id, { limit: 200 }, signal),
  ]);
  return withReservations(connected(graph), relations);
};

/** What fits beside a text. */
const nearest = { hops: 1, max_nodes: 16, max_edges: 30 };

/** What fits on a view of its own. */
const wide = { max_nodes: 40, max_edges: 90 };

/** @param {api.EntitySummary} subject */
const moreRelated =
  (subject) =>
  /** @type {NonNullable<View["more"]>} */
  async (cursor, signal) => {
    const next = await api.related(subject.id, { cursor }, signal);
    return {
      items: next.related.map((one) => relatedItem(one, subject)),
      next_cursor: next.next_cursor,
    };
  };

/**
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
const loadEntity = async (id, signal) => {
  const { entity } = await api.entity(id, signal);
  const [related, relations, graph, articles, timeline, facts, community] =
    await Promise.allSettled([
      api.related(id, { limit: 12 }, signal),
      api.relations(id, { limit: 200 }, signal),
      neighbourhood(id, nearest, signal),
      api.search({ entity: [id], sort: "newest", limit: 8 }, signal),
      api.timeline(id, { limit: 30 }, signal),
      api.facts(id, { limit: 12 }, signal),
      api.community(id, { limit: 8 }, signal),
    ]);
  return {
    title: `${entity.name} – Lode`,
    status: entity.name,
    content: entityView({
      entity,
      related,
      relations,
      graph,
      articles,
      timeline,
      facts,
      community,
    }),
    graph: graph.status === "fulfilled" ? graph.value : undefined,
    more: moreRelated(entity),
  };
};

/**
 * @param {{from: string, to: string}} route
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
const loadPath = async (route, signal) => {
  const answer =
    route.from && route.to ? await api.paths({ ...route }, signal) : null;
  return {
    title: answer
      ? `${answer.from.name} and ${answer.to.name} – Lode`
      : "Connections – Lode",
    status: answer ? count(answer.paths.length, "path") : "",
    content: pathView(route, answer),
  };
};

/**
 * @param {string} id
 * @param {number} hops
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
const loadGraph = async (id, hops, signal) => {
  const [{ entity }, graph] = await Promise.all([
    api.entity(id, signal),
    neighbourhood(id, { hops, ...wide }, signal),
  ]);
  return {
    title: `Around ${entity.name} – Lode`,
    status: count(graph.nodes.length, "entity", "entities"),
    content: graphView(entity, graph, hops),
    graph,
  };
};

/**
 * @param {string} about  entity id, or ""
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
const loadCuration = async (about, signal) => {
  const [answer, candidates] = await Promise.all([
    api.judgements({ entity: about, limit: 200 }, signal),
    about ? null : api.candidates(signal).catch(() => null),
  ]);
  return {
    title: "Judgements – Lode",
    status: count(answer.total, "judgement"),
    content: curationView(about, answer, candidates),
  };
};

/**
 * Throws ApiError, or an AbortError once `signal` fires.
 * @param {Route} route
 * @param {AbortSignal} signal
 * @returns {Promise<View>}
 */
export const loadView = async (route, signal) => {
  switch (route.view) {
    case "start":
      return loadStart(signal);
    case "search":
      return loadSearch(route, signal);
    case "entity":
      return loadEntity(route.id, signal);
    case "path":
      return loadPath({ from: route.from, to: route.to }, signal);
    case "graph":
      return loadGraph(route.id, route.hops, signal);
    case "curation":
      return loadCuration(route.about, signal);
    case "article": {
      const [answer, story, similar] = await Promise.all([
        api.article(route.id, signal),
        api.story(route.id, signal).catch(() => null),
        api.similar(route.id, signal).catch(() => []),
      ]);
      const title = titleOf(answer.article);
      return {
        title: `${title} – Lode`,
        status: title,
        content: articleView(answer, route.at, { story, similar }),
      };
    }
  }
};
