// The JSON API: the one place that fetches (shapes: api_types.js).

/**
 * @typedef {import("./api_types.js").ArticleAnswer} ArticleAnswer
 * @typedef {import("./api_types.js").AskAnswer} AskAnswer
 * @typedef {import("./judgement_types.js").Candidates} Candidates
 * @typedef {import("./api_types.js").CentralAnswer} CentralAnswer
 * @typedef {import("./api_types.js").Community} Community
 * @typedef {import("./api_types.js").Entity} Entity
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").FactsAnswer} FactsAnswer
 * @typedef {import("./judgement_types.js").Judgement} Judgement
 * @typedef {import("./judgement_types.js").JudgementPreview} JudgementPreview
 * @typedef {import("./judgement_types.js").JudgementsAnswer} JudgementsAnswer
 * @typedef {import("./api_types.js").Neighbourhood} Neighbourhood
 * @typedef {import("./api_types.js").NewAnswer} NewAnswer
 * @typedef {import("./api_types.js").PathAnswer} PathAnswer
 * @typedef {import("./api_types.js").RelatedAnswer} RelatedAnswer
 * @typedef {import("./api_types.js").RelationsAnswer} RelationsAnswer
 * @typedef {import("./api_types.js").SearchAnswer} SearchAnswer
 * @typedef {import("./api_types.js").SearchRequest} SearchRequest
 * @typedef {import("./api_types.js").Stats} Stats
 * @typedef {import("./api_types.js").Suggestion} Suggestion
 * @typedef {import("./api_types.js").TimelineAnswer} TimelineAnswer
 */

/** An answer that is no answer: what the server said, or that it is silent. */
export class ApiError extends Error {
  /**
   * @param {string} title
   * @param {string} detail
   * @param {number} status  0 where no answer came
   * @param {string} [request_id]
   */
  constructor(title, detail, status, request_id) {
    super(detail || title);
    this.name = "ApiError";
    this.title = title;
    this.detail = detail;
    this.status = status;
    this.request_id = request_id;
  }
}

/** @param {Response} response */
const errorOf = async (response) => {
  const problem = await response.json().catch(() => ({}));
  return new ApiError(
    problem.title ?? response.statusText ?? "Error",
    problem.detail ?? `The server answered with status ${response.status}.`,
    response.status,
    problem.request_id,
  );
};

/**
 * @param {string} path
 * @param {Record<string, string | number | string[] | undefined>} parameters
 */
export const address = (path, parameters = {}) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value ?? []].flat()) {
      if (one !== "") query.append(name, String(one));
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
};

/**
 * Throws ApiError, or an AbortError once `signal` fires.
 * @param {string} url
 * @param {AbortSignal} [signal]
 * @param {{method: string, body?: string}} [write]
 */
