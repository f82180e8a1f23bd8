// The page itself: shows the view that the address names, follows links, and
// runs the search box. The one module that touches the document.
import * as api from "./api.js";
import { doneNotice, previewView } from "./curation_view.js";
import { find } from "./elements.js";
import { drawGraph } from "./graph_drawing.js";
import { graphPalette } from "./graph_palette.js";
import { html } from "./html.js";
import { errorNotice, errorView, skeleton } from "./notice_view.js";
import { judgementOf } from "./judgement_form.js";
import { readRoute, splitQuestion } from "./route.js";
import {
  afterKey,
  noSuggestions,
  optionId,
  optionsFor,
  suggestionList,
} from "./suggestions.js";
import { loadView } from "./views.js";
import { count } from "./words.js";

/**
 * @typedef {import("./views.js").View} View
 * @typedef {import("./html.js").Html} Html
 */

const main = find("main", HTMLElement);
const status = find("[role=status]", HTMLElement);
const box = find(".search-box", HTMLInputElement);
const list = find(".options", HTMLElement);

const skeletonDelay = 200; // ms: faster answers replace the old view at once
const hasKeyboard = matchMedia("(pointer: fine)").matches;
const typingPause = 90; // ms without a key before suggestions are asked for

/** @type {AbortController} */
let loading = new AbortController();
/** @type {View | null} */
let shown = null;
/** @type {import("./vendor/cytoscape.js").Core | null} */
let drawing = null;

/** @param {Element} element  @param {Html} content */
const put = (element, content) => {
  element.innerHTML = content.toString();
};

/** @param {string} text */
const say = (text) => {
  status.textContent = text;
};

// The view.

/** @typedef {{scroll: number, lists: number}} Visit  what history remembers */

/** @returns {Visit} */
const visit = () => history.state ?? { scroll: 0, lists: 1 };

/**
 * Shows the view of the address; stale requests are dropped.
 * @param {Visit} remembered
 */
const show = async (remembered) => {
  loading.abort();
  loading = new AbortController();
  const { signal } = loading;
  const route = readRoute(location.search);
  closeSuggestions();
  box.value = route.view === "search" ? route.q : "";
  document.body.dataset.view = route.view;
  main.setAttribute("aria-busy", "true");
  const patience = setTimeout(() => {
    stopDrawing();
    put(main, skeleton());
    say("Loading");
  }, skeletonDelay);
  try {
    const view = await loadView(route, signal);
    if (signal.aborted) return;
    place(view);
  } catch (error) {
    if (signal.aborted) return;
    place({ title: "Lode", status: "", content: errorView(error) });
  } finally {
    clearTimeout(patience);
  }
  await loadMoreLists(remembered.lists, signal);
  if (signal.aborted) return;
  main.removeAttribute("aria-busy");
  settle(remembered);
};

/** @param {View} view */
const place = (view) => {
  stopDrawing();
  shown = view;
  document.title = view.title;
  put(main, view.content);
  say(view.status);
  if (view.graph) startDrawing(view.graph);
};

/**
 * Where reading goes on: at the sentence the address names, where one was
 * before, or at the top.
 * @param {Visit} remembered
 */
const settle = ({ scroll }) => {
  const sentence = main.querySelector("[data-sentence]");
  if (document.activeElement === document.body) {
    const control =
      field && main.querySelector(`[name="${CSS.escape(field)}"]`);
    const start = document.body.dataset.view === "start" && hasKeyboard;
    const target = control || (start ? box : main.querySelector("h1"));
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }
  field = "";
  if (sentence && scroll === 0) sentence.scrollIntoView({ block: "center" });
  else scrollTo(0, scroll);
};

/** The name of the control that had the focus when the view was left. */
let field = "";

