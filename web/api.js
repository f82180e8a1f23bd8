// The JSON API: its shapes (docs/api.md), and the one place that fetches.

/**
 * Offsets and marks are code points, half-open. What is absent is not known.
 *
 * @typedef {[number, number]} Mark
 *
 * @typedef {object} EntitySummary
 * @property {string} id
 * @property {string} name
 * @property {string} type
 * @property {number} [article_count]
 * @property {number} [story_count]
 * @property {string} [matched]  the name or alias that fits the query
 *
 * @typedef {EntitySummary & EntityMore} Entity
 * @typedef {object} EntityMore
 * @property {string[]} [aliases]
 * @property {string} [first_reported]
 * @property {string} [last_reported]
 * @property {number} [edge_count]
 *
 * @typedef {object} ArticleHead
 * @property {string} id
 * @property {string} [title]
 * @property {string} [url]
 * @property {string} [source]
 * @property {string} [published]
 * @property {string} [language]
 * @property {"article" | "brief"} [kind]
 * @property {string[]} [authors]
 *
 * @typedef {ArticleHead & {body?: string, archive?: string, record?: number}}
 *   Article
 *
 * @typedef {ArticleHead & HitMore} Hit
 * @typedef {object} HitMore
 * @property {number} [score]
 * @property {Mark[]} [title_marks]
 * @property {{text: string, marks: Mark[]}} [snippet]
 *
 * @typedef {object} SearchAnswer
 * @property {string} query
 * @property {string} [read_as]
 * @property {string[]} [notes]
 * @property {number} total
 * @property {"eq" | "gte"} [total_relation]
 * @property {Hit[]} hits
 * @property {EntitySummary[]} [entities]
 * @property {string} [next_cursor]
 *
 * @typedef {object} Suggestion
 * @property {string} kind
 * @property {EntitySummary} [entity]
 * @property {string} [matched]
 * @property {string} [match]
 *
 * @typedef {object} Evidence
 * @property {string} article
 * @property {string} [title]
 * @property {string} [source]
 * @property {string} [published]
 * @property {string} sentence
 * @property {Mark[]} [marks]
 * @property {number} [begin]
 * @property {number} [end]
 * @property {boolean} [in_title]
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} [confidence]
 * @property {string} [date]
 * @property {string} [rule]
 *
 * @typedef {object} RelationReason
 * @property {"relation"} kind
 * @property {string} type
 * @property {"in" | "out"} direction
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} stories
 *
 * @typedef {object} AssociationReason
 * @property {"association"} kind
 * @property {number} lift  observed / expected stories that name both
 * @property {number} stories
 *
 * @typedef {RelationReason | AssociationReason} Reason
 *
 * @typedef {object} Related
 * @property {EntitySummary} entity
 * @property {number} score
 * @property {Reason[]} reasons
 * @property {Evidence[]} evidence
 *
 * @typedef {object} RelatedAnswer
 * @property {EntitySummary} entity
 * @property {Related[]} related
 * @property {number} total
 * @property {string} [next_cursor]
 *
 * @typedef {object} Edge
 * @property {string} type
 * @property {EntitySummary} source
 * @property {EntitySummary} target
 * @property {"in" | "out"} direction
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} [confidence]
 * @property {number} stories
 * @property {string} [first_reported]
 * @property {string} [last_reported]
 * @property {Evidence[]} evidence
 *
 * @typedef {object} RelationsAnswer
 * @property {Edge[]} relations
 * @property {number} total
 * @property {string} [next_cursor]
 *
 * @typedef {object} Neighbourhood
 * @property {EntitySummary[]} nodes
 * @property {GraphEdge[]} edges
 * @property {number} [nodes_left_out]
 * @property {number} [edges_left_out]
 *
 * An edge without a type: the two are named together.
 * @typedef {object} GraphEdge
 * @property {string} source
 * @property {string} target
 * @property {string} [type]
 * @property {number} [weight]  0..1
 * @property {string} [modality]
 * @property {boolean} [negated]
 *
 * @typedef {object} RelationSummary
 * @property {string} type
 * @property {EntitySummary} source
 * @property {EntitySummary} target
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} stories
 * @property {Evidence[]} [evidence]
 *
 * A step: a relation, or two names that stand together.
 * @typedef {object} PathEdge
 * @property {"relation" | "association"} kind
 * @property {string} [type]
 * @property {EntitySummary} source
 * @property {EntitySummary} target
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} [more_relations]
 * @property {number} lift  of an association
 * @property {number} stories
 * @property {Evidence[]} evidence
 *
 * @typedef {{score: number, nodes: EntitySummary[], edges: PathEdge[]}} Path
 *
 * @typedef {object} PathAnswer
 * @property {EntitySummary} from
 * @property {EntitySummary} to
 * @property {Path[]} paths
 * @property {string} [message]
 *
 * @typedef {object} TimelineEvent
 * @property {string} relation  its id
 * @property {string} type
 * @property {EntitySummary} source
 * @property {EntitySummary} target
 * @property {string} [published]
 * @property {string} modality
 * @property {boolean} negated
 * @property {Evidence} evidence
 *
 * @typedef {object} TimelineAnswer
 * @property {TimelineEvent[]} events
 * @property {number} total
 *
 * @typedef {object} FactPoint
 * @property {number} value
 * @property {string} [date]
 * @property {boolean} [disputed]
 * @property {Evidence} evidence
 *
 * @typedef {object} FactSeries
 * @property {EntitySummary} entity
 * @property {string} measure
 * @property {EntitySummary} [commodity]
 * @property {string} unit
 * @property {FactPoint[]} points  oldest first
 *
 * @typedef {object} FactsAnswer
 * @property {EntitySummary} entity
 * @property {FactSeries[]} series
 * @property {number} total
 *
 * @typedef {object} Community
 * @property {string} id
 * @property {string} name
 * @property {number} member_count
 * @property {EntitySummary[]} members
 *
 * @typedef {object} CentralAnswer
 * @property {{entity: EntitySummary, score: number, stories: number}[]} entities
 *
 * @typedef {object} NewAnswer
 * @property {string} [from]
 * @property {string} [to]
 * @property {EntitySummary[]} entities
 * @property {RelationSummary[]} relations
 *
 * @typedef {object} Mention
 * @property {number} begin
 * @property {number} end
 * @property {boolean} [in_title]
 * @property {string} type
 * @property {string} entity
 * @property {string} [name]
 * @property {boolean} [nominal]
 *
 * @typedef {object} ArticleRelation
 * @property {string} type
 * @property {string} source
 * @property {string} target
 * @property {string} [source_name]
 * @property {string} [target_name]
 * @property {number} begin
 * @property {number} end
 * @property {boolean} [in_title]
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {string} [date]
 *
 * @typedef {object} ArticleAnswer
 * @property {Article} article
 * @property {Mention[]} [mentions]
 * @property {ArticleRelation[]} [relations]
 *
 * @typedef {object} Reading
 * @property {"related" | "path" | "entities" | "placed" | "facts" | "events"
 *   | "both"} kind
 * @property {EntitySummary} [entity]
 * @property {EntitySummary} [other]
 * @property {EntitySummary} [place]
 *
 * Some words of a question, what they were taken for, and what else they may
 * mean: each alternative is a whole question.
 * @typedef {object} QuestionPart
 * @property {string} text
 * @property {string} role
 * @property {string} value
 * @property {EntitySummary} [entity]
 * @property {{label: string, question: string}[]} [alternatives]
 *
 * @typedef {object} AnsweredFact
 * @property {EntitySummary} entity
 * @property {string} measure
 * @property {EntitySummary} [commodity]
 * @property {number} value
 * @property {string} unit
 * @property {string} [date]
 * @property {boolean} [disputed]
 * @property {Evidence} evidence
 *
 * What an answer has depends on the kind of its question.
 * @typedef {object} Answer
 * @property {EntitySummary} [entity]
 * @property {Related[]} [related]
 * @property {number} [total]
 * @property {{entity: EntitySummary, edges: StatedEdge[]}[]} [entities]
 * @property {StatedEdge[]} [edges]
 * @property {Path[]} [paths]
 * @property {AnsweredFact[]} [facts]
 * @property {TimelineEvent[]} [events]
 * @property {Evidence[]} [articles]
 *
 * An edge as seen from neither end.
 * @typedef {Omit<Edge, "direction">} StatedEdge
 *
 * @typedef {object} AskAnswer
 * @property {string} question
 * @property {Reading | null} reading
 * @property {QuestionPart[]} [parts]
 * @property {Answer} [answer]
 * @property {string} [not_understood]
 * @property {string} [message]  why there is no answer
 * @property {string[]} [suggestions]
 *
 * @typedef {object} Stats
 * @property {number} articles
 * @property {number} [briefs]
 * @property {number} [stories]
 * @property {number} [entities]
 * @property {number} [edges]
 * @property {number} [evidence]
 * @property {number} [facts]
 * @property {number} [mentions]
 * @property {{source: string, count: number}[]} [by_source]
 * @property {{language: string, count: number}[]} [by_language]
 * @property {string} [generation]
 * @property {string} [created]
 *
 * An entity that a judgement names; without a name it is not in the archive.
 * @typedef {{id: string, name?: string, type?: string, was?: string}} Judged
 *
 * @typedef {object} Judgement
 * @property {string} [id]
 * @property {string} [at]
 * @property {string} by
 * @property {string} action
 * @property {Judged} [entity]
 * @property {Judged} [other]
 * @property {string} [name]
 * @property {string} [type]
 * @property {{relation: string, source: Judged, target: Judged,
 *   article: string, sentence: string}} [evidence]
 * @property {string} [note]
 * @property {"applied" | "undone" | "dormant" | "conflict"} status
 * @property {string} [conflicts_with]
 * @property {boolean} [waits_for_build]
 * @property {{at: string, by: string, note?: string}} [undone]
 *
 * @typedef {object} JudgementsAnswer
 * @property {Judgement[]} judgements
 * @property {number} total
 * @property {string[]} problems
 *
 * @typedef {object} JudgementPreview
 * @property {Judgement} judgement
 * @property {Entity[]} before
 * @property {Entity[]} after
 * @property {{stories: number}} [edge_before]
 * @property {{stories: number}} [edge_after]
 *
 * @typedef {object} Candidates
 * @property {{entity: EntitySummary, other: EntitySummary, score: number,
 *   reason: string, shared: EntitySummary[]}[]} merges
 * @property {{entity: EntitySummary, groups: EntitySummary[][]}[]} splits
 *
 * @typedef {object} SearchRequest
 * @property {string} [q]
 * @property {string[]} [entity]
 * @property {string[]} [source]
 * @property {string[]} [lang]
 * @property {string} [from]
 * @property {string} [to]
 * @property {string} [sort]
 * @property {number} [limit]
 * @property {string} [cursor]
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