const get = async (url, signal, write) => {
  let response;
  try {
    response = await fetch(url, {
      signal,
      headers: {
        Accept: "application/json",
        ...(write?.body && { "Content-Type": "application/json" }),
      },
      ...write,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError("No answer", "The server cannot be reached.", 0);
  }
  if (!response.ok) throw await errorOf(response);
  return response.json();
};

/** @param {string} id */
const entityPath = (id) => `/v1/entities/${encodeURIComponent(id)}`;

/**
 * @param {SearchRequest} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<SearchAnswer>}
 */
export const search = (request, signal) =>
  get(address("/v1/search", { ...request }), signal);

/**
 * @param {string} q
 * @param {AbortSignal} [signal]
 * @returns {Promise<{suggestions: Suggestion[]}>}
 */
export const suggest = (q, signal) =>
  get(address("/v1/suggest", { q, limit: 8 }), signal);

/**
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<ArticleAnswer>}
 */
export const article = (id, signal) =>
  get(`/v1/articles/${encodeURIComponent(id)}`, signal);

/**
 * What else tells of the same.
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<import("./api_types.js").SimilarArticle[]>}
 */
export const similar = async (id, signal) => {
  const path = `/v1/articles/${encodeURIComponent(id)}/similar`;
  return (await get(address(path, { limit: 6 }), signal)).similar;
};

/**
 * Who told the same news.
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<import("./api_types.js").Story>}
 */
export const story = (id, signal) => {
  const path = `/v1/articles/${encodeURIComponent(id)}/story`;
  return get(address(path, { limit: 20 }), signal);
};

/**
 * Most reported first.
 * @param {{q?: string, type?: string, limit?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<{entities: EntitySummary[], total?: number}>}
 */
export const entities = (request, signal) =>
  get(address("/v1/entities", request), signal);

/**
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<{entity: Entity}>}
 */
export const entity = (id, signal) => get(entityPath(id), signal);

/**
 * @param {string} id
 * @param {{type?: string, limit?: number, cursor?: string}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<RelatedAnswer>}
 */
export const related = (id, request, signal) =>
  get(address(`${entityPath(id)}/related`, request), signal);

/**
 * @param {string} id
 * @param {{limit?: number, cursor?: string}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<RelationsAnswer>}
 */
export const relations = (id, request, signal) =>
  get(address(`${entityPath(id)}/relations`, request), signal);

/**
 * @param {{entity: string[], hops?: number, max_nodes?: number,
 *   max_edges?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<Neighbourhood>}
 */
export const neighbourhood = (request, signal) =>
  get(address("/v1/graph/neighborhood", request), signal);

/**
 * @param {string} q
 * @param {AbortSignal} [signal]
 * @returns {Promise<AskAnswer>}
 */
export const ask = (q, signal) => get(address("/v1/ask", { q }), signal);

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Stats>}
 */
export const stats = (signal) => get("/v1/stats", signal);

/**
 * @param {{from: string, to: string, limit?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<PathAnswer>}
 */
export const paths = (request, signal) =>
  get(address("/v1/graph/path", request), signal);

/**
 * @param {string} id
 * @param {{limit?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<TimelineAnswer>}
 */
export const timeline = (id, request, signal) =>
  get(address(`${entityPath(id)}/timeline`, request), signal);

/**
 * @param {string} id
 * @param {{limit?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<FactsAnswer>}
 */
export const facts = (id, request, signal) =>
  get(address(`${entityPath(id)}/facts`, request), signal);

/**
 * @param {string} id
 * @param {{limit?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<{community?: Community}>}
 */
export const community = (id, request, signal) =>
  get(address(`${entityPath(id)}/community`, request), signal);

/**
 * @param {{limit?: number, members?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<{communities: Community[]}>}
 */
export const communities = (request, signal) =>
  get(address("/v1/graph/communities", request), signal);

/**
 * @param {{from?: string, to?: string, limit?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<CentralAnswer>}
 */
export const central = (request, signal) =>
  get(address("/v1/graph/central", request), signal);

/**
 * @param {{days?: number, limit?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<NewAnswer>}
 */
export const news = (request, signal) =>
  get(address("/v1/graph/new", request), signal);

/**
 * @param {{entity?: string, limit?: number}} request
 * @param {AbortSignal} [signal]
 * @returns {Promise<JudgementsAnswer>}
 */
export const judgements = (request, signal) =>
  get(address("/v1/judgements", request), signal);

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Candidates>}
 */
export const candidates = (signal) =>
  get("/v1/judgements/candidates", signal);

/**
 * What a judgement would change.
 * @param {object} judgement
 * @returns {Promise<JudgementPreview>}
 */
export const previewJudgement = (judgement) =>
  get("/v1/judgements?preview=true", undefined, {
    method: "POST",
    body: JSON.stringify(judgement),
  });

/**
 * @param {object} judgement
 * @returns {Promise<{judgement: Judgement}>}
 */
export const judge = (judgement) =>
  get("/v1/judgements", undefined, {
    method: "POST",
    body: JSON.stringify(judgement),
  });

/**
 * @param {string} id  of a judgement
 * @param {string} by
 * @returns {Promise<{judgement: Judgement}>}
 */
export const undo = (id, by) =>
  get(address(`/v1/judgements/${encodeURIComponent(id)}`, { by }), undefined, {
    method: "DELETE",
  });