/** @param {string} address  of this page */
const go = (address) => {
  const active = document.activeElement;
  field = (main.contains(active) && active?.getAttribute("name")) || "";
  box.blur();
  history.replaceState({ ...visit(), scroll: scrollY }, "");
  history.pushState({ scroll: 0, lists: 1 }, "", address);
  show(visit());
};

// More of a list.

/** @param {AbortSignal} signal */
const loadMore = async (signal) => {
  const button = main.querySelector("[data-action=more]");
  if (!(button instanceof HTMLButtonElement) || !shown?.more) return null;
  button.disabled = true;
  try {
    const more = await shown.more(button.dataset.cursor ?? "", signal);
    const items = find("ol", HTMLOListElement, button.parentElement ?? main);
    const before = items.children.length;
    items.insertAdjacentHTML("beforeend", html`${more.items}`.toString());
    if (more.next_cursor) {
      button.dataset.cursor = more.next_cursor;
      button.disabled = false;
    } else {
      button.remove();
    }
    say(`${more.items.length} more`);
    return items.children[before] ?? null;
  } catch (error) {
    button.disabled = false;
    if (!signal.aborted)
      say(`No more came: ${/** @type {Error} */ (error).message}`);
    return null;
  }
};

/** @param {number} lists  how many were open  @param {AbortSignal} signal */
const loadMoreLists = async (lists, signal) => {
  for (let i = 1; i < lists; ++i) await loadMore(signal);
};

const showMore = async () => {
  const first = await loadMore(loading.signal);
  if (!first) return;
  history.replaceState({ ...visit(), lists: visit().lists + 1 }, "");
  first.querySelector("a")?.focus();
};

// The graph.

const stopDrawing = () => {
  drawing?.destroy();
  drawing = null;
};

/** @param {import("./api_types.js").Neighbourhood} graph */
const startDrawing = async (graph) => {
  const canvas = main.querySelector("[data-graph]");
  if (!(canvas instanceof HTMLElement)) return;
  const { default: cytoscape } = await import("./vendor/cytoscape.js");
  if (!canvas.isConnected) return;
  drawing = drawGraph(cytoscape, canvas, graph, {
    palette: graphPalette(),
    open: (id) => go(`/?entity=${encodeURIComponent(id)}`),
    say,
  });
  canvas.dataset.nodes = String(drawing.nodes().length);
};

// The search box.

let suggestions = noSuggestions;
let asking = new AbortController();
let pause = 0;

const showSuggestions = () => {
  const open = suggestions.options.length > 0;
  put(list, suggestionList(suggestions));
  list.hidden = !open;
  box.setAttribute("aria-expanded", String(open));
  if (suggestions.active < 0) box.removeAttribute("aria-activedescendant");
  else box.setAttribute("aria-activedescendant", optionId(suggestions.active));
  list.querySelector("[aria-selected=true]")?.scrollIntoView({
    block: "nearest",
  });
};

const closeSuggestions = () => {
  clearTimeout(pause);
  asking.abort();
  suggestions = noSuggestions;
  showSuggestions();
};

const askForSuggestions = async () => {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const typed = box.value;
  const name = splitQuestion(typed).name.trim();
  if (!name) return closeSuggestions();
  try {
    const answer = await api.suggest(name, signal);
    if (signal.aborted) return;
    suggestions = {
      options: optionsFor(typed, answer.suggestions),
      active: -1,
    };
    showSuggestions();
    say(count(suggestions.options.length, "suggestion"));
  } catch {
    if (!signal.aborted) closeSuggestions();
  }
};

/** @param {number} index */
const choose = (index) => {
  const option = suggestions.options[index];
  if (option) go(option.href);
};

box.addEventListener("input", () => {
  clearTimeout(pause);
  pause = window.setTimeout(askForSuggestions, typingPause);
});

box.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // Enter and arrows belong to the input method.
  if (event.key === "Enter" && suggestions.active >= 0) {
    event.preventDefault();
    choose(suggestions.active);
  } else if (["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) {
    if (suggestions.options.length === 0) return;
    event.preventDefault();
    suggestions = afterKey(suggestions, event.key);
    showSuggestions();
  }
});

