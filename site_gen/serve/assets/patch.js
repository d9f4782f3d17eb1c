// Brings an open page to its new state by changing what has changed in it and nothing else.
//
// Three pages are compared, not two: the page as it was sent, the page as it is now, and the page in
// the window, in which scripts have been at work. Only what differs between the first two is changed
// in the third, so whatever scripts have made of the page stays. Where that cannot be told for sure, nothing is
// touched and the answer is no: the page then has to be loaded again.

const parser = new DOMParser();
const ELEMENT = Node.ELEMENT_NODE;

// What does more than show something: elements that a script may hold on to, or that act by themselves.
const ACTS =
  "script, style, link, base, template, noscript, iframe, object, embed, form, input, select, textarea, button, video, audio, dialog";
const acts = (element) => element.matches(ACTS) || element.localName.includes("-");
const told = (element) => [...element.attributes].some(({ name }) => name.startsWith("data-"));

// Whether an element may come or go, with all that is in it, and no script would miss it.
const isPlain = (node) =>
  node.nodeType !== ELEMENT || [node, ...node.querySelectorAll("*")].every((e) => !acts(e) && !told(e));

// Whether other words in an element only show something else.
function isText(element) {
  if (element.localName === "script") return element.type === "application/ld+json";
  return !["style", "textarea", "option", "noscript", "template"].includes(element.localName);
}

// Whether another value of an attribute only shows something else.
function isShown(element, name) {
  if (/^(data-|on)|:/.test(name) || ["id", "name", "is", "slot"].includes(name)) return false;
  if (element.localName === "meta") return !element.httpEquiv;
  if (element.localName === "link") return ["canonical", "alternate"].includes(element.rel);
  return !acts(element);
}

// All nodes in the order of the page; the words of `noscript` are parsed in another way without scripts.
function* nodesOf(root, without = null) {
  yield root;
  if (root.localName === "noscript") return;
  for (const child of root.childNodes) if (child !== without) yield* nodesOf(child, without);
}

export class Patcher {
  /** Notes every node of the page; before any other script has touched it. `own` was not in it. */
  constructor(own) {
    this.nodes = [...nodesOf(document.documentElement, own)];
    this.sent = null; // the page as it was sent, and from then on as it is
    this.live = new Map(); // its nodes → those in the window
  }

  /** Whether the page as it was sent is known. */
  get holds() {
    return this.sent !== null;
  }

  /** Take the page as it was sent. Gives no when it is not what was found in the window. */
  take(html) {
    const root = parser.parseFromString(html, "text/html").documentElement;
    let at = 0;
    for (const node of nodesOf(root)) {
      const live = this.nodes[at++];
      if (live?.nodeName !== node.nodeName) return false;
      this.live.set(node, live);
    }
    if (at !== this.nodes.length) return false;
    this.sent = root;
    this.nodes = [];
    return true;
  }

  /** Show the page as it is now. Gives no, and changes nothing, when only loading it can tell. */
  show(html) {
    if (!this.sent) return false;
    const now = parser.parseFromString(html, "text/html").documentElement;
    const changes = [];
    if (!this.compare(this.sent, now, changes)) return false;
    for (const change of changes) change();
    return true;
  }

  compare(old, now, changes) {
    if (old.isEqualNode(now)) return true;
    if (old.nodeName !== now.nodeName || old.namespaceURI !== now.namespaceURI) return false;
    if (old.localName === "noscript") return true;
    if (old.localName === "template") return false;
    return this.compareAttributes(old, now, changes) && this.compareChildren(old, now, changes);
  }

  compareAttributes(old, now, changes) {
    const live = this.live.get(old);
    for (const name of new Set([...old.getAttributeNames(), ...now.getAttributeNames()])) {
      const value = now.getAttribute(name);
      if (value === old.getAttribute(name)) continue;
      if (!isShown(old, name) || !live.isConnected || live.getAttribute(name) !== old.getAttribute(name)) return false;
      for (const element of [live, old]) {
        changes.push(() => (value === null ? element.removeAttribute(name) : element.setAttribute(name, value)));
      }
    }
    return true;
  }

  compareChildren(old, now, changes) {
    const before = [...old.childNodes];
    const after = [...now.childNodes];
    let first = 0;
    let end = 0;
    const shorter = Math.min(before.length, after.length);
    while (first < shorter && before[first].isEqualNode(after[first])) first++;
    while (end < shorter - first && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end++;
    const gone = before.slice(first, before.length - end);
    const come = after.slice(first, after.length - end);
    if (gone.length === come.length && gone.every((node, at) => node.nodeName === come[at].nodeName)) {
      return gone.every((node, at) =>
        node.nodeType === ELEMENT ? this.compare(node, come[at], changes) : this.reword(node, come[at], changes),
      );
    }
    return this.exchange(old, gone, come, before[before.length - end] ?? null, changes);
  }

  reword(old, now, changes) {
    if (old.data === now.data) return true;
    const live = this.live.get(old);
    if (!live.isConnected || live.data !== old.data || !isText(old.parentNode)) return false;
    const { data } = now;
    changes.push(() => (old.data = live.data = data));
    return true;
  }

  // Nodes go, and others take their place before the node `next`, or at the end.
  exchange(parent, gone, come, next, changes) {
    const place = this.live.get(parent);
    const follower = next && this.live.get(next);
    if (!place.isConnected || (follower && follower.parentNode !== place)) return false;
    if (!isText(parent) || parent.localName === "head" || ![...gone, ...come].every(isPlain)) return false;
    // At the end of an element to which a script has added something it is not known where the end is.
    if (!follower && place.lastChild !== (parent.lastChild && this.live.get(parent.lastChild))) return false;
    for (const node of gone) {
      const live = this.live.get(node);
      if (live.parentNode !== place || !live.isEqualNode(node)) return false;
    }
    changes.push(() => {
      for (const node of gone) {
        this.live.get(node).remove();
        for (const each of nodesOf(node)) this.live.delete(each);
        node.remove();
      }
      for (const node of come) {
        const live = document.importNode(node, true);
        const copies = [...nodesOf(live)];
        [...nodesOf(node)].forEach((each, at) => this.live.set(each, copies[at]));
        place.insertBefore(live, follower);
        parent.insertBefore(node, next);
      }
    });
    return true;
  }
}