box.addEventListener("blur", closeSuggestions);
list.addEventListener("mousedown", (event) => {
  event.preventDefault(); // The box keeps the focus.
  const item = /** @type {Element} */ (event.target).closest("[data-option]");
  if (item instanceof HTMLElement) choose(Number(item.dataset.option));
});

// Links, forms, keys.

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  const action = target.closest("[data-action]")?.getAttribute("data-action");
  if (action === "retry") show(visit());
  if (action === "more") showMore();

  const link = target.closest("a");
  const plain = !(
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey
  );
  if (!link || !plain || event.button !== 0 || event.defaultPrevented) return;
  if (link.origin !== location.origin || link.pathname !== "/") return;
  event.preventDefault();
  if (link.hash) main.focus();
  else go(link.href);
});

// Judgements.

const curatorKey = "lode-curator";

// The name of whoever judges is asked for once.
main.addEventListener(
  "toggle",
  () => {
    for (const input of main.querySelectorAll("[data-judge] [name=by]")) {
      if (input instanceof HTMLInputElement && !input.value)
        input.value = localStorage.getItem(curatorKey) ?? "";
    }
  },
  true,
);

/** Shows the view anew, and above it what was done. @param {Html} notice */
const showDone = async (notice) => {
  await show({ ...visit(), scroll: scrollY });
  main.insertAdjacentHTML("afterbegin", notice.toString());
  say(main.querySelector(".done p")?.textContent ?? "");
};

/**
 * @param {HTMLFormElement} form
 * @param {string} step  "preview" or "apply"
 */
const judge = async (form, step) => {
  const effect = find("output", HTMLElement, form);
  try {
    const judgement = await judgementOf(new FormData(form), api.entities);
    localStorage.setItem(curatorKey, judgement.by);
    if (step === "preview") {
      put(effect, previewView(await api.previewJudgement(judgement)));
    } else {
      const { judgement: done } = await api.judge(judgement);
      await showDone(doneNotice(done));
    }
  } catch (error) {
    put(effect, errorNotice(error));
  }
};

/** @param {HTMLFormElement} form */
const undo = async (form) => {
  const fields = new FormData(form);
  const by = localStorage.getItem(curatorKey) || window.prompt("Your name");
  if (!by) return;
  localStorage.setItem(curatorKey, by);
  try {
    const { judgement } = await api.undo(String(fields.get("id")), by);
    await showDone(doneNotice({ ...judgement, id: undefined }));
  } catch (error) {
    put(form, errorNotice(error));
  }
};

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.matches("[data-undo]")) return undo(form);
  if (form.matches("[data-judge]")) {
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    return judge(form, button?.value ?? "preview");
  }
  const fields = new FormData(form);
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    if (typeof value === "string" && value.trim())
      query.append(name, value.trim());
  }
  const text = query.toString().replaceAll("%3A", ":");
  go(text ? `/?${text}` : "/");
});

document.addEventListener("change", (event) => {
  const control = /** @type {Element} */ (event.target);
  if (control.closest("[data-judge]")) return;
  if (control instanceof HTMLSelectElement || control.matches(".filters-fold"))
    /** @type {HTMLInputElement} */ (control).form?.requestSubmit();
});

document.addEventListener("keydown", (event) => {
  const typing = /** @type {Element} */ (event.target).closest(
    "input, select, textarea",
  );
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  box.focus();
  box.select();
});

addEventListener("popstate", () => show(visit()));
addEventListener("scrollend", () => {
  if (main.hasAttribute("aria-busy")) return;
  history.replaceState({ ...visit(), scroll: scrollY }, "");
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  if (!shown?.graph) return;
  stopDrawing();
  startDrawing(shown.graph);
});

history.scrollRestoration = "manual";
show(visit());
